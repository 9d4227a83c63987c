import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openChanceOf } from '../testing/wrong-codes.ts'
import { type Meeting, ask, createMeeting, newId, sitDown, urlOf, viewOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { knock } from '../testing/sockets.ts'

let server: RunningServer
let meeting: Meeting
const start = async (environment: Record<string, string> = {}): Promise<void> => {
  server = await startServer({ environment: { LOG_LEVEL: 'warn', ...environment } })
  meeting = await createMeeting(server)
}
// The window of a minute is the clock's own, so that clock is stopped and put forward by hand.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(async () => {
  vi.useRealTimers()
  await server.stop()
})

const look = (code: string, headers: Record<string, string> = {}) =>
  ask(`${server.origin}/api/join/${code}`, { headers }).then(({ status }) => status)
const take = (invite: string, name: string) =>
  ask(urlOf(meeting, '/seats'), { body: { invite, name, credential: 'token' } }).then(({ status }) => status)

test(
  'I19 5,000 guesses of a code are throttled, while sixty people at the same address get in by it',
  { timeout: 60_000 },
  async () => {
    await start()
    expect(await look(meeting.code)).toBe(200)
    const wrong = openChanceOf(meeting.code)
    const statuses = new Map<number, number>()
    const joined: number[] = []
    for (let guess = 0; guess < 5_000; guess++) {
      const status = guess % 2 ? await look(wrong()) : await take(wrong(), 'Mallory')
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (guess % 80 !== 0 || joined.length === 60) continue
      expect(await look(meeting.code.toLowerCase())).toBe(200)
      joined.push(await take(meeting.code, `Person ${guess}`))
    }
    expect(joined).toEqual(Array.from({ length: 60 }, () => 201))
    expect(Object.fromEntries(statuses)).toEqual({ 404: 30, 429: 4_970 })
    expect((await viewOf(meeting)).people).toHaveLength(61)
  },
)

test('I19 whoever waited a minute may guess again, as often as before', async () => {
  await start()
  const wrong = openChanceOf(meeting.code)
  for (let guess = 0; guess < 30; guess++) expect(await look(wrong())).toBe(404)
  expect(await look(wrong())).toBe(429)
  vi.setSystemTime(Date.now() + 59_000)
  expect(await look(wrong())).toBe(429)
  vi.setSystemTime(Date.now() + 2_000)
  for (let guess = 0; guess < 30; guess++) expect(await look(wrong())).toBe(404)
  expect(await look(wrong())).toBe(429)
})

test('I19 another code than the one that is known at an address waits, though it is right', async () => {
  await start()
  const other = await createMeeting(server)
  expect(await look(meeting.code)).toBe(200)
  const wrong = openChanceOf(meeting.code)
  for (let guess = 0; guess < 31; guess++) await look(wrong())
  expect(await look(meeting.code)).toBe(200)
  expect(await look(other.code)).toBe(429)
})

test('I11 a thousand forwarded addresses of somebody who is no proxy are one address', async () => {
  await start()
  const wrong = openChanceOf(meeting.code)
  const statuses = new Set<number>()
  for (let guess = 0; guess < 1_000; guess++) {
    const address = `198.51.${guess >> 8}.${guess & 255}`
    const headers = { 'x-forwarded-for': address, 'x-real-ip': address, forwarded: `for=${address}` }
    const status = await look(wrong(), headers)
    if (guess >= 30) statuses.add(status)
  }
  expect([...statuses]).toEqual([429])
})

test('I11 behind a trusted proxy each address has its own count', async () => {
  await start({ TRUST_PROXY: 'loopback' })
  const wrong = openChanceOf(meeting.code)
  for (let guess = 0; guess < 31; guess++) await look(wrong(), { 'x-forwarded-for': '198.51.100.1' })
  expect(await look(meeting.code, { 'x-forwarded-for': '198.51.100.1' })).toBe(429)
  expect(await look(meeting.code, { 'x-forwarded-for': '198.51.100.2' })).toBe(200)
  // What somebody wrote in front of the proxy's own word is not believed.
  expect(await look(meeting.code, { 'x-forwarded-for': '198.51.100.3, 198.51.100.1' })).toBe(429)
})

