import type { Colour } from '@roundel/shared/board'
import type { SessionId } from '@roundel/shared/kernel'
import { type Session, facilitatorOf, leastUsedColour } from '@roundel/shared/session'

/** What the join page shows to somebody with a code. */
export interface Doorplate {
  readonly id: SessionId
  readonly title: string
  readonly facilitator: string
  readonly people: number
  readonly door: Session['settings']['door']
  /** The colour that the fewest people have. */
  readonly colour: Colour
  /** When it ended, if it has. */
  readonly endedAt?: number
}

export const doorplateOf = (session: Session): Doorplate => ({
  id: session.id,
  title: session.title,
  facilitator: facilitatorOf(session).name,
  people: Object.values(session.seats).filter((seat) => seat.state === 'seated' && seat.role !== 'screen').length,
  door: session.settings.door,
  colour: leastUsedColour(session),
  ...(session.position.state === 'ended' && { endedAt: session.position.at }),
})
