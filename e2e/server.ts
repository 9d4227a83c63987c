import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const START_MS = 30_000

/** The real server as its own process, with a data folder of its own. */
export interface Server {
  readonly port: number
  readonly origin: string
  readonly pid: () => number
  /** Where it keeps everything. */
  readonly folder: string
  /** Ends the process as a power cut would: no signal handler, no last words. */
  readonly kill: () => Promise<void>
  /** Starts it again on the same port and the same data, and waits until it answers. */
  readonly restart: () => Promise<void>
  /** Everything it has printed, for the report of a failure. */
  readonly log: () => string
  /** Calls back with what it prints from now on, also after a restart. */
  readonly onPrint: (heard: (text: string) => void) => void
  /** Ends the process in good order and removes its data. */
  readonly stop: () => Promise<void>
}

/** What a program of ours needs of the environment around. */
const AROUND = { PATH: process.env['PATH'], NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] }

/** Gives the program a command about a data folder, as an operator does. Resolves with what it printed and its exit code. */
export const operate = async (words: readonly string[], folder: string): Promise<{ code: number; text: string }> => {
  const child = spawn(process.execPath, ['server/src/main.ts', ...words], {
    cwd: ROOT,
    env: { ...AROUND, DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const [code] = (await once(child, 'exit')) as [number | null]
  return { code: code ?? 1, text }
}

/** Starts a server on a free port. Rejects with what it printed when it does not come up. */
export const startServer = async (
  environment: Readonly<Record<string, string>> = {},
  dataDir?: string,
): Promise<Server> => {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'roundel-e2e-')))
  const printed: string[] = []
  const listeners: ((text: string) => void)[] = []
  const take = (text: string): void => {
    printed.push(text)
    for (const heard of listeners) heard(text)
  }
  let child: ChildProcess | undefined
  let port = 0

  const start = async (): Promise<void> => {
    const started = spawn(process.execPath, ['server/src/main.ts'], {
      cwd: ROOT,
      env: {
        ...AROUND,
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIR: folder,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    port = await addressPrinted(started, take)
  }

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }

  await start()
  return {
    port,
    origin: `http://localhost:${port}`,
    pid: () => child?.pid ?? 0,
    folder,
    kill: () => end('SIGKILL'),
    restart: start,
    log: () => printed.join(''),
    onPrint: (heard) => void listeners.push(heard),
    stop: async () => {
      await end('SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Resolves with the port when the server has printed the address at which it is open. */
const addressPrinted = (child: ChildProcess, print: (text: string) => void): Promise<number> =>
  new Promise((resolve, reject) => {
    let text = ''
    const late = setTimeout(() => reject(new Error(`The server did not come up in time:\n${text}`)), START_MS)
    const take = (chunk: Buffer) => {
      text += chunk.toString()
      print(chunk.toString())
      const port = /http:\/\/localhost:(\d+)/.exec(text)?.[1]
      if (port) {
        clearTimeout(late)
        resolve(Number(port))
      }
    }
    child.stdout?.on('data', take)
    child.stderr?.on('data', take)
    child.on('error', reject)
    child.on('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`The server ended with ${code}:\n${text}`))
    })
  })
