import * as v from 'valibot'
import { type Refusal, type Result, anId, fail, ok, refusal } from '../../kernel/index.ts'
import type { Envelope } from '../decision.ts'
import { COMMANDS, type Command } from './commands.ts'

const envelope = {
  commandId: anId<'command'>(),
  expected: v.optional(
    v.strictObject({
      step: v.optional(v.pipe(v.string(), v.maxLength(100))),
      epoch: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
    }),
  ),
}

const SCHEMAS: ReadonlyMap<unknown, v.GenericSchema<unknown, unknown>> = new Map(
  COMMANDS.map(({ type, fields }): [unknown, v.GenericSchema<unknown, unknown>] => [
    type,
    v.strictObject({ type: v.literal(type), ...envelope, ...(fields as v.ObjectEntries) }),
  ]),
)

/**
 * A command from outside, or `bad-input` with the `path` of the first thing that does not fit. Unknown types and unknown
 * fields are refused.
 */
export const parseCommand = (input: unknown): Result<Command & Envelope, Refusal> => {
  const type =
    typeof input === 'object' && input !== null && Object.hasOwn(input, 'type')
      ? (input as { type: unknown }).type
      : undefined
  const schema = SCHEMAS.get(type)
  if (!schema) return fail(refusal('bad-input', { path: 'type' }))
  const parsed = v.safeParse(schema, input, { abortEarly: true })
  if (parsed.success) return ok(parsed.output as Command & Envelope)
  return fail(refusal('bad-input', { path: pathOf(parsed.issues[0]) }))
}

// What people make up as names of fields is not repeated.
const pathOf = (issue: v.BaseIssue<unknown>): string =>
  (issue.path ?? []).map(({ key }) => (/^[A-Za-z0-9-]{1,30}$/.test(String(key)) ? String(key) : '?')).join('.')
