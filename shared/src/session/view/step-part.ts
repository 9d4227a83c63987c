import { methodOf } from '../../methods/index.ts'
import { inputOf } from '../input.ts'
import { findStop, planOf } from '../plan.ts'
import { findSeat, isWelcome, listSeats } from '../rights.ts'
import type { Session } from '../session.ts'
import { type Audience, isLeading } from './audience.ts'
import { listMarked } from './marks.ts'
import type { Counts, StepPart, Surroundings } from './view.ts'

/** Where everyone is; undefined in the lobby, after the end, and for those who wait. */
export const stepPart = (session: Session, surroundings: Surroundings, audience: Audience): StepPart | undefined => {
  const { position, undoable } = session
  const stop = findStop(session)
  if (audience === 'waiting' || position.state !== 'live' || !stop) return undefined
  const { step, phase } = stop
  const input = inputOf(step)
  return {
    id: step.id,
    kind: step.kind,
    ...(step.title !== undefined && { title: step.title }),
    ...(step.question !== undefined && { question: step.question }),
    phase: phase.key,
    phases: planOf(step).map(({ key, minutes, begins }) => ({ key, minutes, ...(begins && { begins }) })),
    epoch: position.epoch,
    names: step.names,
    ...(Array.isArray(step.prompts) && step.prompts.length > 0 && { prompts: step.prompts }),
    policies: phase.policies,
    ...(position.named && { named: position.named }),
    ...(position.round && { round: position.round }),
    ...(input.length > 0 && { input: { steps: input, kinds: methodOf(step.kind).takes } }),
    ...(step.advances && { advances: step.advances }),
    locked: session.locked,
    ...(session.spotlight && { spotlight: session.spotlight }),
    ...(session.keeping?.keeper && { keeper: session.keeping.keeper }),
    clock: position.clock,
    ...(position.armed && { armed: position.armed }),
    ...(undoable && { undoUntil: undoable.until }),
    counts: countsOf(session, surroundings, isLeading(audience)),
    data: methodOf(step.kind).shows(step.settings),
  }
}

const countsOf = (
  session: Session,
  { ready, here, published, tables }: Surroundings,
  isForLeading: boolean,
): Counts => {
  // What a removed person wrote is not revealed, so it does not count either.
  const amounts = [...ready].flatMap(([id, amount]) => (amount > 0 && isWelcome(findSeat(session, id)) ? [amount] : []))
  const finished = new Set(listMarked(session, 'ready'))
  const hands = listMarked(session, 'hand').length
  const participants = listSeats(session).filter(({ state, role }) => state === 'seated' && role === 'participant')
  return {
    ready: amounts.reduce((sum, amount) => sum + amount, 0),
    writers: amounts.length,
    finished: participants.filter(({ id }) => finished.has(id)).length,
    ...(hands > 0 && { hands }),
    ...(isForLeading && { needTime: listMarked(session, 'need-time').length }),
    here: participants.filter(({ id }) => here.has(id)).length,
    published,
    ...(isForLeading &&
      tables &&
      tables.size > 0 && { tables: Object.fromEntries(tables) as NonNullable<Counts['tables']> }),
  }
}
