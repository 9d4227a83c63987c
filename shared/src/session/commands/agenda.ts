import * as v from 'valibot'
import {
  LIMITS,
  type Refusal,
  type Result,
  type StepId,
  aLine,
  anId,
  fail,
  ok,
  omit,
  refusal,
} from '../../kernel/index.ts'
import { methodOf } from '../../methods/index.ts'
import type { Circumstances } from '../circumstances.ts'
import { acceptsPrompts, createStep, readSettings } from '../create.ts'
import type { Decision } from '../decision.ts'
import { Notes, Prompts, StepBody } from '../fields.ts'
import { inputOf } from '../input.ts'
import { hold } from '../move.ts'
import { findStep, planOf } from '../plan.ts'
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

/** Whether people wrote under the names and settings of a step, so that they stand. */
const stands = (step: Step, { isWrittenFor }: Pick<Circumstances, 'isWrittenFor'>): boolean =>
  step.begun === true || (step.early === true && isWrittenFor(step.id))

/** Whether two settings of a method differ in minutes only: the same phases take place, with the same rights, on the same items. */
const differInMinutesOnly = (before: Step, settings: Step['settings']): boolean => {
  const after = { ...before, settings }
  const bare = (step: Step): string =>
    JSON.stringify([
      planOf(step).map((phase) => ({ ...phase, minutes: 0 })),
      methodOf(step.kind).shows(step.settings),
      inputOf(step),
    ])
  return bare(before) === bare(after)
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
    if (session.agenda.some(({ id }) => id === body.id)) return fail(refusal('duplicate'))
    const step = createStep(body, newId)
    return step ? place(session, step, before) : fail(refusal('bad-input', { path: 'step.settings' }))
  },
})

/** Takes a step off the agenda that has never been live and for which nobody has written. One step stays. */
export const removeStep = defineCommand({
  type: 'remove-step',
  fields: { step: anId<'step'>() },
  during: BEFORE_END,
  may: (_session, seat) => leads(seat),
  decide: (session, { step: id }, _seat, circumstances) => {
    const step = findPlanned(session, id)
    if (!step.ok) return step
    if (stands(step.value, circumstances) || session.agenda.length === 1) return fail(refusal('wrong-phase'))
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

/** What can be changed of a step that is not planned any more. */
const OPEN_FIELDS: Readonly<Record<Exclude<Step['state'], 'planned'>, readonly string[]>> = {
  live: ['settings', 'notes', 'advances'],
  done: ['notes'],
  skipped: ['notes'],
}

/** The step to change so, or why not. */
const findEditable = (
  session: Session,
  id: StepId,
  changes: Readonly<Record<string, unknown>>,
): Result<Step, Refusal> => {
  const step = findStep(session, id)
  if (!step) return fail(refusal('unknown'))
  if (step.state === 'planned') return ok(step)
  const open = OPEN_FIELDS[step.state]
  const isOpen = Object.keys(changes).every((name) => changes[name] === undefined || open.includes(name))
  return isOpen ? ok(step) : fail(refusal('wrong-phase'))
}

/**
 * Changes a planned step; an empty text takes it away. Settings are whole: the method fills in what is missing. Names and
 * settings stand from the moment a step was first live, or people began to write for it, since they wrote under them:
 * then only minutes change, and what its method says may. Of a live step minutes, notes and whether it goes on by itself can be changed, of a past one
 * the notes.
 */
export const editStep = defineCommand({
  type: 'edit-step',
  fields: {
    step: anId<'step'>(),
    title: v.optional(v.union([v.literal(''), aLine(LIMITS.titleCharacters)])),
    question: v.optional(v.union([v.literal(''), aLine(LIMITS.questionCharacters)])),
    names: v.optional(v.picklist(['hidden', 'shown'])),
    settings: v.optional(v.record(v.string(), v.unknown())),
    prompts: v.optional(Prompts),
    notes: v.optional(Notes),
    advances: v.optional(v.boolean()),
    early: v.optional(v.boolean()),
  },
  during: BEFORE_END,
  may: (_session, seat) => leads(seat),
  decide: (session, command, _seat, circumstances) => {
    const { step: id, title, question, names, settings, prompts, notes, advances, early } = command
    const found = findEditable(session, id, { title, question, names, settings, prompts, notes, advances, early })
    if (!found.ok) return found
    const before = found.value
    const isAboutNotes = [title, question, names, settings, prompts, advances, early].every(
      (value) => value === undefined,
    )
    if (isAboutNotes) return ok(decided(withNotes(session, id, notes)))
    const next = settings === undefined ? before.settings : readSettings(before.kind, settings)
    if (!next) return fail(refusal('bad-input', { path: 'settings' }))
    const isFixed = stands(before, circumstances)
    const isOpen =
      differInMinutesOnly(before, next) || methodOf(before.kind).mayRearrange(before.settings, next, before.reached)
    const keepsPromise = (names ?? before.names) === before.names && isOpen
    if (isFixed && (!keepsPromise || prompts !== undefined)) return fail(refusal('wrong-phase'))
    if (!acceptsPrompts({ kind: before.kind, prompts })) return fail(refusal('bad-input', { path: 'prompts' }))
    const begins = prompts ?? before.prompts ?? []
    const step: Step = {
      ...omit(before, 'title', 'question', 'prompts', 'notes', 'advances', 'early', 'planned'),
      ...(settings === undefined && before.planned !== undefined && { planned: before.planned }),
      ...(begins.length > 0 && { prompts: begins }),
      ...withText('title', title ?? before.title),
      ...withText('question', question ?? before.question),
      ...withText('notes', notes ?? before.notes),
      ...withFlag('advances', advances ?? before.advances),
      ...withFlag('early', early ?? before.early),
      names: names ?? before.names,
      settings: next,
      // Whoever wrote for it did so under its names.
      ...(isFixed && { begun: true as const }),
    }
    const agenda = session.agenda.map((other) => (other.id === id ? step : other))
    const isTurnedOn = advances === true && !before.advances
    const position = isTurnedOn ? hold(session.position, agenda, circumstances.now) : session.position
    return ok(decided({ ...withAgenda(session, agenda), position }))
  },
})

/** The session with other notes for a step, or as it is. What can be taken back stays so, and takes no notes along. */
const withNotes = (session: Session, id: StepId, notes: string | undefined): Session => {
  if (notes === undefined) return session
  const write = (step: Step): Step => (step.id === id ? { ...omit(step, 'notes'), ...withText('notes', notes) } : step)
  const { undoable } = session
  return {
    ...session,
    agenda: session.agenda.map(write),
    ...(undoable && { undoable: { ...undoable, agenda: undoable.agenda.map(write) } }),
  }
}

const withFlag = <Key extends string>(key: Key, on: boolean | undefined): Partial<Record<Key, true>> =>
  on ? ({ [key]: true } as Record<Key, true>) : {}

const withText = <Key extends string>(key: Key, text: string | undefined): Partial<Record<Key, string>> =>
  text ? ({ [key]: text } as Record<Key, string>) : {}
