import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The files of a store in its folder. Beside `data` SQLite keeps `-wal` and `-shm` while it is open. */
export const storeFiles = (dataDir: string): { readonly data: string; readonly lock: string } => ({
  data: join(dataDir, 'roundel.db'),
  lock: join(dataDir, 'lock.db'),
})

/** A name that no file has yet: the given one, or with a number behind it. */
export const nameSpare = (name: string): string => {
  if (!existsSync(name)) return name
  let count = 2
  while (existsSync(`${name}.${count}`)) count++
  return `${name}.${count}`
}
