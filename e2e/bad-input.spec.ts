import { randomBytes } from 'node:crypto'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { expect, test } from '@playwright/test'
import { malformedFrames } from './malformed.ts'
import {
  type ProgramSeat,
  type ProgramSession,
  type Reply,
  ask,
  codeOf,
  createSession,
  give,
  newId,
  secretOf,
  takeSeat,
  viewOf,
} from './program.ts'
import { openRaw } from './raw.ts'
import { type Server, startServer } from './server.ts'

let server: Server
let session: ProgramSession
let participant: ProgramSeat
let observer: ProgramSeat

test.beforeAll(async () => {
  // One seat opens many sockets here, one after the other, to be thrown out each time.
  server = await startServer({ UPGRADES_PER_SECOND: '10000' })
  session = await createSession(server.origin, { title: 'Doors', agenda: [{ kind: 'brainstorm' }] })
  participant = await takeSeat(session, session.code, 'Ann')
  observer = await takeSeat(session, secretOf(session.links.observer), 'Otto')
  expect((await give(session.facilitator, { type: 'start' })).status).toBe(200)
})

test.afterAll(() => server.stop())

const here = (path = ''): string => `${server.origin}/api/sessions/${session.facilitator.session}${path}`

/** Expects a refusal with its status and code, and nothing of the server's inside in it. */
const expectRefusal = (reply: Reply, status: number, code: string): void => {
  expect({ status: reply.status, code: codeOf(reply) }).toEqual({ status, code })
  expect(reply.text).not.toMatch(/\bat .*\.ts|node:|node_modules|stack/)
}

test.describe('H8 what cannot be read is refused with its code', () => {
  const cases: readonly (readonly [name: string, ask: () => Promise<Reply>, status: number, code: string])[] = [
    ['JSON that breaks off', () => ask(`${server.origin}/api/sessions`, { body: '{"title": "A' }), 400, 'bad-json'],
    ['no body', () => ask(`${server.origin}/api/sessions`, { body: '' }), 400, 'bad-json'],
    [
      'another type',
      () =>
        ask(`${server.origin}/api/sessions`, {
          body: 'title=A',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        }),
      415,
      'unsupported-type',
    ],
    [
      'a body over the limit',
      () => ask(`${server.origin}/api/sessions`, { body: { title: 'x'.repeat(300 * 1024) } }),
      413,
      'too-large',
    ],
    [
      'an unknown field',
      () => ask(`${server.origin}/api/sessions`, { body: { title: 'A', owner: 'me' } }),
      422,
      'bad-input',
    ],
    ['a wrong type', () => ask(`${server.origin}/api/sessions`, { body: { title: 7 } }), 422, 'bad-input'],
    ['a list for a body', () => ask(`${server.origin}/api/sessions`, { body: [] }), 422, 'bad-input'],
    [
      'a field of the prototype',
      () => ask(`${server.origin}/api/sessions`, { body: '{"title":"A","__proto__":{"role":"facilitator"}}' }),
      400,
      'bad-json',
    ],
    ['an unknown command', () => give(participant, { type: 'become-facilitator' }), 422, 'bad-input'],
    [
      'a command with an unknown field',
      () => give(session.facilitator, { type: 'advance', force: true }),
      422,
      'bad-input',
    ],
    ['a path that is not there', () => ask(`${server.origin}/api/nowhere`), 404, 'unknown'],
    [
      // Nobody learns which sessions exist.
      'a session that is not there',
      () => ask(`${server.origin}/api/sessions/${newId()}`, { token: participant.token }),
      401,
      'not-seated',
    ],
    [
      'an id of the wrong shape',
      () => ask(`${server.origin}/api/sessions/..%2f..%2fetc`, { token: participant.token }),
      404,
      'unknown',
    ],
  ]
  for (const [name, request, status, code] of cases) {
    test(`H8 ${name}: ${status} ${code}`, async () => expectRefusal(await request(), status, code))
  }
})

