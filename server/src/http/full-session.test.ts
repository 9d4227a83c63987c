import { afterEach, describe, expect, test } from 'vitest'
import {
  type Meeting,
  ask,
  createMeeting,
  order,
  refusalOf,
  secretOf,
  sitDown,
  urlOf,
  viewOf,
} from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { openLive, until } from '../testing/sockets.ts'

let server: RunningServer
let meeting: Meeting
const begin = async (environment: Record<string, string> = {}, participants = 1): Promise<void> => {
  server = await startServer({ environment })
  meeting = await createMeeting(server, { settings: { participants } })
}
afterEach(() => server.stop())

interface Seat {
  readonly seat: { readonly id: string; readonly token: string; readonly state: string; readonly role: string }
}

const take = (body: Record<string, unknown>, headers: Record<string, string> = {}) =>
  ask<Seat>(urlOf(meeting, '/seats'), { body: { invite: meeting.code, ...body }, headers })

describe('S96 a full session', () => {
  test('S96 who does not wait is refused and told how long the line is; who waits goes in when somebody leaves', async () => {
    await begin()
    const ann = await sitDown(meeting, 'Ann')
    expect(refusalOf(await take({ name: 'Bob' }))).toEqual([503, 'full'])
    const waiting = await take({ name: 'Bob', wait: true, credential: 'token' })
    expect([waiting.status, waiting.json.seat.state]).toEqual([202, 'waiting'])
    expect((await take({ name: 'Cem' })).json).toMatchObject({ error: { code: 'full', details: { line: 1 } } })
    const bob = { ...meeting, seat: waiting.json.seat.id, token: waiting.json.seat.token }
    const live = await openLive(bob)
    expect((await viewOf(bob)).me).toMatchObject({ state: 'waiting', line: 1 })
    expect((await viewOf(meeting)).people.find(({ id }) => id === bob.seat)).toMatchObject({
      state: 'waiting',
      line: 1,
    })
    await order(ann, { type: 'leave' })
    await until(() => live.view().me?.state === 'seated')
    live.close()
  })

  test('S96 a browser that sits down as somebody else makes its place free, and one whose answer was lost keeps its place', async () => {
    await begin()
    const first = await take({ name: 'Ann' })
    const headers = { cookie: first.headers.getSetCookie()[0]?.split(';')[0] ?? '', origin: server.origin }
    expect((await take({ name: 'Ann' }, headers)).json.seat.id).toBe(first.json.seat.id)
    const waiting = await take({ name: 'Bob', wait: true, credential: 'token' })
    const bob = { ...meeting, seat: waiting.json.seat.id, token: waiting.json.seat.token }
    await take({ name: 'Anna', invite: secretOf(meeting.links.observer) }, headers)
    expect((await viewOf(bob)).me.state).toBe('seated')
  })
})

test('S97 all who wait are let in with one command', async () => {
  await begin({}, 60)
  await order(meeting, { type: 'set-setting', door: 'ask' })
  const people = [await sitDown(meeting, 'Ann'), await sitDown(meeting, 'Bob')]
  await order(meeting, { type: 'admit-all', seats: people.map(({ seat }) => seat) })
  for (const person of people) expect((await viewOf(person)).me.state).toBe('seated')
})

test('I14 a browser that leads goes on leading when a screen’s link is opened in it', async () => {
  await begin()
  const led = await take({ invite: secretOf(meeting.links.facilitator) })
  const headers = { cookie: led.headers.getSetCookie()[0]?.split(';')[0] ?? '', origin: server.origin }
  const screen = await take({ invite: secretOf(meeting.links.screen) }, headers)
  expect([screen.status, screen.json.seat.role]).toEqual([201, 'facilitator'])
  expect((await viewOf(meeting)).people).toHaveLength(1)
  const shown = await ask<{ me: { role: string } }>(urlOf(meeting, '/screen'), { headers })
  expect(shown.json.me.role).toBe('screen')
})

describe('S99 consent', () => {
  test('S99 the operator’s line stands at the door and in what the pages ask for, and its time beside who joined', async () => {
    await begin({ CONSENT: 'By joining you agree.', CONSENT_FA: 'با پیوستن می‌پذیرید.' })
    const consent = { other: 'By joining you agree.', fa: 'با پیوستن می‌پذیرید.' }
    expect((await ask(`${server.origin}/api/join/${meeting.code}`)).json).toMatchObject({ consent })
    expect((await ask(`${server.origin}/api/config`)).json).toMatchObject({ consent })
    const ann = await sitDown(meeting, 'Ann')
    expect((await viewOf(ann)).me.consentedAt).toBeGreaterThan(0)
    expect((await ask(urlOf(meeting), { token: meeting.token })).text).not.toContain('consentedAt')
  })

  test('S99 without a line nobody is asked, and nothing is kept', async () => {
    await begin()
    expect((await ask(`${server.origin}/api/config`)).text).not.toContain('consent')
    const ann = await sitDown(meeting, 'Ann')
    expect((await viewOf(ann)).me).not.toHaveProperty('consentedAt')
  })
})
