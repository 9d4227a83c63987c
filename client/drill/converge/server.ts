import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PROGRAM = join(import.meta.dirname, '../../../server/drill/converge/main.ts')

/** A server in a process of its own, on a folder of its own. */
export interface DrivenServer {
  /** Where it is open now; another place after each kill. */
  readonly origin: () => string
  /** Its clock goes ahead: what falls due on the way happens at once. */
  readonly jump: (ms: number) => Promise<void>
  readonly compact: (session: string, documents: readonly string[]) => Promise<void>
  /** Ends the process as the loss of power would, without a word to anybody. */
  readonly kill: () => Promise<void>
  readonly restart: () => Promise<void>
  /** Ends it and removes everything it wrote. */
  readonly stop: () => Promise<void>
}

interface Word {
  readonly port?: number
  readonly ref?: number
  readonly error?: string
}

const hear = (child: ChildProcess, isIt: (word: Word) => boolean): Promise<Word> =>
  new Promise((resolve, reject) => {
    const end = (): void => reject(new Error('the server ended'))
    const listen = (word: Word): void => {
      if (!isIt(word)) return
      child.off('message', listen)
      child.off('exit', end)
      if (word.error) reject(new Error(word.error))
      else resolve(word)
    }
    child.on('message', listen)
    child.once('exit', end)
  })

/** Starts one, on an empty folder. */
export const startDriven = async (): Promise<DrivenServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'roundel-converge-'))
  let child: ChildProcess
  let origin = ''
  let refs = 0

  const begin = async (): Promise<void> => {
    child = fork(PROGRAM, [folder], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    const { port } = await hear(child, (word) => word.port !== undefined)
    origin = `http://127.0.0.1:${port}`
  }
  const ask = async (wish: Record<string, unknown>): Promise<void> => {
    const ref = ++refs
    const answer = hear(child, (word) => word.ref === ref)
    child.send({ ...wish, ref })
    await answer
  }
  const kill = async (): Promise<void> => {
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }

  await begin()
  return {
    origin: () => origin,
    jump: (ms) => ask({ wish: 'jump', ms }),
    compact: (session, documents) => ask({ wish: 'compact', session, documents }),
    kill,
    restart: begin,
    stop: async () => {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
