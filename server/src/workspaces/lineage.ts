import type { ItemKind } from '@roundel/shared/board'
import type { ItemId, SessionId } from '@roundel/shared/kernel'
import { type MethodId, fatesOf } from '@roundel/shared/methods'
import { type Origin, type Passage, listDecided, passageOf } from '@roundel/shared/session'
import type { ContactKind, Workspace } from '@roundel/shared/workspace'
import { momentOf } from './digest.ts'
import type { PastSession } from './stored-past.ts'

/** How far a trail is followed, and how many places of one are told. */
const LONGEST = 20
const MOST = 50

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
    }
  /** A line of the contact log. */
  | { readonly type: 'contact'; readonly kind: ContactKind; readonly at: number; readonly text: string }
  /** What stood there is not there any more, or does not lie open. */
  | { readonly type: 'gone' }

/** Where an item came from, the oldest first, what it is here, and what became of it in later sessions. */
export interface Lineage {
  readonly before: readonly Stage[]
  readonly here: Stage
  readonly after: readonly Stage[]
}

type FateOf = ReturnType<typeof fatesOf>

const stageOf = (past: PastSession, id: ItemId, fateOf: FateOf): Stage => {
  const { session, items } = past
  const item = items.get(id)
  if (item?.state !== 'published' && item?.state !== 'merged') return { type: 'gone' }
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
  }
}

const contactOf = (
  workspace: Workspace | undefined,
  { contact, line }: Extract<Origin, { readonly type: 'contact' }>,
): Stage => {
  const found = workspace?.contacts.find(({ id }) => id === contact)
  const text = found?.lines[line]
  return found && text !== undefined ? { type: 'contact', kind: found.kind, at: found.at, text } : { type: 'gone' }
}

/** The places before an item, the nearest first. */
const listBefore = (
  origin: Origin | undefined,
  sessions: ReadonlyMap<SessionId, PastSession>,
  workspace: Workspace | undefined,
  fateOf: FateOf,
): readonly Stage[] => {
  const stages: Stage[] = []
  let next = origin
  while (next && stages.length < LONGEST) {
    if (next.type === 'contact') return [...stages, contactOf(workspace, next)]
    const past = sessions.get(next.session)
    const stage: Stage = past ? stageOf(past, next.item, fateOf) : { type: 'gone' }
    stages.push(stage)
    if (!past || stage.type === 'gone') return stages
    next = past.session.origins?.[next.item]
  }
  return stages
}

/** The places to which an item was brought from here, and from there on, in the order of the sessions. */
const listAfter = (
  from: SessionId,
  item: ItemId,
  sessions: Iterable<PastSession>,
  fateOf: FateOf,
): readonly Stage[] => {
  const stages: Stage[] = []
  const reached = new Set([`${from} ${item}`])
  for (const past of sessions) {
    for (const [id, origin] of Object.entries<Origin>(past.session.origins ?? {})) {
      if (origin.type !== 'item' || !reached.has(`${origin.session} ${origin.item}`)) continue
      reached.add(`${past.session.id} ${id}`)
      const stage = stageOf(past, id as ItemId, fateOf)
      if (stage.type !== 'gone' && stages.length < MOST) stages.push(stage)
    }
  }
  return stages
}

/**
 * The way of an item through the sessions of a workspace. `past` are all of them, the earliest made first, the item's own
 * among them.
 */
export const traceItem = (
  own: PastSession,
  item: ItemId,
  past: readonly PastSession[],
  workspace: Workspace | undefined,
): Lineage => {
  const sessions = new Map(past.map((each) => [each.session.id, each]))
  const fateOf = fatesOf(
    past.flatMap(({ session }) => listDecided(session).map(({ work }) => ({ session: session.id, work }))),
  )
  return {
    before: listBefore(own.session.origins?.[item], sessions, workspace, fateOf).toReversed(),
    here: stageOf(own, item, fateOf),
    after: listAfter(own.session.id, item, past, fateOf),
  }
}
