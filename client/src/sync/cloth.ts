import { type Item, type Table, documentName, openTable } from '@roundel/shared/board'
import { type ItemId, LIMITS, type TableId } from '@roundel/shared/kernel'
import { createContext, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { socketUrl } from './api.ts'
import { connectDocument } from './document-link.ts'
import { keeper, reporter, wordsOf } from './documents.ts'
import { type RecordText, type Replica, openReplica } from './replica.ts'
import type { Room } from './room.ts'
import { useRecords, useRoom } from './room-context.ts'

/** Takes what was written on a cloth and could not be delivered any more. */
type TakeBack = (texts: readonly RecordText[]) => void

/** Opens the cloth of one table, and keeps it in step with the server until it is closed. */
type OpenCloth = (room: Room, table: TableId, takeBack: TakeBack) => Replica<Table>

const openCloth: OpenCloth = ({ id, live, saved }, table, takeBack) => {
  const name = documentName({ kind: 'table', table })
  const { seat } = live.view().me
  const kept = keeper(id, seat)
  let isLeaving = false
  const replica = openReplica<Table>({
    open: openTable,
    recordsOf: ({ items }) => items.all(),
    textOf: ({ items }, item) => wordsOf(items.get(item as ItemId)),
    connect: connectDocument(socketUrl(id, 'docs'), name, live),
    ...kept,
    // The page may come back and deliver them after all; otherwise they belong to a table that was left.
    keep: (texts) => (isLeaving ? kept.keep(texts) : takeBack(texts)),
    ...reporter(saved, name),
  })
  return {
    ...replica,
    leave: () => {
      isLeaving = true
      replica.leave()
      isLeaving = false
    },
    close: () => {
      replica.close()
      saved.forget(name)
    },
  }
}

const ClothContext = createContext<OpenCloth>(openCloth)

/** Another way to cloths, where a test has no server. */
export const ClothProvider = ClothContext.Provider

const never = () => () => undefined
const ignore = (): void => undefined

/** Remembers which cloth is open now. */
const createHolder = () => {
  const listeners = new Set<() => void>()
  let held: Replica<Table> | undefined
  return {
    held: () => held,
    hold: (next: Replica<Table> | undefined): void => {
      held = next
      for (const listener of listeners) listener()
    },
    subscribe: (onChange: () => void) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
  }
}

/** A cloth as it lies open. */
export interface Cloth {
  /** Undefined until it is opened. */
  readonly content: Table | undefined
  readonly items: ReadonlyMap<ItemId, Item>
  /** What is not there does not exist: the server's state has arrived. */
  readonly isSynced: boolean
}

/**
 * The cloth of a table: opened when somebody comes to it, closed when they leave. What was written on it and not delivered
 * by then is given to `takeBack`.
 */
export const useCloth = (table: TableId | undefined, takeBack: TakeBack = ignore): Cloth => {
  const room = useRoom()
  const open = useContext(ClothContext)
  const taking = useRef(takeBack)
  useEffect(() => {
    taking.current = takeBack
  }, [takeBack])
  const [holder] = useState(createHolder)
  const replica = useSyncExternalStore(holder.subscribe, holder.held)
  useEffect(() => {
    if (table === undefined) return undefined
    let take: TakeBack = (texts) => taking.current(texts)
    const opened = open(room, table, (texts) => take(texts))
    holder.hold(opened)
    const leave = (): void => opened.leave()
    addEventListener('pagehide', leave)
    return () => {
      // What comes back now belongs to the table that is being left.
      take = taking.current
      holder.hold(undefined)
      // What was written last is taken for as long: only then it is known what did not arrive.
      setTimeout(() => {
        removeEventListener('pagehide', leave)
        opened.close()
      }, LIMITS.graceMs)
    }
  }, [room, open, table, holder])
  const subscribe = replica?.subscribe ?? never
  const content = useSyncExternalStore(subscribe, () => replica?.content())
  const isSynced = useSyncExternalStore(subscribe, () => replica?.isSynced() ?? false)
  return { content, items: useRecords<Item>(content?.items), isSynced }
}
