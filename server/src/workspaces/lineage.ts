import { type ItemKind, groupDuplicates } from '@roundel/shared/board'
import type { ItemId, SessionId } from '@roundel/shared/kernel'
import type { MethodId } from '@roundel/shared/methods'
import { type Passage, passageOf } from '@roundel/shared/session'
import type { ContactKind, Workspace } from '@roundel/shared/workspace'
import { type Refuted, listRefuted } from './causes.ts'
import { momentOf } from './digest.ts'
import { type ContactOrigin, type FateOf, fatesIn, findOpenItem, readContact, untilGone } from './open-places.ts'
import type { PastSession } from './stored-past.ts'
import { MOST_PLACES, keyOf, openWays } from './ways.ts'

/** One place on the way of an item. Names of people stand in none. */
export type Stage =
  | {
      readonly type: 'item'
      readonly session: SessionId
      readonly title: string
      readonly at: number
      readonly item: ItemId
      readonly kind: ItemKind
      readonly text: string
      readonly step?: MethodId
      readonly passage: readonly Passage[]
      /** A later result said of this cause that it was none. */
      readonly refuted?: Pick<Refuted, 'title' | 'quarter'>
    }
  /** A line of the contact log. */
  | { readonly type: 'contact'; readonly kind: ContactKind; readonly at: number; readonly text: string }
  /** What stood there is not there any more, or does not lie open. */
  | { readonly type: 'gone' }

/** Where an item came from, the oldest first, what it is here, and what became of it in later sessions. */
export interface Lineage {
  readonly before: readonly Stage[]
  /** The places before of what was merged into it here. */
  readonly together: readonly Stage[]
  readonly here: Stage
  readonly after: readonly Stage[]
}

/** What all sessions together know of what stands in one of them. */
interface Known {
  readonly fateOf: FateOf
  readonly refuted: ReadonlyMap<string, Refuted>
}

const stageOf = (past: PastSession, id: ItemId, { fateOf, refuted }: Known): Stage => {
  const { session } = past
  const item = findOpenItem(past, id)
  if (!item) return { type: 'gone' }
  const later = refuted.get(keyOf({ session: session.id, item: id }))
  const step = session.agenda.find((each) => each.id === item.step)?.kind
  return {
    type: 'item',
    session: session.id,
    title: session.title,
    at: momentOf(past),
    item: id,
    kind: item.kind,
    text: item.text,
    ...(step && { step }),
    passage: passageOf(session, item, past, (action) => fateOf({ session: session.id, action })),
    ...(later && { refuted: { title: later.title, quarter: later.quarter } }),
  }
}

const contactOf = (workspace: Workspace | undefined, origin: ContactOrigin): Stage =>
  readContact(workspace, origin) ?? { type: 'gone' }

/**
 * The way of an item through the sessions of a workspace. `past` are all of them, the item's own among them.
 */
export const traceItem = (
  own: PastSession,
  item: ItemId,
  past: readonly PastSession[],
  workspace: Workspace | undefined,
): Lineage => {
  const sessions = new Map(past.map((each) => [each.session.id, each]))
  const values = past.map(({ session }) => session)
  const known = { fateOf: fatesIn(values), refuted: listRefuted(values) }
  const ways = openWays([own, ...past].map(({ session }) => session))
  const spot = { session: own.session.id, item }
  /** What stands before an item of this session, the oldest first. */
  const stagesBefore = (id: ItemId): readonly Stage[] => {
    const before = ways.before({ session: own.session.id, item: id }).map((origin): Stage => {
      if (origin.type === 'contact') return contactOf(workspace, origin)
      const there = sessions.get(origin.session)
      return there ? stageOf(there, origin.item, known) : { type: 'gone' }
    })
    return untilGone(before).toReversed()
  }
  const merged = groupDuplicates(own.items, own.links.values()).get(item) ?? []
  const after = ways.after(spot).flatMap((later) => {
    const there = sessions.get(later.session)
    const stage = there && stageOf(there, later.item, known)
    return stage?.type === 'item' ? [stage] : []
  })
  return {
    before: stagesBefore(item),
    together: merged
      .filter(({ id }) => findOpenItem(own, id))
      .flatMap(({ id }) => stagesBefore(id))
      .slice(0, MOST_PLACES),
    here: stageOf(own, item, known),
    after: after.slice(0, MOST_PLACES),
  }
}
