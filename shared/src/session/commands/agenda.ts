import * as v from 'valibot'
import { LIMITS, type Refusal, type Result, type StepId, fail, ok, omit, refusal } from '../../kernel/index.ts'
import { createStep, readSettings } from '../create.ts'
import type { Decision } from '../decision.ts'
import { StepBody, anId, line } from '../fields.ts'
import { findStep } from '../plan.ts'
import { leads } from '../rights.ts'
import type { Session, Step } from '../session.ts'
import { BEFORE_END, decided, defineCommand } from './command.ts'

/** Changing the agenda ends the chance to undo the last move: what would come back may not be there any more. */
const withAgenda = (session: Session, agenda: readonly Step[]): Session => ({ ...omit(session, 'undoable'), agenda })

/** The steps with one more before another, or at the end; undefined when it cannot stand there: only what is planned is still to come. */
const placeStep = (agenda: readonly Step[], step: Step, before: StepId | undefined): readonly Step[] | undefined => {
  if (before === undefined) return [...agenda, step]
  const at = agenda.findIndex(({ id }) => id === before)
  return agenda[at]?.state === 'planned' ? agenda.toSpliced(at, 0, step) : undefined
}

/** A step that is still to come, or why not. */
const findPlanned = (session: Session, id: StepId): Result<Step, Refusal> => {
  const step = findStep(session, id)
  if (!step) return fail(refusal('unknown'))
  return step.state === 'planned' ? ok(step) : fail(refusal('wrong-phase'))
}

const place = (session: Session, step: Step, before: StepId | undefined): Result<Decision, Refusal> => {
  const agenda = placeStep(session.agenda, step, before)
  return agenda ? ok(decided(withAgenda(session, agenda), [], { step: step.id })) : fail(refusal('wrong-phase'))
}

/** Adds a step before a planned one, or at the end. Answers its id. */
export const insertStep = defineCommand({
  type: 'insert-step',
  fields: { step: StepBody, before: v.optional(anId<'step'>()) },
  during: BEFORE_END,
  may: (_session, seat) => leads(seat),
  decide: (session, { step: body, before }, _seat, { newId }) => {
    if (session.agenda.length >= LIMITS.agendaSteps) return fail(refusal('too-many', { most: LIMITS.agendaSteps }))
    const step = createStep(body, newId)
    return step ? place(session, step, before) : fail(refusal('bad-input', { path: 'step.settings' }))
  },
})

/** Takes a step off the agenda that has never been live. One step stays. */
export const removeStep = defineCommand({
  type: 'remove-step',
  fields: { step: anId<'step'>() },
  during: BEFORE_END,
  may: (_session, seat) => leads(seat),
  decide: (session, { step: id }) => {
    const step = findPlanned(session, id)
    if (!step.ok) return step
    if (step.value.begun || session.agenda.length === 1) return fail(refusal('wrong-phase'))
    return ok(
      decided(
        withAgenda(
          session,
          session.agenda.filter((other) => other.id !== id),
        ),
      ),
    )
  },
})

/** Puts a planned step before another planned one, or at the end. */
export const moveStep = defineCommand({
  type: 'move-step',
  fields: { step: anId<'step'>(), before: v.optional(anId<'step'>()) },
  during: BEFORE_END,
  may: (_session, seat) => leads(seat),
  decide: (session, { step: id, before }) => {
    const step = findPlanned(session, id)
    if (!step.ok) return step
    if (before === id) return ok(decided(session, [], { step: id }))
    return place({ ...session, agenda: session.agenda.filter((other) => other.id !== id) }, step.value, before)
  },
})

/**
 * Changes a planned step; an empty title or question takes it away. Settings are whole: the method fills in what is
 * missing. Names and settings stand from the moment a step was first live, since people wrote under them.
 */
export const editStep = defineCommand({
  type: 'edit-step',
  fields: {
    step: anId<'step'>(),
    title: v.optional(v.union([v.literal(''), line(LIMITS.titleCharacters)])),
    question: v.optional(v.union([v.literal(''), line(LIMITS.questionCharacters)])),
    names: v.optional(v.picklist(['hidden', 'shown'])),
    settings: v.optional(v.record(v.string(), v.unknown())),
  },
  during: BEFORE_END,
  may: (_session, seat) => leads(seat),
  decide: (session, { step: id, title, question, names, settings }) => {
    const found = findPlanned(session, id)
    if (!found.ok) return found
    const before = found.value
    if (before.begun && (names !== undefined || settings !== undefined)) return fail(refusal('wrong-phase'))
    const next = settings === undefined ? before.settings : readSettings(before.kind, settings)
    if (!next) return fail(refusal('bad-input', { path: 'settings' }))
    const step: Step = {
      ...omit(before, 'title', 'question'),
      ...withText('title', title ?? before.title),
      ...withText('question', question ?? before.question),
      names: names ?? before.names,
      settings: next,
    }
    return ok(
      decided(
        withAgenda(
          session,
          session.agenda.map((other) => (other.id === id ? step : other)),
        ),
      ),
    )
  },
})

const withText = <Key extends string>(key: Key, text: string | undefined): Partial<Record<Key, string>> =>
  text ? ({ [key]: text } as Record<Key, string>) : {}
