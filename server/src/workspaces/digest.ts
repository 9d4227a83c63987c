import { listDecided, takesPart } from '@roundel/shared/session'
import type { SessionDigest } from '@roundel/shared/workspace'
import type { PastSession } from './stored-past.ts'

/** When a session took place: its beginning, else for when it is planned, else when it was made. */
export const momentOf = ({ session }: Pick<PastSession, 'session'>): number => {
  const begun = session.agenda.flatMap(({ spent }) => (spent ? [spent.begunAt] : []))
  return begun.length > 0 ? Math.min(...begun) : (session.plannedAt ?? session.createdAt)
}

/** How many ideas were voted on before what was decided in a session, and how many of these were chosen. */
const countChosen = ({ session }: Pick<PastSession, 'session'>): Pick<SessionDigest, 'scored' | 'chosen'> => {
  const decided = listDecided(session).filter(({ work }) => work.decision.decided !== undefined)
  const scored = new Set(decided.flatMap(({ work }) => (work.scored?.places ?? []).map(({ item }) => item)))
  const chosen = new Set(decided.flatMap(({ work }) => work.decision.chosen).filter((item) => scored.has(item)))
  return { scored: scored.size, chosen: chosen.size }
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
    ...countChosen(past),
    steps: session.agenda.map(({ kind, state, begun }) => ({ kind, state, ...(begun && { begun }) })),
  }
}
