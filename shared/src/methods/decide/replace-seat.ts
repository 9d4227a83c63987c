import { type SeatId, omit } from '../../kernel/index.ts'
import type { DecideWork, Temperature } from './state.ts'

const replaceAnswer = (temperature: Temperature, seat: SeatId, into: SeatId): Temperature => {
  if (temperature.state === 'shown') return temperature
  const { answers } = temperature
  const answer = Object.hasOwn(answers, seat) ? answers[seat] : undefined
  if (answer === undefined) return temperature
  // Who answered at both seats has said it once: what the one says that stays.
  return { ...temperature, answers: { [into]: answer, ...omit(answers, seat) } }
}

/** The step once a seat is part of another, or nobody's any more. The links of its actions end with it. */
export const replaceSeat = (work: DecideWork, seat: SeatId, into: SeatId): DecideWork => {
  const { decision, temperature } = work
  const isOwner = (owner: DecideWork['actions'][number]['owner']): boolean => 'seat' in owner && owner.seat === seat
  const theirs = work.actions.filter(({ owner }) => isOwner(owner)).map(({ id }) => id)
  return {
    ...work,
    decision: decision.decided?.by === seat ? { ...decision, decided: { ...decision.decided, by: into } } : decision,
    concerns: work.concerns.map((concern) => (concern.by === seat ? { ...concern, by: into } : concern)),
    ...(temperature && { temperature: replaceAnswer(temperature, seat, into) }),
    actions: work.actions.map((action) => (isOwner(action.owner) ? { ...action, owner: { seat: into } } : action)),
    links: omit(work.links, ...theirs),
  }
}
