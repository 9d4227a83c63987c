import { LIMITS, type SeatId, asId } from '@roundel/shared/kernel'
import * as decoding from 'lib0/decoding'
import * as random from 'lib0/random'
import * as Y from 'yjs'
import type { ClientClaim } from '../storage/store.ts'
import { openTokenBucket, type TokenBucket } from './token-bucket.ts'

const HOUR_SECONDS = 3_600
/** Beyond this the oldest are forgotten: somebody is making them up. */
const RETIRED_AT_MOST = 10_000

/** Nobody's seat: what a retired id belongs to, so that nothing written under it is taken any more. */
const NOBODY: SeatId = asId('retired')

/** Whose the Yjs client ids of one document are. An id belongs to the first who writes with it, for ever. */
export interface ClientIds {
  /** The server's own id in this document, never one that somebody wrote with. */
  readonly server: number
  readonly ownerOf: (client: number) => SeatId | 'server' | undefined
  /** Whether a seat may begin to write with so many further ids. */
  readonly mayClaim: (seat: SeatId, count: number, now: number) => boolean
  readonly claim: (claims: readonly ClientClaim[]) => void
  /** The claim on the server's id, the first time it is needed. */
  readonly claimServer: () => readonly ClientClaim[]
  /**
   * Takes from a seat the ids of an update that was refused: the refused content still stands in that client's copy, so
   * what it writes next would build on it.
   */
  readonly retire: (seat: SeatId, clients: Iterable<number>) => void
  readonly size: () => number
}

/** The client ids under which an update brings content; none for one that cannot be read. */
export const clientsOf = (update: Uint8Array): Iterable<number> => {
  try {
    const decoder = decoding.createDecoder(update)
    const sections = decoding.readVarUint(decoder)
    // More than a document may ever have: no client of ours holds that, and reading it all would be its sender's win.
    if (sections === 0 || sections > LIMITS.clientIdsPerDocument) return []
    decoding.readVarUint(decoder)
    // Nearly every update has one section, and its client id stands in front.
    return sections === 1 ? [decoding.readVarUint(decoder)] : Y.parseUpdateMeta(update).to.keys()
  } catch {
    return []
  }
}

export const openClientIds = (stored: readonly ClientClaim[], now: number): ClientIds => {
  const owners = new Map<number, SeatId | 'server'>(stored.map(({ client, owner }) => [client, owner]))
  const retired = new Set<number>()
  const budgets = new Map<SeatId, TokenBucket>()
  let server = random.uint32()
  while (owners.has(server)) server = random.uint32()
  let claimed = false

  const budgetOf = (seat: SeatId): TokenBucket => {
    const budget =
      budgets.get(seat) ?? openTokenBucket(LIMITS.clientIdsPerSeatHour / HOUR_SECONDS, LIMITS.clientIdsPerSeatHour, now)
    budgets.set(seat, budget)
    return budget
  }

  const ownerOf: ClientIds['ownerOf'] = (client) => {
    if (client === server) return 'server'
    return retired.has(client) ? NOBODY : owners.get(client)
  }

  return {
    server,
    ownerOf,
    mayClaim: (seat, count, at) => count === 0 || budgetOf(seat).take(count, at),
    claim: (claims) => {
      for (const { client, owner } of claims) owners.set(client, owner)
    },
    claimServer: () => {
      if (claimed) return []
      claimed = true
      owners.set(server, 'server')
      return [{ client: server, owner: 'server' }]
    },
    retire: (seat, clients) => {
      for (const client of clients) {
        const owner = ownerOf(client)
        if (owner === seat || owner === undefined) retired.add(client)
      }
      for (const oldest of retired) {
        if (retired.size <= RETIRED_AT_MOST) break
        retired.delete(oldest)
      }
    },
    size: () => owners.size,
  }
}
