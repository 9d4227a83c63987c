import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { storeFiles } from '../sqlite/files.ts'
import { type SqliteOptions, openSqliteStore } from '../sqlite/sqlite-store.ts'

/** An empty folder that is gone after the test. */
export const makeDataDir = async (): Promise<string> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'roundel-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  return dataDir
}

/** The store of a folder, closed after the test. */
export const openIn = async (dataDir: string, options: Partial<SqliteOptions> = {}) => {
  const store = await openSqliteStore({ dataDir, durability: 'full', ...options })
  onTestFinished(() => store.close())
  return store
}

/** The file of a store in its folder. */
export const dataFile = (dataDir: string): string => storeFiles(dataDir).data

/** Whether any file in the folder has these bytes in it. One that goes meanwhile has not. */
export const isAnywhere = async (dataDir: string, text: string): Promise<boolean> => {
  const names = (await readdir(dataDir, { withFileTypes: true })).filter((one) => one.isFile()).map(({ name }) => name)
  const files = await Promise.all(names.map((name) => readFile(join(dataDir, name)).catch(() => Buffer.alloc(0))))
  return files.some((bytes) => bytes.includes(text))
}
