import * as v from 'valibot'
import { LIMITS, aLine, aLineOrNone, anId } from '../../kernel/index.ts'
import { MIXES } from '../../rotation/index.ts'

/** A name of one of the pictures that tables are told apart by: the client knows which there are. */
const Icon = v.pipe(v.string(), v.regex(/^[a-z-]{1,30}$/))

/** Where people of a table speak who are not in one room: a page of some meeting tool. */
const CallLink = v.pipe(v.string(), v.maxLength(LIMITS.callLinkCharacters), v.url(), v.regex(/^https?:\/\//i))

/** What can be written on a cloth. */
export const CLOTH_KINDS = ['idea', 'note', 'question'] as const

/** How a table is described, whoever sits at it. Absent is unknown. */
export const TABLE_FIELDS = {
  name: aLine(LIMITS.labelCharacters),
  icon: v.optional(Icon),
  place: v.optional(aLine(LIMITS.labelCharacters)),
  /** People it takes, its host included. */
  capacity: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.participantsAtMost))),
  call: v.optional(CallLink),
  /** Its own question, in place of the round's. */
  question: v.optional(aLine(LIMITS.questionCharacters)),
}

/** A table as somebody plans it: without anybody. */
export const TablePlan = v.strictObject(TABLE_FIELDS)
export type TablePlan = Readonly<v.InferOutput<typeof TablePlan>>

/** The questions of the rounds, the first first; the last one given goes on. None: the step's own question. */
export const Questions = v.pipe(
  v.array(aLineOrNone(LIMITS.questionCharacters)),
  v.maxLength(LIMITS.cafeRounds),
  v.readonly(),
)

export const MixBy = v.pipe(
  v.array(v.picklist(MIXES)),
  v.maxLength(MIXES.length),
  v.check((mixes) => new Set(mixes).size === mixes.length),
  v.readonly(),
)

/** Who must not sit together, or must. */
export const Wishes = v.pipe(
  v.array(
    v.strictObject({
      kind: v.picklist(['apart', 'together']),
      seats: v.pipe(v.array(anId<'seat'>()), v.minLength(2), v.maxLength(LIMITS.participantsAtMost), v.readonly()),
    }),
  ),
  v.maxLength(LIMITS.cafeWishes),
  v.readonly(),
)
