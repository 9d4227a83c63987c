import { LIMITS } from '@roundel/shared/kernel'
import { fork } from 'node:child_process'
import type { ReadSaved } from './saved.ts'
import type { ReadTable } from './table.ts'

/** Files that are read at once; more wait. */
const AT_ONCE = 2

const SLOW = { ok: false, reason: 'slow' } as const

/** What each kind of file comes to. */
interface ReadBy {
  readonly table: ReadTable
  readonly session: ReadSaved
}
type Kind = keyof ReadBy

/** One file that is to be read, as the process that reads it is asked. */
export interface Asked {
  readonly kind: Kind
  readonly bytes: Uint8Array
}

/** Reads files away from the process that serves people. */
export type FileReader = <Wanted extends Kind>(kind: Wanted, bytes: Uint8Array) => Promise<ReadBy[Wanted]>

/**
 * Reads one file in a process of its own, which ends with it, or when it takes too long or too much memory. A thread would
 * not do: a file that makes one ask for more memory than there is takes all threads of its process along.
 */
const readApart = <Wanted extends Kind>(kind: Wanted, bytes: Uint8Array): Promise<ReadBy[Wanted]> =>
  new Promise((resolve) => {
    const child = fork(new URL('./main.ts', import.meta.url), {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${LIMITS.importMemoryMiB}`],
      stdio: 'ignore',
      env: {},
    })
    const timeout = setTimeout(() => child.kill('SIGKILL'), LIMITS.importMs)
    child.on('message', (read) => resolve(read as ReadBy[Wanted]))
    // Whatever else ended it: it was too much.
    child.on('error', () => resolve(SLOW))
    child.on('exit', () => {
      clearTimeout(timeout)
      resolve(SLOW)
    })
    const asked: Asked = { kind, bytes }
    child.send(asked, (error) => {
      if (error) child.kill('SIGKILL')
    })
  })

/** A reader that reads a few files at a time. */
export const openFileReader = (): FileReader => {
  const waiting: (() => void)[] = []
  let running = 0
  return async (kind, bytes) => {
    if (running >= AT_ONCE) await new Promise<void>((resolve) => void waiting.push(resolve))
    running++
    try {
      return await readApart(kind, bytes)
    } finally {
      running--
      waiting.shift()?.()
    }
  }
}
