import { type ItemId, LIMITS, type SessionId } from '@roundel/shared/kernel'
import type { ActionCause } from '@roundel/shared/methods'
import { findCause } from '@roundel/shared/methods/five-whys'
import { type Session, listDecided, listTrees } from '@roundel/shared/session'
import { type Quarter, quarterOf } from '@roundel/shared/workspace'
import { momentOf } from './digest.ts'
import { findOpenItem } from './open-places.ts'
import { sourcesOf } from './sources.ts'
import type { PastSession } from './stored-past.ts'
import { type Spot, keyOf } from './ways.ts'

/** How many places are looked at for one action: more than any way has that people went. */
const MOST_LOOKED_AT = 500

/**
 * The causes that ideas of a session go back to, the nearest first: those of trees of Five Whys, here or in the sessions that
 * things were brought from. A trail goes by references and links, and to what the step of an idea began from.
 */
export const openCauses = (
  past: readonly PastSession[],
): ((session: SessionId, items: readonly ItemId[]) => readonly ActionCause[]) => {
  const sessions = new Map(past.map((each) => [each.session.id, each]))
  return (session, items) => {
    const spots = new Map(items.map((item): [string, Spot] => [keyOf({ session, item }), { session, item }]))
    const go = (spot: Spot): void => void spots.set(keyOf(spot), spot)
    const found: ActionCause[] = []
    for (const spot of spots.values()) {
      const there = sessions.get(spot.session)
      const item = there && findOpenItem(there, spot.item)
      if (!there || !item || spots.size > MOST_LOOKED_AT) continue
      // What it explains stands above it in the tree: the trail has come to its end.
      if (listTrees(there.session).some((tree) => findCause(tree, item.id))) {
        found.push({ ...spot, text: item.text })
        continue
      }
      const origin = there.session.origins?.[item.id]
      const step = there.session.agenda.find(({ id }) => id === item.step)
      if (origin?.type === 'item') go(origin)
      else if (Array.isArray(step?.prompts)) {
        for (const prompt of step.prompts as readonly ItemId[]) go({ session: there.session.id, item: prompt })
      }
      for (const source of sourcesOf(there).get(item.id) ?? []) go({ session: there.session.id, item: source })
    }
    return found.slice(0, LIMITS.causesOfAction)
  }
}

/** Where it was said of a cause that it was none. */
export interface Refuted {
  readonly session: SessionId
  readonly title: string
  readonly quarter: Quarter
}

/** What results said of causes of any session, by `keyOf`: that they were none. Of several the session that came first is told. */
export const listRefuted = (sessions: readonly Session[]): ReadonlyMap<string, Refuted> => {
  const found = new Map<string, Refuted>()
  const inOrder = sessions.toSorted((one, other) => momentOf({ session: one }) - momentOf({ session: other }))
  for (const session of inOrder) {
    const { id, title } = session
    const refuted = { session: id, title, quarter: quarterOf(momentOf({ session })) }
    for (const { reviewed } of listDecided(session).flatMap(({ work }) => work.earlier)) {
      for (const cause of reviewed?.refutes ?? []) {
        if (!found.has(keyOf(cause))) found.set(keyOf(cause), refuted)
      }
    }
  }
  return found
}
