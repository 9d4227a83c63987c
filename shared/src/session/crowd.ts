import { type Random, type SeatId, shuffled } from '../kernel/index.ts'
import type { Phase } from '../methods/index.ts'
import { findSeat, isParticipating, listSeats } from './rights.ts'
import type { Position, Session } from './session.ts'

/**
 * Who is named as a phase is entered: drawn by chance among the participants who are here, where there are more of them
 * than the phase allows all its rights to. Undefined for a smaller room, and for good: who comes or goes during the
 * phase changes nobody's rights.
 */
export const drawNamed = (session: Session, { crowd }: Phase, random: Random): readonly SeatId[] | undefined => {
  if (!crowd) return undefined
  const present = listParticipants(session)
  return present.length > crowd.above ? shuffled(present, random).slice(0, crowd.named) : undefined
}

/** Whether somebody who was named is no participant any more, or not here. */
export const hasVacancy = (session: Session): boolean =>
  namedOf(session.position).some((id) => !isParticipating(findSeat(session, id)))

/** The session with somebody else, drawn by chance, in the place of each of those who went; fewer when nobody is left. */
export const fillVacancies = (session: Session, random: Random): Session => {
  const { position } = session
  if (position.state !== 'live' || !hasVacancy(session)) return session
  const before = namedOf(position)
  const stayed = before.filter((id) => isParticipating(findSeat(session, id)))
  const others = listParticipants(session).filter((id) => !stayed.includes(id))
  const named = [...stayed, ...shuffled(others, random).slice(0, before.length - stayed.length)]
  return { ...session, position: { ...position, named } }
}

const namedOf = (position: Position): readonly SeatId[] => (position.state === 'live' && position.named) || []

const listParticipants = (session: Session): readonly SeatId[] =>
  listSeats(session)
    .filter(isParticipating)
    .map(({ id }) => id)
