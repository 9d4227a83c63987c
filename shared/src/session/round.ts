import { type Random, type SeatId, shuffled } from '../kernel/index.ts'
import type { Phase } from '../methods/index.ts'
import { listSeats, takesPart } from './rights.ts'
import type { Position, Round, Session } from './session.ts'

/** Who takes part and is at the session, in the order in which they came. */
const listSpeakers = (session: Session): readonly SeatId[] =>
  listSeats(session)
    .filter((seat) => seat.state === 'seated' && takesPart(seat))
    .toSorted((one, other) => one.joinedAt - other.joinedAt || (one.id < other.id ? -1 : 1))
    .map(({ id }) => id)

/** The order in which everyone speaks, drawn by chance as a phase is entered that wants one. */
export const drawRound = (session: Session, { speaks }: Phase, random: Random): Round | undefined =>
  speaks ? { spoken: [], waiting: shuffled(listSpeakers(session), random), skipped: [] } : undefined

/** The round of the present phase. */
export const findRound = ({ position }: Session): Round | undefined =>
  position.state === 'live' ? position.round : undefined

/** The session with another round. */
export const withRound = (session: Session, round: Round): Session => {
  const { position } = session
  return position.state === 'live' ? { ...session, position: { ...position, round } } : session
}

/** The session whose round waits for those who are there: who went is left out, who came later stands at the end. */
export const refreshRound = (session: Session): Session => {
  const round = findRound(session)
  if (!round) return session
  const present = listSpeakers(session)
  const known = new Set([...round.spoken, ...round.waiting])
  const stayed = round.waiting.filter((id) => present.includes(id))
  const late = present.filter((id) => !known.has(id))
  if (late.length === 0 && stayed.length === round.waiting.length) return session
  return withRound(session, { ...round, waiting: [...stayed, ...late] })
}

/** The session with a seat of its round, and of the one that a press would bring back, under another id, or out of it. */
export const replaceInRound = (session: Session, seat: SeatId, into?: SeatId): Session => {
  const { position, undoable } = session
  return {
    ...session,
    position: replaceAt(position, seat, into),
    ...(undoable && { undoable: { ...undoable, position: replaceAt(undoable.position, seat, into) } }),
  }
}

const replaceAt = (position: Position, seat: SeatId, into: SeatId | undefined): Position => {
  if (position.state !== 'live' || !position.round) return position
  const { spoken, waiting, skipped } = position.round
  const replace = (seats: readonly SeatId[]): readonly SeatId[] => [
    ...new Set(seats.flatMap((id) => (id === seat ? (into ?? []) : id))),
  ]
  const done = replace(spoken)
  // Of two who are one, one turn is enough.
  const left = replace(waiting).filter((id) => !done.includes(id))
  return { ...position, round: { spoken: done, waiting: left, skipped: replace(skipped) } }
}

/** The round as whoever speaks has finished, or passes. */
export const passTurn = (round: Round): Round => {
  const [speaking, ...waiting] = round.waiting
  return speaking === undefined ? round : { ...round, spoken: [...round.spoken, speaking], waiting }
}

/** The round without whoever's turn it is for now: they are asked again at the end, and the second time they pass. */
export const skipTurn = (round: Round): Round => {
  const [speaking, ...waiting] = round.waiting
  if (speaking === undefined) return round
  if (round.skipped.includes(speaking)) return passTurn(round)
  return { ...round, waiting: [...waiting, speaking], skipped: [...round.skipped, speaking] }
}
