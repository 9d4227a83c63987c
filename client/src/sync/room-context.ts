import type { Board, Collection, Draft, Identified } from '@roundel/shared/board'
import type { View } from '@roundel/shared/session'
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { LiveEnd, LiveNotice } from './live.ts'
import type { Doing, Present } from './presence.ts'
import type { Replica } from './replica.ts'
import type { Room } from './room.ts'
import type { SavedState } from './saved.ts'

const RoomContext = createContext<Room | undefined>(undefined)

/** Gives everything inside the session it belongs to. */
export const RoomProvider = RoomContext.Provider

export const useRoom = (): Room => {
  const room = useContext(RoomContext)
  if (!room) throw new Error('outside of a session')
  return room
}

/** The session as this person may see it, now. */
export const useView = (): View => {
  const { live } = useRoom()
  return useSyncExternalStore(live.subscribe, live.view)
}

/** One part of it. Whoever needs no more is drawn anew only when that part changes. */
export const useViewPart = <Part extends keyof View>(part: Part): View[Part] => {
  const { live } = useRoom()
  return useSyncExternalStore(live.subscribe, () => live.view()[part])
}

/**
 * Calls back when everybody is called to what goes on now, so that what looks elsewhere closes. What was called before
 * this was drawn is over: who comes later is at the present anyway.
 */
export const useGathered = (onGather: () => void): void => {
  const called = useViewPart('session').gatheredAt ?? 0
  const before = useRef(called)
  useEffect(() => {
    const isNew = called > before.current
    before.current = Math.max(called, before.current)
    if (isNew) onGather()
  })
}

/** Why the session will say no more, or undefined while it does. */
export const useLiveEnd = (): LiveEnd | undefined => {
  const { live } = useRoom()
  return useSyncExternalStore(live.subscribe, live.end)
}

/** Calls back with every passing notice of the server. */
export const useNotice = (hear: (notice: LiveNotice) => void): void => {
  const room = useRoom()
  useEffect(() => room.onNotice(hear), [room, hear])
}

const useDocuments = () => {
  const room = useRoom()
  return useSyncExternalStore(room.subscribeDocuments, room.documents)
}

const never = () => () => undefined

const useContent = <Content>(replica: Replica<Content> | undefined): Content | undefined =>
  useSyncExternalStore(replica?.subscribe ?? never, () => replica?.content())

/** The board, for writing; undefined until this person is seated. */
export const useBoard = (): Board | undefined => useContent(useDocuments()?.board)

/** This person's own draft, for writing; undefined for those who only read. */
export const useDraft = (): Draft | undefined => useContent(useDocuments()?.draft)

/** Whether the server's board has arrived, so that what is not there does not exist. */
export const useIsBoardSynced = (): boolean => {
  const replica = useDocuments()?.board
  return useSyncExternalStore(replica?.subscribe ?? never, () => replica?.isSynced() ?? false)
}

const NOTHING: ReadonlyMap<string, never> = new Map<string, never>()

/** All records of a collection by id, kept up to date. */
export const useRecords = <T extends Identified>(collection: Collection<T> | undefined): ReadonlyMap<T['id'], T> =>
  useSyncExternalStore(collection?.subscribe ?? never, () => collection?.all() ?? (NOTHING as ReadonlyMap<T['id'], T>))

/** What the indicator of saving shows. */
export const useSaved = (): SavedState => {
  const { saved } = useRoom()
  return useSyncExternalStore(saved.subscribe, saved.state)
}

/** Whether one's own draft is in step with the server, as far as this device knows. */
export const useIsDraftConnected = (): boolean => {
  const { saved } = useRoom()
  return useSyncExternalStore(saved.subscribeLinks, () => saved.isConnected('draft'))
}

const SECOND_MS = 1_000

/** Server time in whole seconds, as milliseconds; it goes on by itself only while `isRunning`. */
export const useNow = (isRunning = true): number => {
  const { clock } = useRoom().live
  const subscribe = useCallback(
    (onChange: () => void) => {
      if (!isRunning) return () => undefined
      let timer: ReturnType<typeof setTimeout>
      const wait = (): void => {
        timer = setTimeout(
          () => {
            onChange()
            wait()
          },
          SECOND_MS - (clock.now() % SECOND_MS),
        )
      }
      wait()
      return () => clearTimeout(timer)
    },
    [clock, isRunning],
  )
  return useSyncExternalStore(subscribe, () => Math.floor(clock.now() / SECOND_MS) * SECOND_MS)
}

const NOBODY: readonly Present[] = []

/** Those who do a certain thing now. Drawn anew only when they do. Joined only while `isOn`: where names are shown. */
const useThose = (doing: Doing, isOn: boolean): readonly Present[] => {
  const { presence } = useRoom()
  return useSyncExternalStore(isOn ? presence.subscribe : never, () => (isOn ? presence.those(doing) : NOBODY))
}

/** Where the pointers of others are, and the way to say where one's own is. */
export const useCursors = (isOn: boolean) => {
  const { presence } = useRoom()
  return { others: useThose('cursor', isOn), say: presence.sayCursor }
}

/** Who else types, and the way to say that one does. Joined only while `isOn`: where names are shown. */
export const useTyping = (isOn: boolean) => {
  const { presence } = useRoom()
  return { others: useThose('typing', isOn), say: presence.sayTyping }
}

/** What others hold, by item, and the way to say what one holds oneself. Joined only while `isOn`, likewise. */
export const useDrags = (isOn: boolean) => {
  const { presence } = useRoom()
  const others = useThose('drag', isOn)
  const drags = useMemo(
    () =>
      new Map(others.flatMap((person) => (person.drag ? [[person.drag.item, { ...person, at: person.drag.at }]] : []))),
    [others],
  )
  return { drags, say: isOn ? presence.sayDrag : undefined }
}
