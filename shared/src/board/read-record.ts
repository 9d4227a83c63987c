import * as v from 'valibot'
import * as Y from 'yjs'
import { clipText } from '../kernel/index.ts'
import type { RecordShape } from './shapes.ts'

/** Turns what a document holds under an id into a valid record, or into nothing. */
export type Reader<T> = (id: string, stored: Y.Map<unknown>) => T | undefined

/**
 * A reader of records of one shape.
 *
 * A record that lacks a required field, or holds a value that does not fit, is absent. Fields that the shape does not
 * name are not looked at. `defaults` stand for optional fields that are missing. A text beyond its limit is read up to
 * the limit: two people who type into one title at once must not make it vanish.
 */
export const recordReader =
  <T>(shape: RecordShape, defaults: Readonly<Record<string, unknown>>): Reader<T> =>
  (id, stored) => {
    const record: Record<string, unknown> = { id }
    for (const [key, field] of Object.entries(shape)) {
      const found = stored.get(key)
      if (found === undefined) {
        if (field.required) return undefined
        if (key in defaults) record[key] = defaults[key]
        continue
      }
      const value = field.type === 'text' ? readText(found, field.most) : found
      const parsed = v.safeParse(field.schema, value)
      if (!parsed.success || !isWellFormed(parsed.output)) return undefined
      record[key] = parsed.output
    }
    return record as T
  }

const readText = (found: unknown, most: number | undefined): string | undefined => {
  // Y.XmlText is a Y.Text too, and would read as markup.
  if (!(found instanceof Y.Text) || found instanceof Y.XmlText) return undefined
  // A half of a surrogate pair that somebody typed arrives at everybody else as U+FFFD: here it reads so too.
  const text = found.toString().toWellFormed()
  return most === undefined ? text : clipText(text, most)
}

const isWellFormed = (value: unknown): boolean => typeof value !== 'string' || value.isWellFormed()

/** Whether two records of one shape say the same. Fields are plain values, short lists of them, or records again. */
export const equalRecords = (one: object, other: object): boolean => {
  const left = Object.entries(one)
  const right = other as Readonly<Record<string, unknown>>
  return left.length === Object.keys(other).length && left.every(([key, value]) => equalValues(value, right[key]))
}

/** Whether two field values are the same: plain values, lists of plain values, or plain objects. */
export const equalValues = (one: unknown, other: unknown): boolean => {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((part, index) => Object.is(part, other[index]))
  }
  return isPlain(one) && isPlain(other) ? equalRecords(one, other) : Object.is(one, other)
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
