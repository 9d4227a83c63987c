import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Waits until what was written to a file is on the disk. */
export const flush = async (path: string): Promise<void> => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes the names in a folder outlive a power cut. Windows cannot flush a folder and does not need it. */
export const flushFolder = (folder: string): Promise<void> =>
  flush(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPERM' && error.code !== 'EISDIR' && error.code !== 'EACCES') throw error
  })

/** Makes a folder that only its owner may enter, and sees to it that it outlives a power cut. */
export const makeFolder = async (folder: string): Promise<void> => {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  if (made !== undefined) await flushFolder(dirname(made))
}