test.describe('H8 what somebody may not do is refused with its code', () => {
  const seats = () => here('/seats')
  const cases: readonly (readonly [name: string, ask: () => Promise<Reply>, status: number, code: string])[] = [
    ['a wrong code', () => ask(`${server.origin}/api/join/AAAA-AAAA`), 404, 'unknown'],
    ['a wrong invite', () => ask(seats(), { body: { invite: 'AAAA-AAAA', name: 'Eve' } }), 404, 'unknown'],
    [
      'a forged role',
      () => ask(seats(), { body: { invite: session.code, name: 'Eve', role: 'facilitator' } }),
      422,
      'bad-input',
    ],
    ['nobody', () => ask(here()), 401, 'not-seated'],
    ['a forged token', () => ask(here(), { token: randomBytes(32).toString('base64url') }), 401, 'not-seated'],
    [
      'the seat of another session',
      async () => ask(here(), { token: (await createSession(server.origin)).facilitator.token }),
      401,
      'not-seated',
    ],
    ['a participant who leads', () => give(participant, { type: 'advance' }), 403, 'not-allowed'],
    ['an observer who signals', () => give(observer, { type: 'mark', mark: 'ready' }), 403, 'not-allowed'],
    [
      'a participant who exports',
      () => ask(here('/export?format=json'), { token: participant.token }),
      403,
      'not-allowed',
    ],
    [
      'a participant who deletes',
      () => ask(here(), { method: 'DELETE', token: participant.token }),
      403,
      'not-allowed',
    ],
  ]
  for (const [name, request, status, code] of cases) {
    test(`H8 ${name}: ${status} ${code}`, async () => expectRefusal(await request(), status, code))
  }
})

test('H8 a foreign page cannot use the cookie of a browser', async () => {
  const seated = await fetch(here('/seats'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.origin },
    body: JSON.stringify({ invite: session.code, name: 'Browser' }),
  })
  expect(seated.status).toBe(201)
  const cookie = seated.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const command = { commandId: newId(), type: 'mark', mark: 'hand' }

  const asPage = (origin: string) => ask(here('/commands'), { body: command, headers: { cookie, origin } })
  expectRefusal(await asPage('https://evil.example'), 403, 'not-allowed')
  expect((await asPage(server.origin)).status).toBe(200)

  const open = (origin: string, path: string) =>
    new Promise<number>((resolve) => {
      const socket = new WebSocket(here(path).replace('http', 'ws'), { headers: { cookie, origin } })
      socket.on('open', () => {
        socket.close()
        resolve(101)
      })
      socket.on('unexpected-response', (_, response) => {
        resolve(response.statusCode ?? 0)
        socket.terminate()
      })
      socket.on('error', () => undefined)
    })
  for (const path of ['/live', '/docs/board']) {
    expect(await open('https://evil.example', path)).toBe(403)
    expect(await open(server.origin, path)).toBe(101)
  }
})

test('H8 documents that are not there or not theirs are refused', async () => {
  for (const document of ['nowhere', 'draft.', `draft.${participant.seat}`]) {
    const socket = openRaw({ ...observer, document })
    const { code } = await socket.closed
    expect([4403, 4404, 1006]).toContain(code)
    await expect(socket.synced).rejects.toThrow()
  }
})

test('H8 200 malformed frames end their own sockets only', async () => {
  const before = await ask(here('/items'), { token: session.facilitator.token })
  const pid = server.pid()
  const honest = openRaw({ ...participant, document: `draft.${participant.seat}` })
  await honest.synced
  const { step } = await viewOf<{ step: { id: string } }>(participant)
  let written = 0
  const write = () => {
    const record = new Y.Map<unknown>()
    honest.doc.transact(() => {
      honest.doc.getMap('items').set(newId(), record)
      record.set('kind', 'idea')
      record.set('step', step.id)
      record.set('text', new Y.Text(`idea ${++written}`))
    })
  }

  const attacker = await takeSeat(session, session.code, 'Eve')
  for (const frame of malformedFrames(200)) {
    const socket = openRaw({ ...attacker, document: 'board' })
    await socket.synced
    socket.send(frame)
    const { code } = await socket.closed
    expect(code, Buffer.from(frame).toString('hex')).toBeGreaterThanOrEqual(4400)
    if (written < 100) write()
  }

  await expect.poll(() => honest.durable()).toBe(honest.sent())
  expect(honest.sent()).toBeGreaterThan(100)
  honest.close()
  expect(server.pid()).toBe(pid)
  expect((await ask(`${server.origin}/api/health`)).status).toBe(200)
  expect((await ask(here('/items'), { token: session.facilitator.token })).text).toBe(before.text)
  expect((await give(session.facilitator, { type: 'lock', locked: true })).status).toBe(200)
})
