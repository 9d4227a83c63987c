import type { ItemId, SessionId } from '@roundel/shared/kernel'
import type { Origin, Session } from '@roundel/shared/session'
import { momentOf } from './digest.ts'

/** How far a way is followed back. */
const LONGEST = 20

/** How many places are told to which an item was brought. */
export const MOST_PLACES = 50

/** An item of a session. */
export interface Spot {
  readonly session: SessionId
  readonly item: ItemId
}

/** What was brought from where, over some sessions: references only, whatever stands there. */
export interface Ways {
  /** The places before, the nearest first. The last may lead to a session that is not among these. */
  readonly before: (spot: Spot) => readonly Origin[]
  /** Everywhere that it was brought from here, and from there on, in the order in which the sessions took place. */
  readonly after: (spot: Spot) => readonly Spot[]
}

/** Under which key a spot is found again. */
export const keyOf = ({ session, item }: Spot): string => `${session} ${item}`

const originsOf = ({ origins = {} }: Session): readonly (readonly [ItemId, Origin])[] =>
  Object.entries<Origin>(origins) as [ItemId, Origin][]

/** Reads the references of sessions once, so that it is cheap to ask for many items. */
export const openWays = (sessions: readonly Session[]): Ways => {
  const known = new Map(sessions.map((session) => [session.id, session]))
  const moments = new Map([...known].map(([id, session]) => [id, momentOf({ session })]))
  const next = new Map<string, Spot[]>()
  for (const session of known.values()) {
    for (const [item, origin] of originsOf(session)) {
      if (origin.type !== 'item') continue
      const spot = { session: session.id, item }
      const others = next.get(keyOf(origin))
      if (others) others.push(spot)
      else next.set(keyOf(origin), [spot])
    }
  }
  return {
    before: (spot) => {
      const found: Origin[] = []
      let at: Spot | undefined = spot
      while (at && found.length < LONGEST) {
        const origin: Origin | undefined = known.get(at.session)?.origins?.[at.item]
        if (!origin) break
        found.push(origin)
        at = origin.type === 'item' ? origin : undefined
      }
      return found
    },
    after: (spot) => {
      if (!next.has(keyOf(spot))) return []
      const reached = new Map<string, Spot>([[keyOf(spot), spot]])
      for (const { session, item } of reached.values()) {
        for (const further of next.get(keyOf({ session, item })) ?? []) reached.set(keyOf(further), further)
      }
      reached.delete(keyOf(spot))
      const momentAt = ({ session }: Spot): number => moments.get(session) ?? 0
      return [...reached.values()].toSorted((one, other) => momentAt(one) - momentAt(other))
    },
  }
}
