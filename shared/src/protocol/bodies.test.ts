import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { CreateSessionBody, JoinBody } from './bodies.ts'
import { CLOSE, RESETS_REPLICA } from './close-codes.ts'
import { ClientMessage } from './live.ts'

describe('S7 what comes in through HTTP and the live socket', () => {
  test('S7 a new session needs a title only; what people typed is cleaned', () => {
    expect(v.parse(CreateSessionBody, { title: '  The\u202E front \n desk ' })).toEqual({ title: 'The front desk' })
    const whole = {
      title: 'x',
      language: 'fa',
      challenge: { text: 'How?', translations: { ru: 'Как?' } },
      agenda: [{ kind: 'brainstorm', names: 'shown', settings: { write: 3 } }],
      settings: { door: 'ask', participants: 250 },
      facilitatorName: 'Amina',
      credential: 'token',
    }
    expect(v.parse(CreateSessionBody, whole)).toEqual(whole)
  })

  test.each<[string, unknown]>([
    ['no title', {}],
    ['a title of spaces', { title: ' \n ' }],
    ['a title that is too long', { title: 'x'.repeat(121) }],
    ['an unknown field', { title: 'x', admin: true }],
    ['an unknown language', { title: 'x', language: 'xx' }],
    ['an empty agenda', { title: 'x', agenda: [] }],
    ['an endless agenda', { title: 'x', agenda: Array.from({ length: 41 }, () => ({ kind: 'brainstorm' })) }],
    ['an unknown method', { title: 'x', agenda: [{ kind: 'spell' }] }],
    ['more participants than a session can hold', { title: 'x', settings: { participants: 251 } }],
    ['settings that are none', { title: 'x', agenda: [{ kind: 'brainstorm', settings: 7 }] }],
  ])('S7 a new session with %s is refused', (_what, body) => expect(v.is(CreateSessionBody, body)).toBe(false))

  test('S7 joining takes an invitation and what a person says of themselves, nothing about rights', () => {
    const body = {
      invite: 'K7QM-4TDX',
      name: ' Leila ',
      colour: 'mint',
      language: 'fa',
      department: 'Sales',
      place: 'Yazd',
    }
    expect(v.parse(JoinBody, body)).toEqual({ ...body, name: 'Leila' })
    for (const more of [
      { role: 'facilitator' },
      { side: 'team' },
      { name: '' },
      { name: 'x'.repeat(41) },
      { colour: 'red' },
    ]) {
      expect(v.is(JoinBody, { ...body, ...more })).toBe(false)
    }
    expect(v.is(JoinBody, { name: 'Leila' })).toBe(false)
  })

  test('S7 a message on the live socket is a command with a number', () => {
    expect(v.is(ClientMessage, { type: 'command', ref: 1, command: { type: 'start' } })).toBe(true)
    for (const message of [
      {},
      { type: 'view' },
      { type: 'command', ref: -1, command: {} },
      { type: 'command', ref: 1, command: 'start' },
    ]) {
      expect(v.is(ClientMessage, message)).toBe(false)
    }
  })
})

test('S36 the codes that reset a replica are ones at which stock clients stop', () => {
  for (const code of RESETS_REPLICA) expect(code >= 4400 && code < 4500).toBe(true)
  expect(new Set(Object.values(CLOSE)).size).toBe(Object.values(CLOSE).length)
})
