import { type SeatId, asId } from '@roundel/shared/kernel'
import { openDocumentRoom } from '../document-room.ts'
import type * as Y from 'yjs'
import type { Closing, DocumentRoom, DocumentRoomOptions } from '../room.ts'
import type { StoredDocument } from '../../storage/store.ts'
import { type FakeClock, openFakeClock } from './fake-clock.ts'
import { permissiveJudge } from './permissive-judge.ts'

export const seat = (name: string): SeatId => asId(`seat-${name}`.padEnd(16, '_'))

export const EMPTY_DOCUMENT: StoredDocument = {
  seq: 0,
  epoch: 1,
  snapshot: undefined,
  updates: [],
  claims: [],
  damaged: false,
}

type Commit = Parameters<DocumentRoomOptions['commit']>[0]

/** A room over a store that keeps everything in an array and is as slow as the test wants. */
export interface TestRoom {
  readonly room: DocumentRoom
  readonly clock: FakeClock
  /** A change by the server, stored as its caller would. */
  readonly write: (change: (doc: Y.Doc) => void) => Promise<void>
  /** From now on commits wait for `release`. */
  readonly hold: () => void
  /** Lets the oldest commits through, all of them unless told how many. */
  readonly release: (count?: number) => Promise<void>
  readonly held: () => number
  readonly refuse: (error: Error) => Promise<void>
  /** What is durable, as it would be loaded after a restart. */
  readonly stored: () => StoredDocument
  readonly commits: readonly Commit[]
  readonly faults: readonly unknown[]
  readonly closings: readonly Closing[]
}

/** Lets everything run that waits for nothing but its turn. */
export const settle = async (): Promise<void> => {
  await new Promise<void>((resolve) => {
    setImmediate(resolve)
  })
}

export const openTestRoom = (over: Partial<DocumentRoomOptions> = {}, clock: FakeClock = openFakeClock()): TestRoom => {
  const base = over.stored ?? EMPTY_DOCUMENT
  const commits: Commit[] = []
  const durable: Commit[] = []
  const faults: unknown[] = []
  const closings: Closing[] = []
  let waiting: { readonly pass: () => void; readonly stop: (error: Error) => void }[] = []
  let isHeld = false

  const owners = new Map<string, SeatId>()

  const commit = async (write: Commit): Promise<void> => {
    commits.push(write)
    for (const { collection, record, owner } of write.owners ?? []) owners.set(`${collection}.${record}`, owner)
    if (isHeld) {
      await new Promise<void>((pass, stop) => {
        waiting.push({ pass, stop })
      })
    }
    durable.push(write)
  }

  const room = openDocumentRoom({
    address: { kind: 'board' },
    stored: base,
    judge: permissiveJudge,
    authority: {
      mayRead: () => true,
      mayWriteIn: () => ({ ok: true, value: undefined }),
      mayWrite: () => ({ ok: true, value: undefined }),
      ownerOf: (_, collection, record) => owners.get(`${collection}.${record}`),
    },
    onFault: (error) => faults.push(error),
    onClose: (closing) => closings.push(closing),
    clock,
    commit,
    ...over,
  })

  return {
    room,
    clock,
    write: async (change) => {
      const append = room.write(change)
      if (!append) return
      await commit({ appends: [append] })
      room.settle(append.seq)
    },
    hold: () => {
      isHeld = true
    },
    release: async (count = waiting.length) => {
      for (const { pass } of waiting.slice(0, count)) pass()
      waiting = waiting.slice(count)
      await settle()
    },
    held: () => waiting.length,
    refuse: async (error) => {
      for (const { stop } of waiting) stop(error)
      waiting = []
      await settle()
    },
    stored: () => {
      const appends = durable.flatMap((write) => write.appends)
      return {
        ...base,
        seq: appends.at(-1)?.seq ?? base.seq,
        updates: [...base.updates, ...appends.map(({ bytes }) => bytes)],
        claims: [...base.claims, ...appends.flatMap(({ claims }) => claims)],
      }
    },
    commits,
    faults,
    closings,
  }
}
