import * as v from 'valibot'
import { type Item, type ItemKind, type Link, RELATIONS, type Relation } from '../../board/index.ts'
import { type ItemId, LIMITS, type Refusal, type Result, aLine, fail, ok, refusal } from '../../kernel/index.ts'

/** What can be connected: what was drawn, and what came to mind. */
export const CONNECTED_KINDS: readonly ItemKind[] = ['stimulus', 'association']

/** A connection as it is asked for. Its line says how the two belong together. */
export const ConnectionBody = v.strictObject({
  relation: v.picklist(RELATIONS),
  text: aLine(LIMITS.connectionCharacters),
})

export interface Connection {
  readonly from: ItemId
  readonly to: ItemId
  readonly relation: Relation
  readonly text: string
}

/** What there is of a connection's ends and of connections so far. */
export interface ConnectionFacts {
  readonly item: (id: ItemId) => Pick<Item, 'kind' | 'state'> | undefined
  /** The links that begin or end at an item. */
  readonly linksOf: (item: ItemId) => readonly Link[]
}

/**
 * The connection when it can be made; a contrast has no direction, and neither has any other relation.
 *
 * Refuses with `unknown` for an end that is not there, `closed` for one that is not published, `bad-input` for one that is
 * neither stimulus nor association or is the other end, `duplicate` where the two are connected in these words already.
 * Several relations between the same two are welcome, and so are several ways to say one.
 */
export const checkConnection = (connection: Connection, facts: ConnectionFacts): Result<Connection, Refusal> => {
  const { from, to, relation, text } = connection
  for (const [path, id] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const found = facts.item(id)
    if (!found) return fail(refusal('unknown', { path }))
    if (!CONNECTED_KINDS.includes(found.kind)) return fail(refusal('bad-input', { path }))
    if (found.state !== 'published') return fail(refusal('closed', { state: found.state }))
  }
  if (from === to) return fail(refusal('bad-input', { path: 'to' }))
  const isThere = facts
    .linksOf(from)
    .some(
      (link) =>
        link.type === 'associates' &&
        (link.from === to || link.to === to) &&
        link.relation === relation &&
        link.text === text,
    )
  return isThere ? fail(refusal('duplicate')) : ok(connection)
}
