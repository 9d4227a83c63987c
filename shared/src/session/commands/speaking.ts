import { type Refusal, type Result, type SeatId, anId, fail, ok, refusal } from '../../kernel/index.ts'
import type { Decision } from '../decision.ts'
import { leads } from '../rights.ts'
import { findRound, passTurn, skipTurn, withRound } from '../round.ts'
import type { Round, Seat, Session } from '../session.ts'
import { LIVE, decided, defineCommand } from './command.ts'
import { wrongPhase } from './objection.ts'

/** Those who lead, and whoever's turn it is, for themselves. */
const mayPass = (session: Session, seat: Seat): boolean => leads(seat) || findRound(session)?.waiting[0] === seat.id

const objectToRound = (session: Session): Refusal | undefined =>
  (findRound(session)?.waiting.length ?? 0) > 0 ? undefined : wrongPhase

/** The round one turn on; two who press at once mean the same turn, so whose it is comes with the press. */
const turn = (session: Session, speaking: SeatId, next: (round: Round) => Round): Result<Decision, Refusal> => {
  const round = findRound(session)
  const present = round?.waiting[0]
  if (!round || present === undefined) return fail(wrongPhase)
  return present === speaking ? ok(decided(withRound(session, next(round)))) : fail(refusal('stale-phase'))
}

/** Whoever speaks has finished; the next one's turn begins. `seat` is whose turn it was. */
export const nextSpeaker = defineCommand({
  type: 'next-speaker',
  fields: { seat: anId<'seat'>() },
  during: LIVE,
  may: mayPass,
  objection: objectToRound,
  decide: (session, { seat }) => turn(session, seat, passTurn),
})

/** Whoever's turn it is does not speak now: they are asked once more at the end. */
export const skipSpeaker = defineCommand({
  type: 'skip-speaker',
  fields: { seat: anId<'seat'>() },
  during: LIVE,
  may: mayPass,
  objection: objectToRound,
  decide: (session, { seat }) => turn(session, seat, skipTurn),
})
