import { LIMITS, type SeatId, asId } from '@roundel/shared/kernel'
import { afterEach, expect, test } from 'vitest'
import { openFakeClock } from '../relay/testing/fake-clock.ts'
import { type Person, createMeeting, newId, sitDown, urlOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { knock, openLive } from '../testing/sockets.ts'
import { openTurnstile } from './turnstile.ts'

const ROOM = {}
const person = (number: number): SeatId => asId(`seat-${String(number).padStart(11, '0')}`)

const setUp = (wish: { perSecond?: number; most?: number } = {}) => {
  const clock = openFakeClock()
  let open = 0
  const turnstile = openTurnstile({ clock, perSecond: 100, most: 5_000, open: () => open, ...wish })
  return {
    clock,
    pass: (number: number) => turnstile.pass(ROOM, person(number)),
    fill: (count: number) => {
      open = count
    },
  }
}

test('R42 300 sockets open at once, the next is told to come back in a second, and 100 a second always open', () => {
  const { pass, clock } = setUp()
  for (let number = 0; number < 300; number++) expect(pass(number).ok).toBe(true)
  expect(pass(300)).toMatchObject({ error: { code: 'overloaded', details: { retryAfter: 1 } } })
  for (let second = 0; second < 20; second++) {
    clock.advance(1_000)
    for (let number = 0; number < 100; number++) expect(pass(second * 100 + number).ok).toBe(true)
  }
  expect(pass(9_999).ok).toBe(false)
})

test('R42 one seat has a share: it cannot use up what others need', () => {
  const { pass, clock } = setUp()
  for (let count = 0; count < LIMITS.upgradeSeatBurst; count++) expect(pass(1).ok).toBe(true)
  for (let count = 0; count < 1_000; count++) expect(pass(1)).toMatchObject({ error: { code: 'too-many' } })
  for (let number = 2; number < 200; number++) expect(pass(number).ok).toBe(true)
  clock.advance(1_000)
  for (let count = 0; count < 10; count++) expect(pass(1).ok).toBe(true)
  expect(pass(1).ok).toBe(false)
})

test('R42 a server has so many places for sockets', () => {
  const { pass, fill } = setUp({ most: 10 })
  fill(9)
  expect(pass(1).ok).toBe(true)
  fill(10)
  expect(pass(2)).toMatchObject({ error: { code: 'full', details: { limit: 'server' } } })
})

let server: RunningServer
afterEach(() => server?.stop())

const open = (who: Person, token = who.token): Promise<{ status: number }> =>
  knock(urlOf(who, '/docs/board'), [`token.${token}`])

test('R42 too many upgrades are answered with 503 before any room is opened, and knocking strangers cost nobody a place', async () => {
  server = await startServer({ environment: { UPGRADES_PER_SECOND: '2' } })
  const meeting = await createMeeting(server)
  server.chance.stand()
  for (let count = 0; count < 50; count++) expect((await open(meeting, newId())).status).toBe(401)
  for (let count = 0; count < 6; count++) expect((await open(meeting)).status).toBe(101)
  expect((await open(meeting)).status).toBe(503)
  server.chance.jump(500)
  expect((await open(meeting)).status).toBe(101)
})

test('R42 a full server says so, and takes the next when somebody leaves', async () => {
  server = await startServer({ environment: { MAX_SOCKETS: '2' } })
  const meeting = await createMeeting(server)
  const [ann, ben] = [await sitDown(meeting, 'Ann'), await sitDown(meeting, 'Ben')]
  const first = await openLive(meeting)
  await openLive(ann)
  expect((await open(ben)).status).toBe(503)
  first.close()
  await first.closed
  expect((await open(ben)).status).toBe(101)
})

test('R44 a server that stops sends people away session by session; who is still there goes on working, and nobody comes in', async () => {
  server = await startServer({ environment: { UPGRADES_PER_SECOND: '1', DRAIN_SECONDS: '20' } })
  const gather = async () => {
    const meeting = await createMeeting(server)
    server.chance.jump(5_000)
    return { meeting, sockets: [await openLive(meeting), await openLive(meeting)] }
  }
  const [one, two, three] = [await gather(), await gather(), await gather()]
  const stopped = server.app.close()
  for (const { sockets } of [one, two]) for (const { closed } of sockets) expect((await closed).code).toBe(1012)
  const [live, other] = three.sockets
  live?.say({ type: 'command', ref: 1, command: { commandId: newId(), type: 'start' } })
  await expect.poll(() => live?.messages.find(({ type }) => type === 'done')).toMatchObject({ ref: 1 })
  expect((await open(three.meeting)).status).toBe(503)
  server.chance.jump(20_000)
  expect((await live?.closed)?.code).toBe(1012)
  expect((await other?.closed)?.code).toBe(1012)
  await stopped
})
