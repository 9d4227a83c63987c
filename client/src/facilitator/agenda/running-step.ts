import { MINUTE_MS, cleanLine, cleanText } from '@roundel/shared/kernel'
import type { Command, SessionPart } from '@roundel/shared/session'
import type { PlannedStep } from '../../agenda/agenda-plan.ts'
import type { Open } from '../../agenda/step-sheet.tsx'

/** A step of a running session. */
export type Entry = SessionPart['agenda'][number]

/** The step as its sheet edits it; undefined for those who do not lead, who know nothing of its plan. */
export const editableStep = ({ id, kind, title = '', plan }: Entry): PlannedStep | undefined =>
  plan && {
    id,
    kind,
    title,
    question: plan.question ?? '',
    names: plan.names,
    notes: plan.notes ?? '',
    settings: plan.settings,
    ...(plan.prompts && { prompts: plan.prompts }),
    early: plan.early ?? false,
    advances: plan.advances ?? false,
  }

/**
 * What of a step can still be changed. What people wrote under stands once it has begun; of a live step its minutes and
 * whether it goes on by itself stay open, of a past one the notes alone, which are always open.
 */
export const openOf = ({ state, plan }: Entry, index: number, session: SessionPart['state']): Open => {
  const isPlanned = state === 'planned'
  const isFixed = plan?.spent !== undefined
  return {
    words: isPlanned,
    minutes: isPlanned || state === 'live',
    promise: isPlanned && !isFixed,
    prompts: isPlanned && !isFixed && index > 0,
    early: isPlanned && !isFixed && index === 0 && session === 'lobby',
    advances: isPlanned || state === 'live',
  }
}

type Edit = Extract<Command, { type: 'edit-step' }>

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** The command that makes one into the other, with what differs and nothing else; undefined when nothing does. */
export const editOf = (before: PlannedStep, after: PlannedStep): Edit | undefined => {
  const [title, question, notes] = [cleanLine(after.title), cleanLine(after.question), cleanText(after.notes)]
  const changes = {
    ...(title !== before.title && { title }),
    ...(question !== before.question && { question }),
    ...(notes !== before.notes && { notes }),
    ...(after.names !== before.names && { names: after.names }),
    ...(after.early !== before.early && { early: after.early }),
    ...(after.advances !== before.advances && { advances: after.advances }),
    ...(!isSame(after.settings, before.settings) && { settings: { ...after.settings } }),
    ...(!isSame(after.prompts ?? [], before.prompts ?? []) && { prompts: after.prompts ?? [] }),
  }
  return Object.keys(changes).length > 0 ? { type: 'edit-step', step: before.id, ...changes } : undefined
}

/** How many minutes a step has taken so far, rounded; undefined for one that has not begun. */
export const realMinutes = ({ plan }: Entry, now: number): number | undefined => {
  const spent = plan?.spent
  if (!spent) return undefined
  return Math.round((spent.ms + (spent.since === undefined ? 0 : Math.max(0, now - spent.since))) / MINUTE_MS)
}
