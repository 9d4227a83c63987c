import { openDraft } from '@roundel/shared/board'
import { LIMITS, type Refusal, type Result, type SeatId, asId, fail, ok, refusal } from '@roundel/shared/kernel'
import { type DocumentWrite, type Session, findSeat, leads } from '@roundel/shared/session'
import type { Grant } from '../storage/store.ts'
import type { Chance } from './chance.ts'
import type { CommandLine } from './command-line.ts'
import { asLasting, makeGrant } from './grants.ts'
import { type Guest, mayTransfer, placeGuest } from './seating.ts'
import type { SessionCore } from './session-core.ts'

/** Makes what lets a person in. `rises` says whether whoever comes in leads now, and did not before. */
export type GrantFor = (seat: SeatId, rises: boolean) => Grant

const leadsAt = (session: Session, id: SeatId | undefined): boolean => {
  const seat = id === undefined ? undefined : findSeat(session, id)
  return seat?.state === 'seated' && leads(seat)
}

/** Gives people their places, and the links that open them elsewhere. */
export interface Reception {
  /** Resolves with the seat when it is on disk. `grantFor` makes what lets the person in from now on. */
  readonly sit: (guest: Guest, grantFor: GrantFor) => Promise<Result<SeatId, Refusal>>
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

  const draftsOf = (seat: SeatId) => {
    const room = core.documents.opened({ kind: 'draft', seat })
    return room ? [...openDraft(room.read()).items.all().values()] : []
  }

  /**
   * Takes along what somebody wrote in private on a seat that they leave for one that was theirs before. It stays on the
   * first one too, not ready any more, so that nothing is published twice.
   */
  const carryDrafts = (from: SeatId, to: SeatId): readonly DocumentWrite[] => {
    const place = LIMITS.draftsPerSeat - draftsOf(to).length
    return draftsOf(from)
      .filter(({ state, boardItem }) => state !== 'published' && boardItem === undefined)
      .slice(0, Math.max(0, place))
      .flatMap((item) => [
        { type: 'put-draft', seat: to, item: { ...item, id: asId(chance.newId()) } },
        { type: 'put-draft', seat: from, item: { ...item, state: 'composing' } },
      ])
  }

  /** Finds a guest a place; what follows from it is on its way to the disk when this returns. */
  const place = (guest: Guest, grantFor: GrantFor): Result<() => Promise<SeatId>, Refusal> => {
    // The store was asked for the link before; meanwhile somebody else may have used it.
    if (guest.transfer && spent.has(guest.transfer.hash)) return fail(refusal('unknown'))
    const placed = placeGuest(core.ahead(), guest, { now: chance.now(), newId: chance.newId })
    if (!placed.ok) return placed
    const { session, seat, revoked, merged } = placed.value
    const rises = leadsAt(session, seat) && !leadsAt(core.ahead(), guest.present)
    for (const hash of revoked) spent.add(hash)
    const carried = merged ? carryDrafts(merged, seat) : []
    const writes = core.documents.areWritable(carried) ? carried : []
    const stored = core.change({
      session,
      writes,
      grants: [grantFor(seat, rises)],
      revoked,
      log: { seat, type: 'join' },
    })
    stored.catch(() => undefined)
    return ok(() => stored.then(() => seat))
  }

  const link = (giver: SeatId, target: SeatId, secret: string): Result<() => Promise<Grant>, Refusal> => {
    const allowed = mayTransfer(core.ahead(), giver, target)
    if (!allowed.ok) return allowed
    const single = makeGrant(secret, 'transfer', core.ahead().id, target, chance.now(), giver)
    const isKept = giver === target && core.ahead().position.state === 'ended' && !leadsAt(core.ahead(), target)
    const grant = isKept ? asLasting(single) : single
    const stored = core.change({ session: core.ahead(), grants: [grant], log: { seat: giver, type: 'transfer' } })
    stored.catch(() => undefined)
    return ok(() => stored.then(() => grant))
  }

  return {
    sit: async (guest, grantFor) => {
      // What was written in private may come along, so both places for it are at hand before anything is decided.
      if (guest.transfer && guest.present) {
        const seats = [guest.transfer.seat, guest.present]
        await Promise.all(seats.map((seat) => core.documents.open({ kind: 'draft', seat })))
      }
      const placed = await inTurn(async () => place(guest, grantFor))
      return placed.ok ? ok(await placed.value()) : placed
    },
    transfer: async (giver, target, secret) => {
      const made = await inTurn(async () => link(giver, target, secret))
      return made.ok ? ok(await made.value()) : made
    },
  }
}
