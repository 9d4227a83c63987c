import { type ItemKind, compareItems } from '@roundel/shared/board'
import { type Refusal, type Result, fail, ok, refusal } from '@roundel/shared/kernel'
import type { Brought, Origin } from '@roundel/shared/session'
import type { Carriable, Workspace } from '@roundel/shared/workspace'
import type { Past, PastSession } from './stored-past.ts'

/** What is worth going on with in a later session. */
const CARRIED: ReadonlySet<ItemKind> = new Set(['idea', 'insight', 'question', 'cause', 'note'])

/** What of a session can be brought into another: what lies open, in the order of every list. */
export const listCarriable = ({ items }: PastSession): readonly Carriable[] =>
  [...items.values()]
    .filter(({ kind, state }) => state === 'published' && CARRIED.has(kind))
    .toSorted(compareItems)
    .map(({ id, kind, text, lang }) => ({ item: id, kind, text, lang }))

/**
 * What stands where it is to be brought from, in its words of now. Refuses with `unknown` when some of it is gone, does not
 * lie open, or belongs to another workspace; `details.path` says which, beneath `path`.
 */
export const resolveOrigins = async (
  workspace: Workspace,
  from: readonly Origin[],
  past: Past,
  path = 'from',
): Promise<Result<readonly Brought[], Refusal>> => {
  const brought: Brought[] = []
  for (const [index, origin] of from.entries()) {
    const found = origin.type === 'contact' ? readLine(workspace, origin) : await readItem(workspace, origin, past)
    if (!found) return fail(refusal('unknown', { path: `${path}.${index}` }))
    brought.push({ ...found, origin })
  }
  return ok(brought)
}

const readLine = (
  { contacts, language }: Workspace,
  { contact, line }: Extract<Origin, { readonly type: 'contact' }>,
): Brought | undefined => {
  const text = contacts.find(({ id }) => id === contact)?.lines[line]
  return text === undefined ? undefined : { kind: 'insight', text, lang: language }
}

const readItem = async (
  { id: workspace }: Workspace,
  { session, item }: Extract<Origin, { readonly type: 'item' }>,
  past: Past,
): Promise<Brought | undefined> => {
  const found = (await past.session(workspace, session))?.items.get(item)
  if (found?.state !== 'published' || !CARRIED.has(found.kind)) return undefined
  const { kind, text, lang } = found
  return { kind, text, lang }
}
