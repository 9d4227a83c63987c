import { isJudgeable } from '../../board/index.ts'
import { type ItemId, LIMITS, fail, ok, pickOne, refusal } from '../../kernel/index.ts'
import { listWorkedOn } from '../input.ts'
import { listLeases, withLease } from '../leases.ts'
import { findRegime } from '../regime.ts'
import { takesPart } from '../rights.ts'
import type { Seat } from '../session.ts'
import { LIVE, decided, defineCommand } from './command.ts'
import { type Objection, objectNow, objectToLock, wrongPhase } from './objection.ts'

const objectToDealing =
  (seat: Seat): Objection =>
  (regime) =>
    objectToLock(seat)(regime) ?? (regime.policies.place === 'all' ? undefined : wrongPhase)

/**
 * Deals one item that stands in no cluster, any of them with the same chance, to whoever asks: for a minute nobody else
 * gets it. What may be in no cluster is not dealt. Asking again gives it back and deals another one, the same only where there is no other. Answers the item.
 *
 * Refuses with `closed` when nothing is left to deal.
 */
export const deal = defineCommand({
  type: 'deal',
  fields: {},
  during: LIVE,
  may: (_session, seat) => takesPart(seat),
  objection: (session, seat) => objectNow(session, objectToDealing(seat)),
  decide: (session, _command, seat, { now, random, looseItems, item: find }) => {
    const objection = objectNow(session, objectToDealing(seat))
    const regime = findRegime(session)
    if (objection || !regime) return fail(objection ?? wrongPhase)
    const leases = listLeases(session).filter(({ until }) => now < until)
    const held = new Set(leases.filter((lease) => lease.seat !== seat.id).map(({ item }) => item))
    const former = leases.find((lease) => lease.seat === seat.id)?.item
    const isGroupable = (id: ItemId): boolean => {
      const kind = find(id)?.item.kind
      return kind !== undefined && isJudgeable(kind)
    }
    const free = listWorkedOn(session, regime.step)
      .flatMap(looseItems)
      .filter((id) => !held.has(id) && isGroupable(id))
    const others = free.filter((id) => id !== former)
    const item = pickOne(others.length > 0 ? others : free, random)
    if (item === undefined) return fail(refusal('closed'))
    return ok(decided(withLease(session, { seat: seat.id, item, until: now + LIMITS.leaseMs }), [], { item }))
  },
})
