import type { SessionId } from '@roundel/shared/kernel'
import { type Session, facilitatorOf } from '@roundel/shared/session'

/** What the join page shows to somebody with a code. */
export interface Doorplate {
  readonly id: SessionId
  readonly title: string
  readonly facilitator: string
  readonly people: number
  readonly door: Session['settings']['door']
}

export const doorplateOf = (session: Session): Doorplate => ({
  id: session.id,
  title: session.title,
  facilitator: facilitatorOf(session).name,
  people: Object.values(session.seats).filter((seat) => seat.state === 'seated' && seat.role !== 'screen').length,
  door: session.settings.door,
})
