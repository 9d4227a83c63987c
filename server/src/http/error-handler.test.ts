import * as v from 'valibot'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { StorageFault } from '../storage/store.ts'
import { type Meeting, ask, createMeeting, give, newId, order, refusalOf, urlOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { Refused } from './answers.ts'

let server: RunningServer
let meeting: Meeting
beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server)
})
afterEach(() => server.stop())

const BODIES: readonly (readonly [name: string, body: string, expected: readonly [number, string]])[] = [
  ['JSON that breaks off', '{"title": "canary', [400, 'bad-json']],
  ['no JSON at all', 'canary', [400, 'bad-json']],
  ['an empty body', '', [400, 'bad-json']],
  ['two values', '{}{}', [400, 'bad-json']],
  ['a field of the prototype', '{"title":"A","__proto__":{"canary":1}}', [400, 'bad-json']],
  ['a constructor', '{"title":"A","constructor":{"prototype":{"canary":1}}}', [400, 'bad-json']],
  ['null', 'null', [422, 'bad-input']],
  ['a number', '5', [422, 'bad-input']],
  ['a list', '[]', [422, 'bad-input']],
  ['a body that is too large', JSON.stringify({ title: 'x'.repeat(257 * 1024) }), [413, 'too-large']],
]

test.each(BODIES)(
  'W4 %s is refused with its code, and what stands in it is not repeated',
  async (_, body, expected) => {
    for (const path of [
      '/api/sessions',
      `/api/sessions/${meeting.session}/seats`,
      `/api/sessions/${meeting.session}/commands`,
    ]) {
      const reply = await ask(`${server.origin}${path}`, { body, token: meeting.token })
      expect(refusalOf(reply)).toEqual(expected)
      v.parse(Refused, reply.json)
      expect(reply.text).not.toContain('canary')
    }
    expect((await order(meeting, { type: 'start' })).version).toBeGreaterThan(0)
  },
)

test.each([
  '/api/nowhere',
  '/api',
  '/api/sessions/short',
  '/api/sessions/..%2f..%2fetc/items',
  '/api/sessions/%00',
  '/nowhere',
  '/.env',
  '/assets/x.js',
  `/api/sessions/${'x'.repeat(300)}`,
])('W4 there is nothing at %s', async (path) => {
  expect(refusalOf(await ask(`${server.origin}${path}`, { token: meeting.token }))).toEqual([404, 'unknown'])
})

test('W4 an address that cannot be decoded, and a method that is not there', async () => {
  expect(refusalOf(await ask(`${server.origin}/api/%zz`))).toEqual([400, 'bad-request'])
  expect(refusalOf(await ask(urlOf(meeting), { method: 'PATCH', body: {} }))).toEqual([404, 'unknown'])
})

test('W4 a plain request at an address of sockets is told so', async () => {
  for (const path of ['/live', '/docs/board']) {
    expect(refusalOf(await ask(urlOf(meeting, path), { token: meeting.token }))).toEqual([426, 'upgrade-required'])
  }
})

const COMMANDS: readonly (readonly [string, unknown, readonly [number, string]])[] = [
  ['an unknown command', { type: 'become-facilitator', commandId: newId() }, [422, 'bad-input']],
  ['no type', { commandId: newId() }, [422, 'bad-input']],
  ['no id', { type: 'start' }, [422, 'bad-input']],
  ['an id of another shape', { type: 'start', commandId: 'x' }, [422, 'bad-input']],
  ['an unknown field', { type: 'start', commandId: newId(), 'a canary': 1 }, [422, 'bad-input']],
  ['a field of another type', { type: 'lock', commandId: newId(), locked: 'canary' }, [422, 'bad-input']],
  ['somebody who is not there', { type: 'remove', commandId: newId(), seat: newId() }, [404, 'unknown']],
  ['another epoch', { type: 'start', commandId: newId(), expected: { epoch: 99 } }, [409, 'stale-phase']],
]

test.each(COMMANDS)('W4 a command with %s is refused with its code', async (_, command, expected) => {
  const reply = await ask(urlOf(meeting, '/commands'), { token: meeting.token, body: command })
  expect(refusalOf(reply)).toEqual(expected)
  expect(reply.text).not.toContain('canary')
})

test('W3 when the store fails the answer is 503 and tells nothing of the inside', async () => {
  Object.assign(server.store, { session: () => Promise.reject(new StorageFault('/secret/path: disk I/O error')) })
  server.chance.jump(120_000)
  const reply = await ask(`${server.origin}/api/join/${meeting.code}`)
  expect(refusalOf(reply)).toEqual([503, 'overloaded'])
  expect(reply.text).not.toMatch(/secret|disk|\.ts/)
})

test('W3 when something breaks the answer is 500 and tells nothing of the inside', async () => {
  Object.assign(server.store, { grant: () => Promise.reject(new Error('secret trouble at /secret/path')) })
  const reply = await give(meeting, { type: 'start' })
  expect(refusalOf(reply)).toEqual([500, 'internal'])
  expect(reply.text).not.toMatch(/secret|\.ts|\bat /)
})
