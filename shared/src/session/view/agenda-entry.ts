import { findPast, minutesOf, planOf } from '../plan.ts'
import type { Session, Step } from '../session.ts'
import { type Audience, isLeading } from './audience.ts'
import type { SessionPart, StepPlan } from './view.ts'

/** A step of the agenda, for those who lead with what was planned, and of one that has begun what looking back takes. */
export const agendaEntry = (session: Session, step: Step, audience: Audience): SessionPart['agenda'][number] => ({
  id: step.id,
  kind: step.kind,
  ...(step.title !== undefined && { title: step.title }),
  minutes: minutesOf(step),
  state: step.state,
  ...(isLeading(audience) && { plan: stepPlan(session, step) }),
  ...((step.begun || isLeading(audience)) && lookBack(step)),
})

const stepPlan = (session: Session, step: Step): StepPlan => ({
  ...(step.question !== undefined && { question: step.question }),
  names: step.names,
  settings: step.settings,
  ...(step.prompts && { prompts: step.prompts }),
  ...(step.notes !== undefined && { notes: step.notes }),
  ...(step.advances && { advances: step.advances }),
  ...(step.early && { early: step.early }),
  ...(step.planned !== undefined && { planned: step.planned }),
  ...(step.spent && { spent: step.spent }),
  past: planOf(step).flatMap(({ key }) => (findPast(session, step, key) ? [key] : [])),
})

const lookBack = (step: Step): Pick<SessionPart['agenda'][number], 'question' | 'names' | 'phases'> => ({
  ...(step.question !== undefined && { question: step.question }),
  names: step.names,
  phases: planOf(step).map(({ key, minutes, begins, policies }) => ({
    key,
    minutes,
    ...(begins && { begins }),
    kinds: policies.kinds,
  })),
})
