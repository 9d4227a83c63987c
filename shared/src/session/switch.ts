import type { Item } from '../board/index.ts'
import {
  type ItemId,
  LIMITS,
  type Refusal,
  type Result,
  type SeatId,
  type StepId,
  fail,
  ok,
  refusal,
} from '../kernel/index.ts'
import { type Prompts, methodOf } from '../methods/index.ts'
import { createStep } from './create.ts'
import type { StepBody } from './fields.ts'
import { isInput } from './input.ts'
import { type Stop, findStop, minutesOf, planOf } from './plan.ts'
import { type BoardFacts, listBrought } from './prompts.ts'
import { findSeat, isWelcome } from './rights.ts'
import type { Session, Step } from './session.ts'

/** A switch of the live step to another method, worked out. */
export interface Switch {
  readonly to: Stop
  /** What the live step becomes. */
  readonly left: 'done' | 'skipped'
  /** The agenda with the new step behind the live one. */
  readonly agenda: readonly Step[]
}

/**
 * What a switch to another method comes to. The new step begins with a short look at the question where its method has
 * that, works on what earlier steps brought unless `body` says otherwise, and asks the same question under the same rule
 * for names.
 *
 * Refuses with `wrong-phase` where no step is live, `ended` after the end, `too-many`, `duplicate`, or `bad-input` for settings that do not fit.
 */
export const planSwitch = (session: Session, body: StepBody, newId: () => string): Result<Switch, Refusal> => {
  const here = findStop(session)
  if (!here) return fail(refusal(session.position.state === 'ended' ? 'ended' : 'wrong-phase'))
  if (session.agenda.length >= LIMITS.agendaSteps) return fail(refusal('too-many', { most: LIMITS.agendaSteps }))
  if (session.agenda.some(({ id }) => id === body.id)) return fail(refusal('duplicate'))
  const { takesOver } = methodOf(body.kind)
  const question = body.question ?? here.step.question
  const step = createStep(
    {
      ...body,
      names: body.names ?? here.step.names,
      ...(question !== undefined && { question }),
      settings: { ...takesOver, ...body.settings },
    },
    newId,
  )
  const phase = step && planOf(step)[0]
  if (!phase) return fail(refusal('bad-input', { path: 'to.settings' }))
  const isDone = planOf(here.step).at(-1)?.key === here.phase.key
  const at = session.agenda.findIndex(({ id }) => id === here.step.id)
  return ok({
    to: { step, phase },
    left: isDone ? 'done' : 'skipped',
    agenda: session.agenda.toSpliced(at + 1, 0, step),
  })
}

/** What stands on the board and waits in private when a switch is looked at. */
export interface SwitchFacts {
  readonly items: Iterable<Pick<Item, 'step' | 'kind' | 'state'>>
  readonly board: BoardFacts
  readonly clusters: number
  readonly links: number
  /** Ready private items of the live step, by seat. */
  readonly ready: ReadonlyMap<SeatId, number>
}

/** What a switch would do. Nothing is moved, copied or deleted by it. */
export interface SwitchPreview {
  /** What the live step becomes; it can be reopened. */
  readonly left: 'done' | 'skipped'
  /** What the new step begins with, and how long it is planned. */
  readonly phase: string
  readonly minutes: number
  /** What stays on the board as it is. */
  readonly stays: { readonly items: number; readonly clusters: number; readonly links: number }
  /** What people of the new step work on, and which steps brought it. */
  readonly input: { readonly items: number; readonly steps: readonly StepId[] }
  /** What the new step can begin from, and which items the steps before it bring for that. */
  readonly prompts?: Omit<Prompts, 'wants'> & { readonly brought: readonly ItemId[] }
  /** Private items that stay private, and how many people will be asked what becomes of theirs. */
  readonly asks: { readonly items: number; readonly people: number }
}

/** What a switch would do, exactly, before anybody presses. Refuses as `planSwitch` does. */
export const previewSwitch = (session: Session, body: StepBody, facts: SwitchFacts): Result<SwitchPreview, Refusal> => {
  const planned = planSwitch(session, body, () => NO_STEP)
  if (!planned.ok) return planned
  const { to, left } = planned.value
  const published = [...facts.items].filter(({ state }) => state === 'published')
  const input = published.filter((item) => isInput(to.step, item))
  const brought = new Set(input.map(({ step }) => step))
  const asked = [...facts.ready].filter(([id, amount]) => amount > 0 && isWelcome(findSeat(session, id)))
  const { prompts } = methodOf(body.kind)
  const at = session.agenda.findIndex(({ state }) => state === 'live') + 1
  return ok({
    left,
    ...(prompts && {
      prompts: {
        kinds: prompts.kinds,
        most: prompts.most,
        brought: listBrought(session, at, prompts, facts.board),
      },
    }),
    phase: to.phase.key,
    minutes: minutesOf(to.step),
    stays: { items: published.length, clusters: facts.clusters, links: facts.links },
    input: {
      items: input.length,
      steps: session.agenda.flatMap(({ id }) => (brought.has(id) ? [id] : [])),
    },
    asks: { items: asked.reduce((sum, [, amount]) => sum + amount, 0), people: asked.length },
  })
}

/** Stands for the step that is not there yet. */
const NO_STEP = '----------------'
