import { type Refusal, refusal } from '../../kernel/index.ts'
import { type Regime, findRegime, isOfSome, listRegimes } from '../regime.ts'
import { leads } from '../rights.ts'
import type { Seat, Session } from '../session.ts'

const locked = refusal('locked')
const notAllowed = refusal('not-allowed')
/** The refusal where no phase allows a thing. */
export const wrongPhase = refusal('wrong-phase')

/** Why the rights of one moment forbid a thing. */
export type Objection = (regime: Regime) => Refusal | undefined

/** Undefined when the rights in force, or those still in grace, allow it; otherwise what the present ones object. */
export const objectAt = (session: Session, now: number, object: Objection): Refusal | undefined => {
  const objections = listRegimes(session, now).map(object)
  return objections.includes(undefined) ? undefined : (objections[0] ?? wrongPhase)
}

/** The same for the rights in force alone: what buttons show. */
export const objectNow = (session: Session, object: Objection): Refusal | undefined => {
  const regime = findRegime(session)
  return regime ? object(regime) : wrongPhase
}

/** On a locked board those who lead write, and nobody else. */
export const objectToLock =
  (seat: Seat): Objection =>
  (regime) =>
    regime.locked && !leads(seat) ? locked : undefined

/** Those who lead put things in order in every phase; others where the phase lets them shape any group. */
export const objectToGrouping =
  (seat: Seat): Objection =>
  (regime) => {
    if (leads(seat)) return undefined
    const { group } = regime.policies
    const may = group === 'all' || (group === 'some' && isOfSome(regime, seat))
    return objectToLock(seat)(regime) ?? (may ? undefined : group === 'none' ? wrongPhase : notAllowed)
  }
