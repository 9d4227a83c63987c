import { LANGUAGES, type Language } from '@roundel/shared/session'
import { BadSetting, type Config, describeSettings, readConfig } from './config.ts'
import { MissingFile, OPERATIONS, type Operation, operate } from './operate.ts'
import { serve } from './serve.ts'
import { openSystemChance } from './sessions/chance.ts'
import { UnusableStore } from './storage/store.ts'

const EXIT = { fine: 0, failed: 1, misused: 2 } as const
/** How long stopping may take beyond the time over which people are sent away. */
const STOP_WITHIN_MS = 10_000
const ERASED_IN = '--erased-in='

const HELP = `Usage: node server/src/main.ts [command]

  serve                     opens the server (what it does when told nothing)
    --rehearse[=en|ru|fa]   and a rehearsal with simulated people, in that language
  backup <file>             copies everything into a new file, also while the server runs
  restore <file> [--replace]  puts a backup in place; with --replace what is there is put aside
    --erased-in=<file>      and erases in it what was erased for good in another backup or store
  verify [file]             looks for damage in the store, or in a backup
  repair                    makes damaged documents writable again

Set in the environment, with [defaults]:

${describeSettings()}`

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = (line: string): void => void process.stderr.write(`${line}\n`)

const isOperation = (word: string): word is Operation => OPERATIONS.some((operation) => operation === word)

/** The language of a rehearsal that a word asks for; undefined for any other word. */
const readRehearsal = (word: string): Language | undefined => {
  if (word === '--rehearse') return 'en'
  return LANGUAGES.find((language) => word === `--rehearse=${language}`)
}

/** Serves until the system asks to stop. Resolves with the exit code when it has. */
const runServer = async (config: Config, rehearsal: Language | undefined): Promise<number> => {
  const serving = await serve(config, openSystemChance(process.threadCpuUsage?.bind(process)))
  for (const line of serving.greeting) print(line)
  if (rehearsal) print(`  a rehearsal is on       ${await serving.rehearse(rehearsal)}`)
  return new Promise((resolve) => {
    let isStopping = false
    const stop = (code: number): void => {
      if (isStopping) return
      isStopping = true
      setTimeout(() => resolve(EXIT.failed), config.drainSeconds * 1000 + STOP_WITHIN_MS).unref()
      serving.stop().then(
        () => resolve(code),
        (error: unknown) => {
          serving.logFatal(error)
          resolve(EXIT.failed)
        },
      )
    }
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop(EXIT.fine))
    for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
      process.on(event, (error: unknown) => {
        serving.logFatal(error)
        stop(EXIT.failed)
      })
    }
  })
}

const run = async (words: readonly string[]): Promise<number> => {
  if (words.includes('--help') || words.includes('-h')) {
    print(HELP)
    return EXIT.fine
  }
  const config = readConfig(process.env)
  const rehearsal = words.map(readRehearsal).find((language) => language !== undefined)
  const [command = 'serve', ...rest] = words.filter((word) => readRehearsal(word) === undefined)
  if (command === 'serve' && rest.length === 0) return runServer(config, rehearsal)
  if (!isOperation(command)) {
    complain(HELP)
    return EXIT.misused
  }
  const file = rest.find((word) => !word.startsWith('--'))
  const erasedIn = rest.filter((word) => word.startsWith(ERASED_IN)).map((word) => word.slice(ERASED_IN.length))
  const request = { file, replace: rest.includes('--replace'), erasedIn, chance: openSystemChance(), print }
  const isWell = await operate(command, config, request)
  return isWell ? EXIT.fine : EXIT.failed
}

/** What to say about a failure, and the exit code: whoever runs the server gets a sentence, a fault its trace. */
const explain = (error: unknown): [string, number] => {
  if (error instanceof BadSetting) return [error.message, EXIT.misused]
  if (error instanceof MissingFile) return [`Which file?\n\n${HELP}`, EXIT.misused]
  if (error instanceof UnusableStore) return [error.message, EXIT.failed]
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return ['Another program uses this port already. Set PORT to another one.', EXIT.failed]
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') return [String((error as Error).message), EXIT.failed]
  return [error instanceof Error ? (error.stack ?? error.message) : String(error), EXIT.failed]
}

try {
  process.exit(await run(process.argv.slice(2)))
} catch (error) {
  const [message, code] = explain(error)
  complain(message)
  process.exit(code)
}
