import { omit } from '../kernel/index.ts'
import type { Circumstances } from './circumstances.ts'
import { fillVacancies, hasVacancy } from './crowd.ts'
import type { Decision } from './decision.ts'
import { dropLeases, listLeases } from './leases.ts'
import { advance, armMs, disarm } from './move.ts'
import { followEntry, objectToMove } from './entry.ts'
import { linkInspirations } from './inspirations.ts'
import { findNext } from './plan.ts'
import type { Session } from './session.ts'
import { objectToLeaving } from './work.ts'

/** When the live step goes on by itself, if it is one that does. An armed press comes first. */
const advancesAt = (session: Session): number | undefined => {
  const { position, agenda } = session
  if (position.state !== 'live' || position.armed || position.held || position.clock.state !== 'running')
    return undefined
  const advances = agenda.find(({ id }) => id === position.step)?.advances
  return advances && findNext(session) && !objectToLeaving(session) ? position.clock.endsAt : undefined
}

/** When the session must be looked at again, server time in milliseconds; undefined when nothing is due by itself. */
export const nextTick = (session: Session): number | undefined => {
  const { position, undoable, grace } = session
  const due = [
    position.state === 'live' ? position.armed?.at : undefined,
    // At once, since the phase is live already.
    position.state === 'live' && hasVacancy(session) ? position.since : undefined,
    advancesAt(session),
    undoable?.until,
    grace?.until,
    session.message?.until,
    ...listLeases(session).map(({ until }) => until),
  ]
  const times = due.filter((time) => time !== undefined)
  return times.length > 0 ? Math.min(...times) : undefined
}

/**
 * What time alone brings about: an armed press happens; the chance to undo, the grace, leases and a line to all lapse;
 * somebody else is named for those who went; a step that is to goes on, or announces what it releases. Undefined when
 * nothing is due. The clocks of all other steps end nothing.
 */
export const tick = (session: Session, circumstances: Circumstances): Decision | undefined => {
  const decision = pass(session, circumstances)
  if (!decision) return undefined
  // What its method forbids by now does not happen, and is announced no more.
  if (objectToMove(decision.session, session)) return stay(session, circumstances.now)
  return linkInspirations(followEntry(decision, session, circumstances), circumstances)
}

const stay = (session: Session, now: number): Decision => {
  const still = lapse(session, now)
  const { position } = still
  return {
    session: position.state === 'live' ? { ...still, position: { ...omit(position, 'armed'), held: true } } : still,
    writes: [],
    answer: {},
  }
}

const pass = (session: Session, circumstances: Circumstances): Decision | undefined => {
  const { now } = circumstances
  const due = nextTick(session)
  if (due === undefined || now < due) return undefined
  const current = fillVacancies(lapse(session, now), circumstances.random)
  const { position } = current
  const isDue = position.state === 'live' && position.armed && now >= position.armed.at
  if (!isDue) return goOnByItself(current, circumstances) ?? { session: current, writes: [], answer: {} }
  // What the method has against it may have come up since it was announced.
  const decision = objectToLeaving(current) ? undefined : advance(current, circumstances)
  return decision ?? { session: { ...current, position: disarm(position) }, writes: [], answer: {} }
}

const goOnByItself = (session: Session, circumstances: Circumstances): Decision | undefined => {
  const { now } = circumstances
  const { position } = session
  const at = advancesAt(session)
  if (position.state !== 'live' || at === undefined || now < at) return undefined
  const press = findNext(session)?.phase.begins
  if (!press) return advance(session, circumstances)
  const armed = { press, at: now + armMs(press), by: 'server' } as const
  return { session: { ...session, position: { ...position, armed } }, writes: [], answer: {} }
}

const lapse = (session: Session, now: number): Session => {
  const rested = session.undoable && now >= session.undoable.until ? omit(session, 'undoable') : session
  const graceless = rested.grace && now >= rested.grace.until ? omit(rested, 'grace') : rested
  const silent = graceless.message && now >= graceless.message.until ? omit(graceless, 'message') : graceless
  return dropLeases(silent, ({ until }) => now >= until)
}
