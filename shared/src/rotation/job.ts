import * as v from 'valibot'
import {
  LIMITS,
  type Refusal,
  type Result,
  type SeatId,
  type TableId,
  fail,
  isId,
  ok,
  refusal,
} from '../kernel/index.ts'
import { planRotation } from './plan.ts'
import { MIXES, type RotationPlan } from './rotation.ts'

/** More rounds and steps than any café has: a job is not a way to keep a server busy. */
const ROUNDS = 24
const ITERATIONS = 1_000_000

const whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most))
const ASeat = v.custom<SeatId>((input) => isId<'seat'>(input))
const ATable = v.custom<TableId>((input) => isId<'table'>(input))
const Label = v.pipe(v.string(), v.maxLength(LIMITS.labelCharacters))
const people = LIMITS.participantsAtMost

const Round = v.pipe(
  v.array(
    v.strictObject({
      table: ATable,
      host: v.exactOptional(ASeat),
      travellers: v.pipe(v.array(ASeat), v.maxLength(people)),
    }),
  ),
  v.maxLength(people),
)

const Job = v.strictObject({
  seed: whole(2 ** 32 - 1),
  iterations: whole(ITERATIONS),
  tables: v.pipe(
    v.array(
      v.strictObject({
        id: ATable,
        host: v.exactOptional(ASeat),
        place: v.exactOptional(Label),
        capacity: v.exactOptional(v.pipe(whole(people), v.minValue(1))),
      }),
    ),
    v.minLength(1),
    v.maxLength(people),
  ),
  travellers: v.pipe(
    v.array(
      v.strictObject({
        id: ASeat,
        place: v.exactOptional(Label),
        department: v.exactOptional(Label),
        side: v.exactOptional(Label),
        language: v.exactOptional(Label),
      }),
    ),
    v.maxLength(people),
  ),
  rounds: whole(ROUNDS),
  mayReturn: v.exactOptional(v.boolean()),
  wishes: v.pipe(
    v.array(
      v.strictObject({ kind: v.picklist(['apart', 'together']), seats: v.pipe(v.array(ASeat), v.maxLength(people)) }),
    ),
    v.maxLength(people),
  ),
  mixBy: v.pipe(v.array(v.picklist(MIXES)), v.maxLength(MIXES.length)),
  past: v.pipe(v.array(Round), v.maxLength(ROUNDS)),
  before: v.pipe(
    v.array(v.strictObject({ one: ASeat, other: ASeat, times: whole(1_000) })),
    v.maxLength((people * people) / 2),
  ),
  previous: v.pipe(v.array(Round), v.maxLength(ROUNDS)),
  announced: whole(ROUNDS),
})

const isUnique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length

/** What a worker does with a message: the plan as plain data, or `bad-input` for what is no such job. */
export const runRotation = (input: unknown): Result<RotationPlan, Refusal> => {
  const job = v.safeParse(Job, input)
  if (!job.success) return fail(refusal('bad-input', { reason: 'job' }))
  const { tables, travellers, mixBy } = job.output
  const seats = [...travellers.map(({ id }) => id), ...tables.flatMap(({ host }) => host ?? [])]
  if (!isUnique(seats)) return fail(refusal('bad-input', { reason: 'seats' }))
  if (!isUnique(tables.map(({ id }) => id))) return fail(refusal('bad-input', { reason: 'tables' }))
  if (!isUnique(mixBy)) return fail(refusal('bad-input', { reason: 'mixBy' }))
  return ok(planRotation(job.output))
}
