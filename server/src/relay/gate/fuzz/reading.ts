import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import { MESSAGE_LIMITS } from '../limits.ts'
import { readUpdate } from '../reader.ts'
import type { Content, Struct } from '../update.ts'

/**
 * How our reader and that of Yjs understand the same bytes differently; undefined when they agree. What ours refuses,
 * Yjs may read as it likes: it never gets it.
 */
export const findMisreading = (bytes: Uint8Array): string | undefined => {
  const ours = readUpdate(bytes, MESSAGE_LIMITS.step2, { nextClock: () => 0, deletions: () => undefined })
  if (!ours.ok) return undefined
  const theirs = Y.decodeUpdate(bytes)
  const structs = ours.value.sections.flatMap((section) => section.structs.map(tellStruct))
  if (!isDeepStrictEqual(structs, theirs.structs.map(tellTheirs))) return 'structs are read differently'
  const ranges = ours.value.deletions.map((section) => [section.client, section.ranges])
  const others = [...theirs.ds.clients].map(([client, list]) => [
    client,
    list.flatMap(({ clock, len }) => [clock, len]),
  ])
  return isDeepStrictEqual(ranges, others) ? undefined : 'deletions are read differently'
}

const tellStruct = ({ client, clock, length, content, origin, rightOrigin, parent, key }: Struct) =>
  content.type === 'collected' || content.type === 'skipped'
    ? [client, clock, length, content.type]
    : [client, clock, length, tellContent(content), tellId(origin), tellId(rightOrigin), tellId(parent), key]

const tellContent = (content: Content): unknown => {
  if (content.type === 'characters') return content.text
  return content.type === 'values' ? content.values : content.type
}

const tellTheirs = (struct: Y.Item | Y.GC | Y.Skip) => {
  const { client, clock } = struct.id
  const { length } = struct
  if (!(struct instanceof Y.Item)) return [client, clock, length, struct instanceof Y.GC ? 'collected' : 'skipped']
  const { origin, rightOrigin, parentSub } = struct
  // Not yet in a document, it names its parent by id or by the name of a collection.
  const parent = struct.parent as unknown as Y.ID | string | null
  return [
    client,
    clock,
    length,
    tellTheirContent(struct.content),
    tellId(origin),
    tellId(rightOrigin),
    tellId(parent),
    parentSub,
  ]
}

const tellTheirContent = (content: unknown): unknown => {
  if (content instanceof Y.ContentString) return content.str
  if (content instanceof Y.ContentAny) return content.arr
  if (content instanceof Y.ContentDeleted) return 'deleted'
  if (!(content instanceof Y.ContentType)) return 'something else'
  return content.type instanceof Y.Map ? 'record' : content.type.constructor === Y.Text ? 'text' : 'another type'
}

const tellId = (id: string | { readonly client: number; readonly clock: number } | null): unknown =>
  id === null || typeof id === 'string' ? id : [id.client, id.clock]
