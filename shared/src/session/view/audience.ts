import type { SeatId } from '../../kernel/index.ts'
import { findSeat } from '../rights.ts'
import type { Session } from '../session.ts'

/**
 * Who sees the same, so that the server makes each part once for all of them.
 *
 * `facilitator` sees every link, `co-facilitators` all but the facilitator's; `seated` people see the code, `guests`
 * (clients and observers) do not; a `screen` shows the code, and nobody's name in a private phase; `waiting` are all who are
 * not seated.
 */
export type Audience = 'facilitator' | 'co-facilitators' | 'seated' | 'guests' | 'screen' | 'waiting'

/** Whom a seat sees the session with. */
export const audienceOf = (session: Session, id: SeatId): Audience => {
  const seat = findSeat(session, id)
  if (seat?.state !== 'seated') return 'waiting'
  switch (seat.role) {
    case 'facilitator':
      return 'facilitator'
    case 'co-facilitator':
      return 'co-facilitators'
    case 'participant':
      return seat.side === 'client' ? 'guests' : 'seated'
    case 'screen':
      return 'screen'
    case 'observer':
      return 'guests'
  }
}

/** Whether the code is for them to hand on: those who came with the team. */
export const mayInvite = (audience: Audience): boolean =>
  isLeading(audience) || audience === 'seated' || audience === 'screen'

/** Whether they lead. */
export const isLeading = (audience: Audience): boolean => audience === 'facilitator' || audience === 'co-facilitators'
