import { LIMITS, asId, cleanLine, isId } from '@roundel/shared/kernel'
import { METHOD_IDS, methodOf } from '@roundel/shared/methods'
import type { CreateSessionBody, StepBody } from '@roundel/shared/protocol'
import { LANGUAGES, type Language, type Settings } from '@roundel/shared/session'
import * as v from 'valibot'
import { type PlannedStep, planStep, stepBody, totalOf } from '../agenda/agenda-plan.ts'

/** What the page has collected, as typed. */
export interface Plan {
  readonly title: string
  readonly question: string
  readonly who: string
  readonly what: string
  readonly why: string
  readonly translations: Readonly<Partial<Record<Language, string | undefined>>>
  readonly name: string
  readonly language: Language
  readonly agenda: readonly PlannedStep[]
  /** How long all of it is to take, minutes. */
  readonly plannedMinutes: number
  /** When it is to begin, as the field of a form says it: local time without a zone, or empty. */
  readonly at: string
  readonly headcount: number
  readonly door: Settings['door']
  readonly participants: number
  readonly participantsExport: boolean
  readonly allowLate: boolean
}

/** How many people are expected while nobody said otherwise. */
const HEADCOUNT = 12

/** The steps of an agenda that somebody else made, as they are planned here. */
export const planAgenda = (agenda: readonly StepBody[], newId: () => string): readonly PlannedStep[] =>
  agenda.map(({ kind, title = '', settings, prompts }) =>
    planStep(kind, newId(), { title, ...(settings && { settings }), ...(prompts && { prompts }) }),
  )

/** A plan that can be used from the first second. */
export const newPlan = (agenda: readonly PlannedStep[], name: string, language: Language): Plan => ({
  title: '',
  question: '',
  who: '',
  what: '',
  why: '',
  translations: {},
  name,
  language,
  agenda,
  plannedMinutes: totalOf(agenda),
  at: '',
  headcount: HEADCOUNT,
  door: 'open',
  participants: LIMITS.participants,
  participantsExport: false,
  allowLate: true,
})

/** What is missing before a session can be created. */
export const findMissing = (plan: Plan): 'title' | 'question' | undefined =>
  cleanLine(plan.title) === '' ? 'title' : cleanLine(plan.question) === '' ? 'question' : undefined

/** The moment that a field of a form says, milliseconds; undefined for an empty or an impossible one. */
export const momentOf = (at: string): number | undefined => {
  const moment = new Date(at).getTime()
  return Number.isNaN(moment) ? undefined : moment
}

/** The plan as the server takes it. Fields that nobody filled in are left out; a leader without a name is `nameless`. */
export const bodyOf = (plan: Plan, nameless: string): CreateSessionBody => {
  const line = (key: 'who' | 'what' | 'why') => {
    const text = cleanLine(plan[key])
    return text === '' ? {} : { [key]: text }
  }
  const translations = Object.entries(plan.translations).flatMap(([language, text]) => {
    const clean = cleanLine(text ?? '')
    return clean === '' || language === plan.language ? [] : [[language, clean] as const]
  })
  const plannedAt = momentOf(plan.at)
  return {
    title: cleanLine(plan.title),
    language: plan.language,
    challenge: {
      text: cleanLine(plan.question),
      ...line('who'),
      ...line('what'),
      ...line('why'),
      ...(translations.length > 0 && { translations: Object.fromEntries(translations) }),
    },
    agenda: plan.agenda.map(stepBody),
    settings: {
      door: plan.door,
      participants: Math.max(plan.participants, plan.headcount),
      participantsExport: plan.participantsExport,
      allowLate: plan.allowLate,
      headcount: plan.headcount,
    },
    facilitatorName: cleanLine(plan.name) || nameless,
    plannedMinutes: plan.plannedMinutes,
    ...(plannedAt !== undefined && { plannedAt }),
  }
}

const people = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.participantsAtMost))

const Kept: v.GenericSchema<unknown, Plan> = v.object({
  title: v.string(),
  question: v.string(),
  who: v.string(),
  what: v.string(),
  why: v.string(),
  translations: v.object({ en: v.optional(v.string()), ru: v.optional(v.string()), fa: v.optional(v.string()) }),
  name: v.string(),
  language: v.picklist(LANGUAGES),
  agenda: v.pipe(
    v.array(
      v.pipe(
        v.object({
          id: v.pipe(
            v.string(),
            v.check(isId),
            v.transform((id) => asId<'step'>(id)),
          ),
          kind: v.picklist(METHOD_IDS),
          title: v.string(),
          question: v.string(),
          names: v.picklist(['hidden', 'shown']),
          notes: v.string(),
          settings: v.record(v.string(), v.unknown()),
          // On a page there is no board yet to choose from.
          prompts: v.exactOptional(v.picklist(['brought'])),
          early: v.boolean(),
          advances: v.boolean(),
        }),
        v.check(({ kind, settings }) => methodOf(kind).accepts(settings)),
      ),
    ),
    v.minLength(1),
    v.maxLength(LIMITS.agendaSteps),
  ),
  plannedMinutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.sessionMinutes)),
  at: v.string(),
  headcount: people,
  door: v.picklist(['open', 'ask']),
  participants: people,
  participantsExport: v.boolean(),
  allowLate: v.boolean(),
})

/** A plan that was kept on this device; undefined when it no longer fits, for instance after an update. */
export const readPlan = (kept: unknown): Plan | undefined => {
  const read = v.safeParse(Kept, kept)
  return read.success ? read.output : undefined
}
