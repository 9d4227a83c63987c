import * as v from 'valibot'
import { afterEach, expect, test } from 'vitest'
import { ask, createMeeting, refusalOf, secretOf, urlOf } from '../testing/program.ts'
import { type RunningServer, type ServerWish, startServer } from '../testing/running-server.ts'
import { Created } from './answers.ts'

let server: RunningServer
const start = async (wish?: ServerWish): Promise<string> => {
  server = await startServer(wish)
  return `${server.origin}/api/sessions`
}
afterEach(() => server.stop())

const body = { title: 'Better mornings' }

test('W5 a new session comes with its id, its facilitator, a link for each way in, and a code', async () => {
  const sessions = await start()
  const reply = await ask(sessions, { body: { ...body, facilitatorName: 'Fay', credential: 'token' } })
  expect(reply.status).toBe(201)
  const { session, seat, links, code } = v.parse(Created, reply.json)
  expect(seat.role).toBe('facilitator')
  expect(seat.token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(code).toMatch(/^[346789A-HJKMNP-RT-Y]{4}-[346789A-HJKMNP-RT-Y]{4}$/)
  expect(links.facilitator.startsWith(`${server.origin}/f/${session}#`)).toBe(true)
  expect(links.participant.startsWith(`${server.origin}/j/${session}#`)).toBe(true)
  expect(new Set(Object.values(links).map(secretOf)).size).toBe(5)
})

test('W5 links begin with the public address, and else with one that others in the network understand', async () => {
  await start({ environment: { PUBLIC_URL: 'https://board.example.org' } })
  expect((await createMeeting(server)).links.observer).toMatch(/^https:\/\/board\.example\.org\/j\//)
  await server.stop()

  await start({ lanAddress: '192.0.2.7' })
  const port = new URL(server.origin).port
  expect((await createMeeting(server)).links.screen.startsWith(`http://192.0.2.7:${port}/p/`)).toBe(true)
})

test('W5 a browser gets a cookie and no token', async () => {
  const sessions = await start()
  const reply = await ask<{ seat: { token?: string } }>(sessions, { body })
  expect(reply.json.seat.token).toBeUndefined()
  expect(reply.headers.getSetCookie()).toHaveLength(1)
})

test.each([
  ['no title', {}],
  ['an empty title', { title: ' \u0000 ' }],
  ['a title of another type', { title: 5 }],
  ['a title that is too long', { title: 'x'.repeat(121) }],
  ['an unknown field', { ...body, owner: 'me' }],
  ['an unknown method', { ...body, agenda: [{ kind: 'seance' }] }],
  ['settings that do not fit the method', { ...body, agenda: [{ kind: 'brainstorm', settings: { write: -5 } }] }],
  ['too many steps', { ...body, agenda: Array.from({ length: 41 }, () => ({ kind: 'brainstorm' })) }],
  ['a forged role', { ...body, role: 'facilitator' }],
  ['a list', [body]],
])('W4 %s: 422, and nothing is created', async (_, wrong) => {
  const sessions = await start()
  const reply = await ask(sessions, { body: wrong })
  expect(refusalOf(reply)).toEqual([422, 'bad-input'])
  expect(reply.headers.getSetCookie()).toEqual([])
})

test('W4 the answer to bad input says where it is and does not repeat it', async () => {
  const sessions = await start()
  const reply = await ask<{ error: { details: unknown } }>(sessions, {
    body: { ...body, agenda: [{ kind: 'brainstorm', names: 'canary' }] },
  })
  expect(reply.json.error.details).toEqual({ path: 'agenda.0.names', problem: 'picklist' })
  expect((await ask(sessions, { body: { ...body, 'a canary name': 1 } })).text).not.toContain('canary')
})

test('I12 where the operator set a key, only whoever shows it creates a session', async () => {
  const sessions = await start({ environment: { CREATE_KEY: 'open-sesame' } })
  expect(refusalOf(await ask(sessions, { body }))).toEqual([403, 'not-allowed'])
  expect(refusalOf(await ask(sessions, { body, token: 'open-sesam' }))).toEqual([403, 'not-allowed'])
  expect((await ask(sessions, { body, token: 'open-sesame' })).status).toBe(201)
  expect((await ask<{ create: string }>(`${server.origin}/api/config`)).json.create).toBe('key')
})

test('I12 wrong keys are counted, and then wait', async () => {
  const sessions = await start({ environment: { CREATE_KEY: 'open-sesame' } })
  for (let tries = 0; tries < 30; tries++) await ask(sessions, { body, token: `guess-${tries}` })
  const reply = await ask(sessions, { body, token: 'open-sesame' })
  expect(refusalOf(reply)).toEqual([429, 'too-many'])
  expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('W23 one address creates 30 sessions an hour, another is not held back by it', async () => {
  const sessions = await start({ environment: { TRUST_PROXY: 'loopback' } })
  const from = (address: string) => ask(sessions, { body, headers: { 'x-forwarded-for': address } })
  for (let count = 0; count < 30; count++) expect((await from('198.51.100.1')).status).toBe(201)
  expect(refusalOf(await from('198.51.100.1'))).toEqual([429, 'too-many'])
  expect((await from('198.51.100.2')).status).toBe(201)
})

test('W5 a code that is taken already is drawn again', async () => {
  await start()
  const { create } = server.store
  let first = true
  Object.assign(server.store, {
    create: (write: Parameters<typeof create>[0]) => {
      if (!first) return create(write)
      first = false
      return create({ ...write, value: { ...write.value, code: taken.code } })
    },
  })
  first = false
  const taken = await createMeeting(server)
  first = true
  const meeting = await createMeeting(server)
  expect(meeting.code).not.toBe(taken.code)
  expect((await ask(urlOf(meeting), { token: meeting.token })).status).toBe(200)
})
