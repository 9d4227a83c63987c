import { type Item, groupDuplicates } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { fatesOf } from '@roundel/shared/methods'
import { type Origin, type Session, listDecided } from '@roundel/shared/session'
import type { ContactKind, Workspace } from '@roundel/shared/workspace'
import { momentOf } from './digest.ts'
import type { PastSession } from './stored-past.ts'

export type ContactOrigin = Extract<Origin, { readonly type: 'contact' }>
export type FateOf = ReturnType<typeof fatesOf>

/** What was merged into something that does not lie open, by board: worked out once for as long as a board is remembered. */
const covered = new WeakMap<PastSession, ReadonlySet<ItemId>>()

const listCovered = ({ items, links }: PastSession): ReadonlySet<ItemId> =>
  new Set(
    [...groupDuplicates(items, links.values())].flatMap(([standing, merged]) =>
      items.get(standing)?.state === 'published' ? [] : merged.map(({ id }) => id),
    ),
  )

/** An item of a session, where it lies open to everybody: neither withdrawn nor hidden, nor merged into what is. */
export const findOpenItem = (past: PastSession, id: ItemId): Item | undefined => {
  const item = past.items.get(id)
  if (item?.state !== 'merged') return item?.state === 'published' ? item : undefined
  const beneath = covered.get(past) ?? listCovered(past)
  covered.set(past, beneath)
  return beneath.has(id) ? undefined : item
}

/** A line of the contact log, without whom the team talked to; undefined when it was taken away. */
export const readContact = (
  workspace: Workspace | undefined,
  { contact, line }: ContactOrigin,
): { readonly type: 'contact'; readonly kind: ContactKind; readonly at: number; readonly text: string } | undefined => {
  const found = workspace?.contacts.find(({ id }) => id === contact)
  const text = found?.lines[line]
  return found && text !== undefined ? { type: 'contact', kind: found.kind, at: found.at, text } : undefined
}

/** What became of actions, over some sessions in whatever order. */
export const fatesIn = (sessions: readonly Session[]): FateOf =>
  fatesOf(
    sessions
      .toSorted((one, other) => momentOf({ session: one }) - momentOf({ session: other }))
      .flatMap((session) => listDecided(session).map(({ work }) => ({ session: session.id, work }))),
  )

/** Places, the nearest first, up to the first that is gone: what stood before it is not told either. */
export const untilGone = <Place extends { readonly type: string }>(places: readonly Place[]): readonly Place[] => {
  const end = places.findIndex(({ type }) => type === 'gone')
  return end === -1 ? places : places.slice(0, end + 1)
}
