import type { SeatEnd } from '@roundel/shared/session'
import type { Grant } from '../storage/store.ts'
import type { Change, SessionCore } from './session-core.ts'

/**
 * Ends a seat: shows everyone out of its private document, and hands its records over, or makes them nobody's. Answers what
 * of that is to be stored with the change, in the same tick. `grants` are all that open the seat.
 */
export const endSeat = (
  core: SessionCore,
  ended: SeatEnd,
  grants: readonly Grant[],
): Pick<Change, 'erase' | 'grants' | 'revoked' | 'owners' | 'ballots'> => {
  const documents = core.documents.discard({ kind: 'draft', seat: ended.seat })
  const owned = core.owners.all().filter(({ owner }) => owner === ended.seat)
  const erase = { documents, owners: owned }
  core.owners.forget(owned)
  if (ended.type === 'forgotten') {
    return {
      erase: { ...erase, lasting: true, seat: ended.seat },
      revoked: grants.map(({ hash }) => hash),
      ballots: [{ type: 'unlink', seat: ended.seat }],
    }
  }
  const owners = owned.map((claim) => ({ ...claim, owner: ended.into }))
  core.owners.add(owners)
  const ballots = [{ type: 'hand-over', seat: ended.seat, into: ended.into } as const]
  return { erase, owners, ballots, grants: grants.map((grant) => ({ ...grant, seat: ended.into })) }
}
