import type { ItemId } from '../../kernel/index.ts'
import { findNext, planOf } from '../plan.ts'
import { compareArrival } from '../line.ts'
import { listSeats } from '../rights.ts'
import type { Invite, Session } from '../session.ts'
import { timingOf } from '../timing.ts'
import { agendaEntry } from './agenda-entry.ts'
import { type Audience, isLeading, mayInvite } from './audience.ts'
import type { SessionPart } from './view.ts'

/** The session, its agenda, for those who lead what they planned, and for those who may invite how. Who waits learns what the door says, and nothing else. */
export const sessionPart = (session: Session, audience: Audience): SessionPart => {
  const { id, title, language, position, settings, undoable } = session
  const isInside = audience !== 'waiting'
  const early = isInside ? findEarly(session) : undefined
  const asking = isLeading(audience) ? listRemoved(session, true) : []
  const removed = isLeading(audience) ? listRemoved(session, false) : []
  return {
    id,
    title,
    challenge: isInside ? session.challenge : { text: '' },
    language,
    state: position.state,
    agenda: isInside ? session.agenda.map((step) => agendaEntry(session, step, audience)) : [],
    ...(isInside && session.plannedAt !== undefined && { plannedAt: session.plannedAt }),
    ...(isInside && session.plannedMinutes !== undefined && { plannedMinutes: session.plannedMinutes }),
    ...(early && { early }),
    ...(isLeading(audience) && { timing: timingOf(session) }),
    settings,
    ...(isInside && session.corrected && { corrected: Object.keys(session.corrected) as ItemId[] }),
    ...(session.rehearsal && { rehearsal: true }),
    ...(isInside && session.message && { message: session.message }),
    ...(isInside && session.gatheredAt !== undefined && { gatheredAt: session.gatheredAt }),
    ...(asking.length > 0 && { asking }),
    ...(removed.length > 0 && { removed }),
    ...(mayInvite(audience) && { code: session.code }),
    ...(isInside && session.colours && { colours: session.colours }),
    ...(isLeading(audience) && { links: linksFor(session, audience) }),
    ...(isInside &&
      position.state === 'ended' &&
      session.sharing && { sharing: { opensAt: session.sharing.opensAt, names: session.sharing.names } }),
    ...(isLeading(audience) && position.state === 'ended' && undoable && { undoUntil: undoable.until }),
    ...(isInside && position.state === 'ended' && { endedAt: position.at }),
  }
}

const linksFor = ({ links }: Session, audience: Audience): Partial<Record<Invite, string>> => {
  const { facilitator, ...others } = links
  return audience === 'facilitator' ? { ...others, facilitator } : others
}

/** The step for which people may write in private before the session begins, if its first one is such. */
const findEarly = (session: Session): SessionPart['early'] => {
  const first = session.position.state === 'lobby' ? findNext(session)?.step : undefined
  const writing = first?.early && planOf(first).find(({ policies }) => policies.add === 'private')
  return writing && first && { step: first.id, kinds: writing.policies.kinds }
}

/** Who was removed: those who wait for an answer whether they may come back, or all the others. */
const listRemoved = (session: Session, asks: boolean): NonNullable<SessionPart['removed']> =>
  listSeats(session)
    .filter(({ state, askedBack }) => state === 'removed' && (askedBack === 'open') === asks)
    .toSorted(compareArrival)
    .map(({ id, name }) => ({ seat: id, name }))
