import { DOCUMENT_SHAPES, type DocumentAddress, type RecordShape } from '@roundel/shared/board'
import { type SeatId, isId } from '@roundel/shared/kernel'
import type { Touch } from '@roundel/shared/session'
import * as v from 'valibot'
import * as Y from 'yjs'
import { type Rights, askRights } from './rules.ts'

/** A document as plain JSON: collections, records, fields. */
export type Contents = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** Which document it is, and what people may do there. */
interface Place extends Rights {
  readonly document: DocumentAddress
}

/** Everything that stands in a document, whatever its name; what is no map stands as it is. */
export const readContents = (doc: Y.Doc): Contents =>
  Object.fromEntries(
    [...doc.share.keys()].map((name) => [name, doc.get(name, Y.Map).toJSON() as Record<string, unknown>]),
  )

/**
 * What changed between two readings that the seat had no right to, by looking at nothing but the readings. `owners` are
 * those of before. Empty when all is well.
 */
export const findForbidden = (
  room: Place,
  owners: ReadonlyMap<string, SeatId>,
  seat: SeatId,
  before: Contents,
  after: Contents,
): readonly string[] => {
  const shape: Readonly<Record<string, RecordShape>> = DOCUMENT_SHAPES[room.document.kind]
  const found: string[] = []
  for (const [collection, records] of Object.entries(after)) {
    const fields = Object.hasOwn(shape, collection) ? shape[collection] : undefined
    if (!fields) {
      if (Object.keys(records).length > 0) found.push(`a collection of its own: ${collection}`)
      continue
    }
    const former = before[collection] ?? {}
    for (const record of new Set([...Object.keys(former), ...Object.keys(records)])) {
      const owner = room.document.kind === 'draft' ? room.document.seat : owners.get(`${collection} ${record}`)
      const change = { room, seat, collection, record, fields, owner, found }
      compareRecord(change, former[record], records[record])
    }
  }
  return found
}

interface Change {
  readonly room: Place
  readonly seat: SeatId
  readonly collection: string
  readonly record: string
  readonly fields: RecordShape
  readonly owner: SeatId | undefined
  readonly found: string[]
}

const compareRecord = (change: Change, before: unknown, after: unknown): void => {
  if (JSON.stringify(before) === JSON.stringify(after)) return
  if (after === undefined) return ask(change, { op: 'remove', fresh: false })
  if (before === undefined) return compareFields(change, undefined, after)
  const changed: string[] = []
  compareFields({ ...change, found: changed }, before, after)
  if (changed.length === 0) return
  // The same reading comes about when a record is removed and made anew, by whoever may do both.
  const renewed: string[] = []
  ask({ ...change, found: renewed }, { op: 'remove', fresh: false })
  compareFields({ ...change, found: renewed }, undefined, after)
  if (renewed.length > 0) change.found.push(...changed)
}

const compareFields = (change: Change, before: unknown, after: unknown): void => {
  const { found, collection, record, owner, seat } = change
  if (!isFields(after)) return void found.push(`${collection} ${record} is no record`)
  if (before === undefined) {
    if (!isId(record)) found.push(`${collection} ${record} has no id`)
    if (owner !== undefined && owner !== seat) found.push(`${collection} ${record} is somebody else's`)
    ask(change, { op: 'create', fresh: true })
  }
  const former = isFields(before) ? before : {}
  for (const field of new Set([...Object.keys(former), ...Object.keys(after), ...Object.keys(change.fields)])) {
    compareField(change, field, former[field], after[field], before === undefined)
  }
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const compareField = (change: Change, name: string, before: unknown, after: unknown, fresh: boolean): void => {
  const { found, collection, fields } = change
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (JSON.stringify(before) === JSON.stringify(after) && !fresh) return
  if (!field) return void found.push(`${collection}.${name} is no field`)
  if (after === undefined) {
    if (field.required) found.push(`${collection}.${name} is gone`)
    if (before === undefined) return
  }
  if (field.fixed && !fresh) found.push(`${collection}.${name} was written again`)
  if (field.type === 'text') {
    if (typeof after !== 'string' || after.length > (field.most ?? 0) * (fresh ? 1 : 2))
      found.push(`${collection}.${name} is no text`)
    ask(change, { op: 'text', field: name, fresh })
    return
  }
  if (after !== undefined && !v.is(field.schema, after)) found.push(`${collection}.${name} does not fit`)
  ask(change, { op: 'set', field: name, fresh, ...(after !== undefined && { value: after }) })
}

const ask = (
  { room, seat, collection, record, owner, found }: Change,
  what: Pick<Touch, 'op' | 'field' | 'value' | 'fresh'>,
): void => {
  const asOwner = what.fresh ? seat : owner
  const touch: Touch = {
    document: room.document,
    collection,
    record,
    ...what,
    ...(asOwner !== undefined && { owner: asOwner }),
  }
  if (!askRights(room, seat, touch).ok) found.push(`${what.op} ${collection}.${what.field ?? ''}`)
}
