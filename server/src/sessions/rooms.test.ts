import type { SessionId } from '@roundel/shared/kernel'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../storage/open.ts'
import type { Store } from '../storage/store.ts'
import { type Meeting, ask, createMeeting, order, urlOf, viewOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { openDocument, openLive, until, writeDraft } from '../testing/sockets.ts'

let server: RunningServer
let meeting: Meeting
let loads: string[]
/** What a load waits for; nothing unless a test says so. */
let gate: Promise<void>

const watch = (store: Store): Store => ({
  ...store,
  session: async (id: SessionId) => {
    loads.push(id)
    await gate
    return store.session(id)
  },
})

beforeEach(async () => {
  loads = []
  gate = Promise.resolve()
  server = await startServer({ store: watch(await openStore({ memory: true })) })
  meeting = await createMeeting(server)
})
afterEach(() => server.stop())

const figure = async (name: string): Promise<number> =>
  Number(new RegExp(`^${name} (\\d+)$`, 'm').exec((await ask(`${server.origin}/metrics`)).text)?.[1])

test('W20 fifty who come at once find one room, loaded once', async () => {
  const opened = Promise.withResolvers<void>()
  gate = opened.promise
  const views = Array.from({ length: 50 }, () => ask(urlOf(meeting), { token: meeting.token }))
  await until(() => loads.length > 0)
  opened.resolve()
  for (const { status } of await Promise.all(views)) expect(status).toBe(200)
  expect(loads).toHaveLength(1)
  expect(await figure('roundel_sessions_open')).toBe(1)
})

test('W20 a room that nobody uses is freed, one with a socket is not', async () => {
  const live = await openLive(meeting)
  server.chance.jump(600_000)
  expect(await figure('roundel_sessions_open')).toBe(1)
  live.close()
  await live.closed
  await until(async () => (await figure('roundel_sockets_open')) === 0)
  server.chance.jump(120_000)
  await until(async () => (await figure('roundel_sessions_open')) === 0)
  expect((await viewOf(meeting)).session.title).toBe('A session')
  expect(loads).toHaveLength(2)
})

test('W20 a room that somebody asks for while it is being closed is opened again, with everything in it', async () => {
  const draft = openDocument(meeting, `draft.${meeting.seat}`)
  await until(draft.isSynced)
  for (let round = 0; round < 20; round++) {
    await order(meeting, { type: 'edit-challenge', challenge: { text: `Round ${round}` } })
    writeDraft(draft.doc, (await viewOf(meeting)).session.agenda[0]?.id ?? '', `Round ${round}`)
    if (round % 5 === 4) {
      draft.provider.disconnect()
      await until(async () => (await figure('roundel_sockets_open')) === 0)
      server.chance.jump(120_000)
      const [view] = await Promise.all([viewOf(meeting), viewOf(meeting)])
      expect(view.session.challenge.text).toBe(`Round ${round}`)
      draft.provider.connect()
      await until(draft.isSynced)
    }
    server.chance.jump(3_000)
  }
  draft.close()
  expect(await figure('roundel_sessions_open')).toBe(1)
})

test('W20 asking for sessions that do not exist leaves nothing behind', async () => {
  for (let nth = 0; nth < 20; nth++)
    await ask(urlOf({ ...meeting, session: `nowhere${String(nth).padStart(9, '0')}` }, '/seats'), {
      body: { invite: 'AAAA-AAAA', name: 'Eve' },
    })
  expect(await figure('roundel_sessions_open')).toBe(0)
})
