import { LIMITS } from '@roundel/shared/kernel'
import { fork } from 'node:child_process'
import type { ReadTable } from './table.ts'

/** Files that are read at once; more wait. */
const AT_ONCE = 2

const SLOW: ReadTable = { ok: false, reason: 'slow' }

/** Reads files away from the process that serves people. */
export type TableReader = (bytes: Uint8Array) => Promise<ReadTable>

/**
 * Reads one file in a process of its own, which ends with it, or when it takes too long or too much memory. A thread would
 * not do: a file that makes one ask for more memory than there is takes all threads of its process along.
 */
const readApart = (bytes: Uint8Array): Promise<ReadTable> =>
  new Promise((resolve) => {
    const child = fork(new URL('./main.ts', import.meta.url), {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${LIMITS.importMemoryMiB}`],
      stdio: 'ignore',
      env: {},
    })
    const timeout = setTimeout(() => child.kill('SIGKILL'), LIMITS.importMs)
    child.on('message', (read) => resolve(read as ReadTable))
    // Whatever else ended it: it was too much.
    child.on('error', () => resolve(SLOW))
    child.on('exit', () => {
      clearTimeout(timeout)
      resolve(SLOW)
    })
    child.send(bytes, (error) => {
      if (error) child.kill('SIGKILL')
    })
  })

/** A reader that reads a few files at a time. */
export const openTableReader = (): TableReader => {
  const waiting: (() => void)[] = []
  let running = 0
  return async (bytes) => {
    if (running >= AT_ONCE) await new Promise<void>((resolve) => void waiting.push(resolve))
    running++
    try {
      return await readApart(bytes)
    } finally {
      running--
      waiting.shift()?.()
    }
  }
}
