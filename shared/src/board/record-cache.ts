import * as Y from 'yjs'
import { isId } from '../kernel/index.ts'
import { type Reader, equalRecords } from './read-record.ts'

/** The valid records of one top-level map, kept in memory. */
export interface RecordCache<T> {
  readonly get: (id: string) => T | undefined
  readonly all: () => ReadonlyMap<string, T>
  readonly subscribe: (onChange: () => void) => () => void
}

/** What a document holds under an id, when it is a record at all. */
export const findStored = (root: Y.Map<unknown>, id: string): Y.Map<unknown> | undefined => {
  const stored = isId(id) ? root.get(id) : undefined
  return stored instanceof Y.Map ? (stored as Y.Map<unknown>) : undefined
}

/**
 * Reads records when first asked for, and again only after an update touched them: a change costs the same among five
 * records and five thousand. Listens from the first question on, for as long as the document lives.
 */
export const openRecordCache = <T extends object>(root: Y.Map<unknown>, read: Reader<T>): RecordCache<T> => {
  /** What was read so far; undefined for a record that does not fit. */
  const known = new Map<string, T | undefined>()
  const valid = new Map<string, T>()
  const listeners = new Set<() => void>()
  let snapshot: ReadonlyMap<string, T> | undefined
  let isListening = false
  let isComplete = false

  const keep = (id: string, record: T | undefined): void => {
    known.set(id, record)
    if (record) valid.set(id, record)
    else valid.delete(id)
  }

  const forget = (id: string): void => {
    known.delete(id)
    valid.delete(id)
  }

  const load = (id: string): T | undefined => {
    // What nobody wrote is not remembered: asking for made-up ids must not fill memory.
    if (!root.has(id)) return undefined
    const stored = findStored(root, id)
    const record = stored && read(id, stored)
    keep(id, record)
    return record
  }

  /** Reads a touched record again; false when it says what it said before. */
  const refresh = (id: string): boolean => {
    const wasKnown = known.has(id)
    const before = known.get(id)
    if (!root.has(id)) {
      forget(id)
      return !wasKnown || before !== undefined
    }
    const after = load(id)
    if (!before || !after || !equalRecords(before, after)) return !wasKnown || before !== after
    keep(id, before)
    return false
  }

  const onEvents = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    const touched = new Set<string>()
    for (const event of events) {
      const [id] = event.path
      if (id !== undefined) touched.add(String(id))
      else if (event instanceof Y.YMapEvent) for (const key of event.keysChanged) touched.add(String(key))
    }
    let isChanged = false
    for (const id of touched) isChanged = refresh(id) || isChanged
    if (!isChanged) return
    snapshot = undefined
    for (const onChange of listeners) onChange()
  }

  const listen = (): void => {
    if (isListening) return
    isListening = true
    root.observeDeep(onEvents)
  }

  const get = (id: string): T | undefined => {
    listen()
    return known.has(id) ? known.get(id) : load(id)
  }

  const all = (): ReadonlyMap<string, T> => {
    listen()
    if (snapshot) return snapshot
    if (!isComplete) for (const id of root.keys()) get(id)
    isComplete = true
    return (snapshot = new Map(valid))
  }

  const subscribe = (onChange: () => void): (() => void) => {
    // Read everything once, so that the first change already knows what it changed.
    all()
    const listener = (): void => onChange()
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  return { get, all, subscribe }
}
