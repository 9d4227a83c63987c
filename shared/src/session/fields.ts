import * as v from 'valibot'
import { Lang } from '../board/index.ts'
import { LIMITS, aLine, aTextOrNone, anId } from '../kernel/index.ts'
import { METHOD_IDS } from '../methods/index.ts'
import { LANGUAGES } from './session.ts'
import { TEMPLATE_IDS } from './templates.ts'

export const ItemLang = Lang

export const Name = aLine(LIMITS.nameCharacters)

const question = aLine(LIMITS.questionCharacters)

export const ChallengeBody = v.strictObject({
  text: question,
  who: v.optional(question),
  what: v.optional(question),
  why: v.optional(question),
  translations: v.optional(
    v.strictObject({ en: v.optional(question), ru: v.optional(question), fa: v.optional(question) }),
  ),
})

/** What those who lead mean to say in a step, or nothing. */
export const Notes = aTextOrNone(LIMITS.notesCharacters)

/** Items for a step to begin from, or those that the steps before it will bring. */
export const Prompts = v.union([
  v.literal('brought'),
  v.pipe(v.array(anId<'item'>()), v.maxLength(LIMITS.promptsPerStep), v.readonly()),
])

export const StepBody = v.strictObject({
  /** Whoever plans may choose it, so that later steps can refer to earlier ones. */
  id: v.optional(anId<'step'>()),
  kind: v.picklist(METHOD_IDS),
  title: v.optional(aLine(LIMITS.titleCharacters)),
  question: v.optional(question),
  names: v.optional(v.picklist(['hidden', 'shown'])),
  settings: v.optional(v.record(v.string(), v.unknown())),
  prompts: v.optional(Prompts),
  notes: v.optional(Notes),
  advances: v.optional(v.boolean()),
  early: v.optional(v.boolean()),
})
export type StepBody = v.InferOutput<typeof StepBody>

export const SettingsBody = v.strictObject({
  door: v.optional(v.picklist(['open', 'ask'])),
  participants: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.participantsAtMost))),
  participantsExport: v.optional(v.boolean()),
  allowLate: v.optional(v.boolean()),
  headcount: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.participantsAtMost))),
})

/** A moment of server time, milliseconds. */
export const Moment = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(LIMITS.latestMoment))

/** How long a session is to take, minutes. */
export const SessionMinutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.sessionMinutes))

/** What a session is made from. */
export const NewSession = v.strictObject({
  title: aLine(LIMITS.titleCharacters),
  language: v.optional(v.picklist(LANGUAGES)),
  challenge: v.optional(ChallengeBody),
  agenda: v.optional(v.pipe(v.array(StepBody), v.minLength(1), v.maxLength(LIMITS.agendaSteps))),
  settings: v.optional(SettingsBody),
  facilitatorName: v.optional(Name),
  /** An agenda that is ready to use, where none is given. */
  template: v.optional(v.picklist(TEMPLATE_IDS)),
  plannedAt: v.optional(Moment),
  plannedMinutes: v.optional(SessionMinutes),
})
export type NewSession = v.InferOutput<typeof NewSession>
