import type { DocumentAddress } from '@roundel/shared/board'
import type { SeatId } from '@roundel/shared/kernel'
import type { OwnerClaim } from '../storage/store.ts'

/** Who made which record: known to the server alone, never part of a document. */
export interface Owners {
  readonly of: (document: DocumentAddress, collection: string, record: string) => SeatId | undefined
  readonly add: (claims: readonly OwnerClaim[]) => void
  readonly all: () => readonly OwnerClaim[]
  readonly forget: (claims: readonly OwnerClaim[]) => void
}

const key = (collection: string, record: string): string => `${collection}/${record}`

export const openOwners = (stored: readonly OwnerClaim[]): Owners => {
  const owners = new Map<string, OwnerClaim>()
  const add = (claims: readonly OwnerClaim[]): void => {
    for (const claim of claims) owners.set(key(claim.collection, claim.record), claim)
  }
  add(stored)
  return {
    // A private document has one owner, whoever's records stand in it.
    of: (document, collection, record) =>
      document.kind === 'draft' ? document.seat : owners.get(key(collection, record))?.owner,
    add,
    all: () => [...owners.values()],
    forget: (claims) => {
      for (const { collection, record } of claims) owners.delete(key(collection, record))
    },
  }
}
