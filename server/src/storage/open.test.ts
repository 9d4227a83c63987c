import { readdir } from 'node:fs/promises'
import { expect, onTestFinished, test } from 'vitest'
import { makeDataDir } from './contract/data-dir.ts'
import { SESSION, value } from './contract/sample.ts'
import { openStore } from './open.ts'

test('D32 a store in memory says so, and has no file to copy', async () => {
  const store = await openStore({ memory: true })
  const folder = await makeDataDir()
  await store.create(value(1))
  expect(await store.durability()).toEqual({ engine: 'memory', journal: 'none', synchronous: 0 })
  await expect(store.backup(`${folder}/copy.db`)).rejects.toMatchObject({ name: 'UnusableStore' })
  expect(await readdir(folder)).toEqual([])
  await store.close()
})

test('D18 a store in a folder is made on first use and found again', async () => {
  const dataDir = `${await makeDataDir()}/deep/down`
  const first = await openStore({ dataDir, durability: 'relaxed' })
  await first.create(value(1))
  await first.close()
  const second = await openStore({ dataDir, durability: 'full' })
  onTestFinished(() => second.close())
  expect((await second.session(SESSION))?.version).toBe(1)
})
