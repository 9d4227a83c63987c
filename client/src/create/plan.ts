import { LIMITS, asId, cleanLine, isId } from '@roundel/shared/kernel'
import { METHOD_IDS, methodOf } from '@roundel/shared/methods'
import type { CreateSessionBody, StepBody } from '@roundel/shared/protocol'
import { LANGUAGES, type Language, type Settings, keepAgenda, renewAgenda } from '@roundel/shared/session'
import type { SavedAgenda } from '@roundel/shared/workspace'
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

/**
 * The steps of an agenda that somebody else made, as they are planned here. Settings that do not fit their method any more
 * become its own.
 */
export const planAgenda = (agenda: readonly StepBody[], newId: () => string): readonly PlannedStep[] =>
  renewAgenda(agenda, () => asId<'step'>(newId())).map(({ id, kind, settings, prompts, ...step }, index) =>
    planStep(kind, id, {
      title: step.title ?? '',
      question: step.question ?? '',
      names: step.names ?? 'hidden',
      notes: step.notes ?? '',
      early: index === 0 && step.early === true,
      advances: step.advances === true,
      ...(settings && methodOf(kind).accepts(settings) && { settings }),
      ...(prompts === 'brought' && { prompts }),
    }),
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

/** The plan that begins from an agenda that was kept, with its name to begin from as well. What it does not say stays as in a new one. */
export const planFrom = (
  { title, agenda, language, challenge, settings, plannedMinutes }: Omit<SavedAgenda, 'id'>,
  blank: Pick<Plan, 'name' | 'language'>,
  newId: () => string,
): Plan => {
  const plan = newPlan(planAgenda(agenda, newId), blank.name, language ?? blank.language)
  const { headcount, door, participants, participantsExport, allowLate } = settings ?? {}
  return {
    ...plan,
    title,
    question: challenge?.text ?? '',
    who: challenge?.who ?? '',
    what: challenge?.what ?? '',
    why: challenge?.why ?? '',
    translations: challenge?.translations ?? {},
    plannedMinutes: plannedMinutes ?? plan.plannedMinutes,
    headcount: headcount ?? plan.headcount,
    door: door ?? plan.door,
    participants: participants ?? plan.participants,
    participantsExport: participantsExport ?? plan.participantsExport,
    allowLate: allowLate ?? plan.allowLate,
  }
}

/** What of a plan is kept with an agenda: all of it but its name, its day and who leads. */
export const agendaToKeep = (plan: Plan): Omit<SavedAgenda, 'id' | 'title'> => {
  const { challenge, agenda = [], language, settings, plannedMinutes } = bodyOf(plan, '')
  return {
    agenda: keepAgenda(agenda),
    ...(language && { language }),
    ...(challenge && challenge.text !== '' && { challenge }),
    settings: { ...settings, participants: plan.participants },
    ...(plannedMinutes !== undefined && { plannedMinutes }),
  }
}

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