const NAMES = (() => {
  const seeds = ['board', 'presence', 'draft.', 'table.', 'control', 'mine', '__proto__', 'constructor', 'canvas']
  const twists = [
    (name: string) => `../${name}`,
    (name: string) => `${name}/..`,
    (name: string) => `..%2f${name}`,
    (name: string) => `%2e%2e%2f${name}`,
    (name: string) => `%252e%252e%252f${name}`,
    (name: string) => `${name}%00`,
    (name: string) => `%00${name}`,
    (name: string) => `${name}%0a`,
    (name: string) => `${name}%20`,
    (name: string) => ` ${name}`,
    (name: string) => `${name}.`,
    (name: string) => `.${name}`,
    (name: string) => name.toUpperCase(),
    (name: string) => `${name}\u2215x`,
    (name: string) => `${name}\uff0fx`,
    (name: string) => `${name}\u202e`,
    (name: string) => `${name}\u200b`,
    (name: string) => `${name}\\..\\x`,
    (name: string) => `${name};x`,
    (name: string) => `${name}:x`,
    (name: string) => `${name}'--`,
    (name: string) => `${name}"`,
    (name: string) => `${name}*`,
    (name: string) => `${name}?x`.replace('?', '%3f'),
    (name: string) => `${name}#x`.replace('#', '%23'),
    (name: string) => `${name}${'x'.repeat(200)}`,
    (name: string) => `${name}${'/x'.repeat(50)}`,
    (name: string) => `draft.${name}`,
    (name: string) => `table.${name}`,
    (name: string) => `draft.${name}/..`,
    (name: string) => `%c0%ae${name}`,
    (name: string) => `${name}%`,
    (name: string) => `${name}%zz`,
    (name: string) => `file:${name}`,
  ]
  const whole = ['', '.', '..', '%', '%2e', '/', '//', '\u0000', 'draft', 'draft..', 'table', 'x'.repeat(10_000)]
  const right = new Set(['board', 'presence'])
  return [...whole, ...seeds.flatMap((name) => twists.map((twist) => twist(name)))].filter((name) => !right.has(name))
})()

test('I20 300 names that are no documents open nothing and leave nothing behind', { timeout: 60_000 }, async () => {
  await start({ UPGRADES_PER_SECOND: '10000' })
  const ann = await sitDown(meeting, 'Ann')
  expect(NAMES.length).toBeGreaterThan(300)
  for (const name of NAMES) {
    const path = `/docs/${name
      .split('')
      .map((sign) => (/[\x21-\x7e]/.test(sign) ? sign : encodeURIComponent(sign)))
      .join('')}`
    const { status } = await knock(urlOf(ann, path), [`token.${ann.token}`])
    expect([400, 401, 403, 404, 414, 431], `${name.slice(0, 40)}: ${status}`).toContain(status)
  }
  expect((await server.store.session(meeting.session as never))?.documents).toEqual([])
  expect(server.lines.filter((line) => /"level":(?:50|60)/.test(line))).toEqual([])
})

test('I20 nobody opens the private document of somebody else, however its name is spelt', async () => {
  await start()
  const [ann, ben] = [await sitDown(meeting, 'Ann'), await sitDown(meeting, 'Ben')]
  const spelt = [
    ben.seat,
    `${ben.seat}%20`,
    `%${ben.seat.charCodeAt(0).toString(16)}${ben.seat.slice(1)}`,
    ben.seat.toLowerCase(),
  ]
  for (const seat of spelt) {
    expect([403, 404]).toContain((await knock(urlOf(ann, `/docs/draft.${seat}`), [`token.${ann.token}`])).status)
  }
})

test('I5 300 ids that are nobody’s and one that is somebody’s answer alike', async () => {
  await start()
  const { text, status } = await ask(urlOf(meeting))
  for (let count = 0; count < 300; count++) {
    const reply = await ask(urlOf({ ...meeting, session: newId() }))
    expect([reply.status, reply.text]).toEqual([status, text])
  }
  const sessions = await Promise.all([...Array(20).keys()].map(() => server.store.session(newId() as never)))
  expect(sessions.every((session) => session === undefined)).toBe(true)
})
