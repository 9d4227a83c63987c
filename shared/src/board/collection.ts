import * as Y from 'yjs'
import { type Reader, equalValues } from './read-record.ts'
import { findStored, openRecordCache } from './record-cache.ts'
import type { RecordShape } from './shapes.ts'
import { rewriteText } from './rewrite-text.ts'

/** A record that may be read but never changed in place. */
export interface Identified {
  readonly id: string
}

/**
 * A typed view on one top-level map of a document.
 *
 * Every record is a `Y.Map` of its own, so two people who write different fields of one record both win. Peers are not
 * trusted: a record that does not fit its shape is treated as absent.
 */
export interface Collection<T extends Identified> {
  /** All valid records by id. The same reference is returned until one of them changes. */
  readonly all: () => ReadonlyMap<T['id'], T>
  /** The record, the same reference until it changes; undefined when absent or malformed. */
  readonly get: (id: T['id']) => T | undefined
  /** Writes a new record in one transaction. Writing an id that exists does nothing. */
  readonly add: (record: T) => void
  /**
   * Writes the given value fields only; `undefined` clears a field. Text fields are not written here.
   * What a field holds already is not written again. Does nothing for a record that is absent.
   */
  readonly patch: (id: T['id'], fields: { readonly [Key in keyof Omit<T, 'id'>]?: T[Key] | undefined }) => void
  /** Turns a text field into `next` by the smallest edit, so that what another person types in it survives. */
  readonly rewrite: (id: T['id'], field: 'text' | 'title', next: string) => void
  /** Removes the record for good. For owners and the server; others set a state. */
  readonly remove: (id: T['id']) => void
  /** Calls back after any change of this collection, from here or elsewhere. Returns the way to stop. */
  readonly subscribe: (onChange: () => void) => () => void
}

/**
 * Opens the collection `name` of a document. `read` turns a raw record into a valid one, or into nothing.
 *
 * Inside a transaction, records already read show what was before it.
 */
export const openCollection = <T extends Identified>(
  doc: Y.Doc,
  name: string,
  shape: RecordShape,
  read: Reader<T>,
): Collection<T> => {
  const root = doc.getMap(name)
  const { get, all, subscribe } = openRecordCache<T>(root, read)

  const add = (record: T): void => {
    if (root.has(record.id)) return
    const fields = record as unknown as Readonly<Record<string, unknown>>
    doc.transact(() => {
      const stored = new Y.Map<unknown>()
      for (const [key, { type }] of Object.entries(shape)) {
        const value = fields[key]
        if (value !== undefined) stored.set(key, type === 'text' ? new Y.Text(value as string) : value)
      }
      root.set(record.id, stored)
    })
  }

  const patch: Collection<T>['patch'] = (id, fields) => {
    const stored = findStored(root, id)
    if (!stored) return
    const changes = Object.entries(fields).filter(([key, value]) => !equalValues(stored.get(key), value))
    for (const [key, value] of changes) {
      const field = shape[key]
      if (!field || field.type === 'text') throw new Error(`not a plain field: ${name}.${key}`)
      if (field.fixed || (field.required && value === undefined)) throw new Error(`never changes: ${name}.${key}`)
    }
    doc.transact(() => {
      for (const [key, value] of changes) {
        if (value === undefined) stored.delete(key)
        else stored.set(key, value)
      }
    })
  }

  const rewrite: Collection<T>['rewrite'] = (id, field, next) => {
    const text = shape[field]?.type === 'text' ? findStored(root, id)?.get(field) : undefined
    if (text instanceof Y.Text) doc.transact(() => rewriteText(text, next))
  }

  const remove = (id: T['id']): void => root.delete(id)

  return { get, all: all as Collection<T>['all'], add, patch, rewrite, remove, subscribe }
}
