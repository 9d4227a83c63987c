import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { execPath } from 'node:process'
import { createInterface } from 'node:readline'
import type { SessionId } from '@roundel/shared/kernel'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { makeDataDir, openIn } from './contract/data-dir.ts'
import { replayStored } from './contract/sample.ts'
import type { Store } from './store.ts'

/** A process that uses a store until it is killed. */
interface Victim {
  /** Resolves with all lines so far when there are at least so many, or when the process has ended. */
  readonly lines: (count: number) => Promise<readonly string[]>
  /** Ends it as `kill -9` does. Resolves with every line it managed to print. */
  readonly kill: () => Promise<readonly string[]>
}

const FIXTURE = new URL('./kill.fixture.ts', import.meta.url).href

// Standard output is a pipe, and written to at once: what was said before the end is in it.
const SCRIPT = `
  const { runVictim } = await import(process.argv[1])
  await runVictim(process.argv[2], (line) => process.stdout.write(line + '\\n'))
`

/** Starts a process that commits to the store in a folder and prints what was acknowledged. */
const startVictim = (dataDir: string): Victim => {
  const child: ChildProcess = spawn(execPath, ['--input-type=module', '--eval', SCRIPT, FIXTURE, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const printed: string[] = []
  const wakers = new Set<() => void>()
  let hasEnded = false
  const wake = () => {
    for (const waker of wakers) waker()
  }
  if (!child.stdout) throw new Error('the process has no output')
  const reader = createInterface({ input: child.stdout })
  reader.on('line', (line) => {
    printed.push(line)
    wake()
  })
  const ended = once(reader, 'close').then(() => {
    hasEnded = true
    wake()
  })

  return {
    lines: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (printed.length < count && !hasEnded) return
          wakers.delete(look)
          resolve([...printed])
        }
        wakers.add(look)
        look()
      }),
    kill: async () => {
      child.kill('SIGKILL')
      await ended
      return [...printed]
    },
  }
}

const ACKNOWLEDGED = /^(session-\d{8}) (\d+)$/

/** The last acknowledged sequence of every session. */
const readAcknowledged = (lines: readonly string[]): ReadonlyMap<SessionId, number> => {
  const last = new Map<SessionId, number>()
  for (const line of lines) {
    const [, session, seq] = ACKNOWLEDGED.exec(line) ?? []
    if (session) last.set(session as SessionId, Number(seq))
  }
  return last
}

const expectAll = async (store: Store, acknowledged: ReadonlyMap<SessionId, number>): Promise<void> => {
  for (const [session, last] of acknowledged) {
    const document = await store.document(session, 'board')
    expect(document.damaged).toBe(false)
    expect(document.seq).toBeGreaterThanOrEqual(last)
    const order = replayStored(document).get('order', Y.Array).toJSON()
    expect(order).toEqual(Array.from({ length: document.seq }, (_, index) => index + 1))
  }
}

test(
  'D21 nothing acknowledged is missing after kill -9, at whatever moment it strikes',
  { timeout: 60_000 },
  async () => {
    const dataDir = await makeDataDir()
    for (let round = 0; round < 5; round++) {
      const victim = startVictim(dataDir)
      await victim.lines(20 + Math.floor(Math.random() * 400))
      const lines = await victim.kill()
      expect(lines[0]).toBe('open')
      const acknowledged = readAcknowledged(lines)
      expect(acknowledged.size).toBeGreaterThan(0)
      const store = await openIn(dataDir)
      await expectAll(store, acknowledged)
      await store.close()
    }
  },
)

test('D25 a second process is refused, and let in when the first was killed', { timeout: 30_000 }, async () => {
  const dataDir = await makeDataDir()
  const first = startVictim(dataDir)
  expect((await first.lines(1))[0]).toBe('open')
  expect(await startVictim(dataDir).lines(1)).toEqual(['refused in-use'])
  await expect(openIn(dataDir)).rejects.toMatchObject({ reason: 'in-use' })
  const acknowledged = readAcknowledged(await first.lines(30))
  await first.kill()
  const second = startVictim(dataDir)
  expect((await second.lines(1))[0]).toBe('open')
  await second.kill()
  await expectAll(await openIn(dataDir), acknowledged)
})
