import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../kernel/index.ts'
import { COMMANDS, parseCommand } from './index.ts'

const commandId = 'command000000001'
const item = 'item000000000001'

describe('S7 a command from outside', () => {
  test('S7 is read with its envelope; texts are cleaned and defaults filled in', () => {
    const parsed = parseCommand({
      type: 'add-item',
      commandId,
      expected: { step: 'step000000000001', epoch: 3 },
      kind: 'idea',
      text: '  Show\u202E the way\r\n',
    })
    expect(parsed).toEqual({
      ok: true,
      value: {
        type: 'add-item',
        commandId,
        expected: { step: 'step000000000001', epoch: 3 },
        kind: 'idea',
        text: 'Show the way',
      },
    })
    expect(parseCommand({ type: 'withdraw', commandId, item })).toMatchObject({ ok: true, value: { withdrawn: true } })
  })

  test.each<[string, unknown, string]>([
    ['no object', null, 'type'],
    ['a list', [], 'type'],
    ['an unknown type', { type: 'explode', commandId }, 'type'],
    ['an inherited type', Object.create({ type: 'start', commandId }), 'type'],
    ['the name of an inherited method', { type: 'constructor', commandId }, 'type'],
    ['no id', { type: 'start' }, 'commandId'],
    ['a bad id', { type: 'start', commandId: 'x' }, 'commandId'],
    ['an unknown field', { type: 'start', commandId, extra: 1 }, 'extra'],
    ['an unknown field with a strange name', { type: 'start', commandId, 'my secret idea': 1 }, '?'],
    ['an unknown field deep inside', { type: 'start', commandId, expected: { epoch: 1, at: 2 } }, 'expected.at'],
    ['an expectation without an epoch', { type: 'start', commandId, expected: {} }, 'expected.epoch'],
    ['an epoch that is no number', { type: 'start', commandId, expected: { epoch: Number.NaN } }, 'expected.epoch'],
    ['an empty text', { type: 'add-item', commandId, kind: 'idea', text: ' \u202E\n ' }, 'text'],
    ['a text that is too long', { type: 'add-item', commandId, kind: 'idea', text: 'x'.repeat(2_001) }, 'text'],
    ['a kind that does not exist', { type: 'add-item', commandId, kind: 'spell', text: 'x' }, 'kind'],
    ['no item', { type: 'hide', commandId }, 'item'],
    ['a role that nobody can give', { type: 'set-role', commandId, seat: item, role: 'facilitator' }, 'role'],
    ['an endless clock', { type: 'set-clock', commandId, leftMs: 1e12 }, 'leftMs'],
    ['steps of an unknown kind', { type: 'insert-step', commandId, step: { kind: 'spell' } }, 'step.kind'],
    [
      'too many participants',
      { type: 'set-setting', commandId, participants: LIMITS.participantsAtMost + 1 },
      'participants',
    ],
    ['a challenge without a text', { type: 'edit-challenge', commandId, challenge: { who: 'We' } }, 'challenge.text'],
  ])('S7 with %s is refused, and says where', (_what, input, path) => {
    expect(parseCommand(input)).toEqual({ ok: false, error: { code: 'bad-input', details: { path } } })
  })

  test('S7 whatever it is, it is read or refused, never a fault, and a refusal repeats nothing that was written', () => {
    const type = fc.constantFrom(...COMMANDS.map((command) => command.type))
    fc.assert(
      fc.property(
        fc.oneof(
          fc.anything(),
          fc.tuple(type, fc.object()).map(([name, rest]) => ({ commandId, ...rest, type: name })),
        ),
        (input) => {
          const parsed = parseCommand(input)
          if (!parsed.ok) {
            expect(parsed.error.code).toBe('bad-input')
            expect(String(parsed.error.details?.['path'])).toMatch(/^[A-Za-z0-9.?-]*$/)
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  test('S7 every command has a type of its own', () => {
    expect(new Set(COMMANDS.map(({ type }) => type)).size).toBe(COMMANDS.length)
  })
})
