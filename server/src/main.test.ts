import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { View } from '@roundel/shared/session'
import { afterEach, describe, expect, test } from 'vitest'
import { ask, createMeeting, order, viewOf } from './testing/program.ts'
import { emptyFolder } from './testing/running-server.ts'
import { openDocument, openLive, until } from './testing/sockets.ts'

interface Run {
  readonly child: ChildProcess
  readonly printed: () => string
  readonly ended: Promise<number | null>
}

const MAIN = join(import.meta.dirname, 'main.ts')
const { PATH, NODE_COMPILE_CACHE } = process.env
const runs: Run[] = []

const run = (words: readonly string[], environment: Record<string, string>): Run => {
  const child = spawn(process.execPath, [MAIN, ...words], {
    env: { PATH, NODE_COMPILE_CACHE, HOST: '127.0.0.1', PORT: '0', LOG_LEVEL: 'warn', ...environment },
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const started = { child, printed: () => text, ended: once(child, 'close').then(([code]) => code as number | null) }
  runs.push(started)
  return started
}

const serve = async (
  environment: Record<string, string>,
  words: readonly string[] = [],
): Promise<Run & { readonly origin: string }> => {
  const started = run(words, environment)
  const origin = await until(() => /http:\/\/localhost:\d+/.exec(started.printed())?.[0], 20_000)
  return { ...started, origin }
}

afterEach(() => {
  for (const { child } of runs.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
})

describe('W2 how it is told what to do', () => {
  test.each([
    [['--help'], {}, 0, 'RETENTION_DAYS'],
    [[], { PORT: 'many' }, 2, 'PORT must be a whole number'],
    [[], { PUBLIC_URL: 'board' }, 2, 'PUBLIC_URL must be'],
    [['dance'], {}, 2, 'Usage'],
    [['backup'], {}, 2, 'Which file?'],
    [['restore', '/nowhere/at-all'], {}, 1, 'does not exist'],
  ])(
    'W2 %j with %j ends with %i',
    async (words, environment, code, said) => {
      const { ended, printed } = run(words, { DATA_DIR: emptyFolder(), ...environment })
      expect(await ended).toBe(code)
      expect(printed()).toContain(said)
      expect(printed()).not.toMatch(/\n {4}at /)
    },
    30_000,
  )
})

test('W37 a rehearsal that is asked for at the start can be led by the link that is printed', async () => {
  const { printed, origin } = await serve({ DATA_DIR: emptyFolder() }, ['--rehearse=fa'])
  const [, session, invite] = await until(() => /\/f\/([\w-]{16})#([\w-]{43})/.exec(printed()) ?? undefined)
  const { status, json } = await ask<{ view: View }>(`${origin}/api/sessions/${session}/seats`, {
    body: { invite, credential: 'token' },
  })
  expect(status).toBe(201)
  expect(json.view.session).toMatchObject({ rehearsal: true, language: 'fa' })
}, 30_000)

describe('W24 stopping', () => {
  test('W24 asked to stop, it sends everyone away to come back, keeps everything, and ends with 0 within 10 s', async () => {
    const DATA_DIR = emptyFolder()
    const server = await serve({ DATA_DIR })
    // It says so after its address, maybe a moment later.
    await until(() => server.printed().includes(DATA_DIR))
    const meeting = await createMeeting(server)
    const live = await openLive(meeting)
    const board = openDocument(meeting, 'board')
    await until(board.isSynced)
    board.provider.shouldConnect = false
    await order(meeting, { type: 'start' })

    const since = performance.now()
    server.child.kill('SIGTERM')
    expect((await live.closed).code).toBe(1012)
    expect(await server.ended).toBe(0)
    expect(performance.now() - since).toBeLessThan(10_000)
    expect(board.closings).toEqual([1012])
    board.close()

    const again = await serve({ DATA_DIR })
    expect((await viewOf({ ...meeting, origin: again.origin })).session.state).toBe('live')
  }, 60_000)

  test('W16 a killed server goes on where it was', async () => {
    const DATA_DIR = emptyFolder()
    const server = await serve({ DATA_DIR })
    const meeting = await createMeeting(server)
    await order(meeting, { type: 'start' })
    server.child.kill('SIGKILL')
    await server.ended
    const again = await serve({ DATA_DIR })
    expect((await viewOf({ ...meeting, origin: again.origin })).session.state).toBe('live')
  }, 60_000)
})

describe('W29 the folder', () => {
  test('W29 two servers do not share a folder; a backup is made while one runs, and restored beside it', async () => {
    const DATA_DIR = emptyFolder()
    const server = await serve({ DATA_DIR })
    const meeting = await createMeeting(server)
    const second = run([], { DATA_DIR })
    expect(await second.ended).toBe(1)
    expect(second.printed()).toContain('another process uses')

    const file = join(emptyFolder(), 'backup.db')
    expect(await run(['backup', file], { DATA_DIR }).ended).toBe(0)
    expect(existsSync(file)).toBe(true)
    const verified = run(['verify', file], { DATA_DIR })
    expect(await verified.ended).toBe(0)
    expect(verified.printed()).toContain('1 sessions')
    expect(await run(['restore', file], { DATA_DIR }).ended).toBe(1)

    const elsewhere = emptyFolder()
    expect(await run(['restore', file], { DATA_DIR: elsewhere }).ended).toBe(0)
    const restored = await serve({ DATA_DIR: elsewhere })
    expect((await viewOf({ ...meeting, origin: restored.origin })).session.title).toBe('A session')
  }, 60_000)

  test('W2 a port that is taken is said so', async () => {
    const server = await serve({ DATA_DIR: emptyFolder() })
    const second = run([], { DATA_DIR: emptyFolder(), PORT: new URL(server.origin).port })
    expect(await second.ended).toBe(1)
    expect(second.printed()).toContain('Another program uses this port')
  }, 60_000)
})
