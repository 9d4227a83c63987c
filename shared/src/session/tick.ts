import { omit } from '../kernel/index.ts'
import type { Circumstances } from './circumstances.ts'
import { fillVacancies, hasVacancy } from './crowd.ts'
import type { Decision } from './decision.ts'
import { dropLeases, listLeases } from './leases.ts'
import { advance, disarm } from './move.ts'
import type { Session } from './session.ts'

/** When the session must be looked at again, server time in milliseconds; undefined when nothing is due by itself. */
export const nextTick = (session: Session): number | undefined => {
  const { position, undoable, grace } = session
  const due = [
    position.state === 'live' ? position.armed?.at : undefined,
    // At once, since the phase is live already.
    position.state === 'live' && hasVacancy(session) ? position.since : undefined,
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
 * somebody else is named for those who went. Undefined when nothing is due. Clocks of phases end nothing.
 */
export const tick = (session: Session, circumstances: Circumstances): Decision | undefined => {
  const { now } = circumstances
  const due = nextTick(session)
  if (due === undefined || now < due) return undefined
  const current = fillVacancies(lapse(session, now), circumstances.random)
  const { position } = current
  const isDue = position.state === 'live' && position.armed && now >= position.armed.at
  const decision = isDue ? advance(current, circumstances) : undefined
  return decision ?? { session: isDue ? { ...current, position: disarm(position) } : current, writes: [], answer: {} }
}

const lapse = (session: Session, now: number): Session => {
  const rested = session.undoable && now >= session.undoable.until ? omit(session, 'undoable') : session
  const graceless = rested.grace && now >= rested.grace.until ? omit(rested, 'grace') : rested
  const silent = graceless.message && now >= graceless.message.until ? omit(graceless, 'message') : graceless
  return dropLeases(silent, ({ until }) => now >= until)
}
