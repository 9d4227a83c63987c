import { type ItemId, LIMITS, type SessionId } from '@roundel/shared/kernel'
import type { ActionCause } from '@roundel/shared/methods'
import { findCause } from '@roundel/shared/methods/five-whys'
import { type Session, listDecided, listTrees } from '@roundel/shared/session'
import { type Quarter, quarterOf } from '@roundel/shared/workspace'
import { momentOf } from './digest.ts'
import type { PastSession } from './stored-past.ts'
import { walkBack } from './walk-back.ts'
import { keyOf } from './ways.ts'

/** How many places are looked at for one action: more than any way has that people went. */
const MOST_LOOKED_AT = 500

/**
 * The causes that ideas of a session go back to, the nearest first: those of trees of Five Whys, here or in the sessions that
 * things were brought from. From what was written in a step the trail goes to everything that the step began from.
 */
export const openCauses = (
  past: readonly PastSession[],
): ((session: SessionId, items: readonly ItemId[]) => readonly ActionCause[]) => {
  const known = new Map(past.map((each) => [each.session.id, each]))
  return (session, items) => {
    const found: ActionCause[] = []
    const starts = items.map((item) => ({ session, item }))
    walkBack(known, starts, MOST_LOOKED_AT, ({ past: there, item, beginning }) => {
      const { id } = there.session
      // What it explains stands above it in the tree: the trail has come to its end.
      if (listTrees(there.session).some((tree) => findCause(tree, item.id))) {
        found.push({ session: id, item: item.id, text: item.text })
        return 'end'
      }
      return (beginning?.prompts ?? []).map((prompt) => ({ session: id, item: prompt }))
    })
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
