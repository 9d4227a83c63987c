import { omit } from '../kernel/index.ts'
import type { DocumentWrite } from './circumstances.ts'
import type { Session } from './session.ts'

/** The session without its spotlight when these writes take the item in it off the board. */
export const dropSpotlight = (session: Session, writes: readonly DocumentWrite[]): Session => {
  const isGone = writes.some(
    (write) => write.type === 'set-state' && write.item === session.spotlight && write.state !== 'published',
  )
  return isGone ? omit(session, 'spotlight') : session
}
