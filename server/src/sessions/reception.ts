import { type Refusal, type Result, type SeatId, fail, ok, refusal } from '@roundel/shared/kernel'
import type { Grant } from '../storage/store.ts'
import type { Chance } from './chance.ts'
import type { CommandLine } from './command-line.ts'
import { makeGrant } from './grants.ts'
import { type Guest, mayTransfer, placeGuest } from './seating.ts'
import type { SessionCore } from './session-core.ts'

/** Gives people their places, and the links that open them elsewhere. */
export interface Reception {
  /** Resolves with the seat when it is on disk. `grantFor` makes what lets the person in from now on. */
  readonly sit: (guest: Guest, grantFor: (seat: SeatId) => Grant) => Promise<Result<SeatId, Refusal>>
  /** Makes a personal link to a seat that will carry `secret`. */
  readonly transfer: (giver: SeatId, target: SeatId, secret: string) => Promise<Result<Grant, Refusal>>
}

export const openReception = (
  core: SessionCore,
  { inTurn }: Pick<CommandLine, 'inTurn'>,
  chance: Pick<Chance, 'now' | 'newId'>,
): Reception => {
  /** Links that were redeemed, until the store itself knows. */
  const spent = new Set<string>()

  /** Finds a guest a place; what follows from it is on its way to the disk when this returns. */
  const place = (guest: Guest, grantFor: (seat: SeatId) => Grant): Result<() => Promise<SeatId>, Refusal> => {
    // The store was asked for the link before; meanwhile somebody else may have used it.
    if (guest.transfer && spent.has(guest.transfer.hash)) return fail(refusal('unknown'))
    const placed = placeGuest(core.ahead(), guest, { now: chance.now(), newId: chance.newId })
    if (!placed.ok) return placed
    const { session, seat, revoked } = placed.value
    for (const hash of revoked) spent.add(hash)
    const stored = core.change({ session, grants: [grantFor(seat)], revoked, log: { seat, type: 'join' } })
    stored.catch(() => undefined)
    return ok(() => stored.then(() => seat))
  }

  const link = (giver: SeatId, target: SeatId, secret: string): Result<() => Promise<Grant>, Refusal> => {
    const allowed = mayTransfer(core.ahead(), giver, target)
    if (!allowed.ok) return allowed
    const grant = makeGrant(secret, 'transfer', core.ahead().id, target, chance.now())
    const stored = core.change({ session: core.ahead(), grants: [grant], log: { seat: giver, type: 'transfer' } })
    stored.catch(() => undefined)
    return ok(() => stored.then(() => grant))
  }

  return {
    sit: async (guest, grantFor) => {
      const placed = await inTurn(async () => place(guest, grantFor))
      return placed.ok ? ok(await placed.value()) : placed
    },
    transfer: async (giver, target, secret) => {
      const made = await inTurn(async () => link(giver, target, secret))
      return made.ok ? ok(await made.value()) : made
    },
  }
}
