import { takesPart } from '@roundel/shared/session'
import type { SessionDigest } from '@roundel/shared/workspace'
import type { PastSession } from './stored-past.ts'

/** When a session took place: its beginning, else for when it is planned, else when it was made. */
export const momentOf = ({ session }: Pick<PastSession, 'session'>): number => {
  const begun = session.agenda.flatMap(({ spent }) => (spent ? [spent.begunAt] : []))
  return begun.length > 0 ? Math.min(...begun) : (session.plannedAt ?? session.createdAt)
}

/** A session in figures, and no person. */
export const digestOf = (past: PastSession): SessionDigest => {
  const { session, items } = past
  const present = Object.values(session.seats).filter((seat) => seat.state === 'seated' && takesPart(seat))
  return {
    id: session.id,
    title: session.title,
    state: session.position.state,
    at: momentOf(past),
    people: present.length,
    ideas: [...items.values()].filter(({ kind, state }) => kind === 'idea' && state === 'published').length,
    steps: session.agenda.map(({ kind, state, begun }) => ({ kind, state, ...(begun && { begun }) })),
  }
}
