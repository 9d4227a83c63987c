import type { Field, RecordShape } from '@roundel/shared/board'
import { isId } from '@roundel/shared/kernel'
import * as v from 'valibot'
import type { Arrival, Ground } from './ground.ts'
import { type Stop, refuseBad, refuseForbidden } from './stop.ts'
import type { Struct } from './update.ts'

/** The field that a shape has under a name. */
export const findField = (
  shape: Readonly<Record<string, RecordShape>>,
  collection: string,
  name: string,
): Field | undefined => {
  const fields = Object.hasOwn(shape, collection) ? shape[collection] : undefined
  return fields && Object.hasOwn(fields, name) ? fields[name] : undefined
}

/**
 * Whether what a struct holds may stand where it stands, by the shape of the document alone: maps in collections, values
 * and texts in the fields that want them, characters in texts, and nothing else.
 */
export const checkFit = (ground: Ground, { struct, spot }: Arrival): Stop | undefined => {
  if (!spot) return undefined
  const { box, key } = spot
  if (box.level === 'text') return checkCharacters(struct, key)
  if (key === null) return refuseBad('a map has no list')
  // Yjs never writes one for a key, and with one the winner would depend on what else a replica knows.
  if (struct.rightOrigin) return refuseBad('a key has a right neighbour')
  if (box.level === 'collection') return checkRecord(struct, key)
  const field = findField(ground.shape, box.collection, key)
  return field ? checkValue(struct, field, box.fresh) : refuseBad(`${box.collection}: no such field`)
}

const checkCharacters = ({ content, keyed }: Struct, key: string | null): Stop | undefined => {
  if (key !== null || keyed) return refuseBad('a text has an attribute')
  if (content.type === 'characters' || content.type === 'deleted') return undefined
  return refuseBad('a text holds something else than characters')
}

const checkRecord = ({ content }: Struct, key: string): Stop | undefined => {
  if (!isId(key)) return refuseBad('a record has no id')
  if (content.type === 'record' || content.type === 'deleted') return undefined
  return refuseBad('a collection holds something else than records')
}

const checkValue = ({ content }: Struct, field: Field, fresh: boolean): Stop | undefined => {
  if (content.type === 'values' && field.type === 'value') {
    if (!content.values.every((value) => v.is(field.schema, value))) return refuseBad('a value does not fit')
  } else if (content.type !== 'deleted' && (content.type !== 'text' || field.type !== 'text')) {
    return refuseBad('a field holds something else')
  }
  // A text is made with its record. Another in its place would take away what people are typing into the first.
  if (!fresh && (field.fixed || field.type === 'text')) return refuseForbidden('a fixed field is written again')
  return undefined
}
