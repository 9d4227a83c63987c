import { COLOURS, type Colour, type Place, placeOnWall } from '@roundel/shared/board'
import { type ItemId, type SeatId, type SessionId, isId } from '@roundel/shared/kernel'
import { SUBPROTOCOL } from '@roundel/shared/protocol'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { socketUrl } from './api.ts'
import { spreadReturns } from './reconnect.ts'
import { subprotocols } from './tab-credential.ts'

/** Somebody else, as presence tells of them. Name and colour are the server's word, not theirs. */
export interface Present {
  readonly seat: SeatId
  readonly name: string
  readonly colour: Colour
  readonly typing?: true
  readonly drag?: Drag
  /** Where on the wall their pointer is. */
  readonly cursor?: Place
}

/** What people are told apart by. */
export type Doing = 'typing' | 'drag' | 'cursor'

/** An item that somebody holds, and where on the wall. */
export interface Drag {
  readonly item: ItemId
  readonly at: Place
}

/** Who is doing what right now. Forgotten when a person leaves. */
export interface Presence {
  readonly others: () => readonly Present[]
  /** Those who do a certain thing: the same list until one of them does it otherwise. */
  readonly those: (doing: Doing) => readonly Present[]
  /** Says whether this person is typing. */
  readonly sayTyping: (isTyping: boolean) => void
  /** Says what this person holds and where, or that they have let go. Sent a few times a second, the newest always. */
  readonly sayDrag: (drag: Drag | undefined) => void
  /** Says where on the wall this person's pointer is, or that it is not on it. Sent likewise. */
  readonly sayCursor: (at: Place | undefined) => void
  /** Joins with the first who listens, and leaves with the last. */
  readonly subscribe: (onChange: () => void) => () => void
}

/** What moves is said so often at most. */
const SEND_MS = 100

const readPlace = (at: unknown): Place | undefined => {
  if (!Array.isArray(at)) return undefined
  const [x, y] = at as readonly unknown[]
  return typeof x === 'number' && typeof y === 'number' ? placeOnWall(x, y) : undefined
}

const readDrag = (drag: unknown): Drag | undefined => {
  const { item, at } = (drag ?? {}) as { readonly item?: unknown; readonly at?: unknown }
  const place = readPlace(at)
  return isId(item) && place ? { item: item as unknown as ItemId, at: place } : undefined
}

const listOthers = (states: Iterable<Readonly<Record<string, unknown>>>, self: SeatId): readonly Present[] => {
  const bySeat = new Map<SeatId, Present>()
  for (const { seat, name, colour, typing, drag, cursor } of states) {
    if (typeof seat !== 'string' || typeof name !== 'string' || seat === self) continue
    const before = bySeat.get(seat as SeatId)
    const held = readDrag(drag) ?? before?.drag
    const pointer = readPlace(cursor) ?? before?.cursor
    // Of several devices of one person, one that types or holds something counts.
    bySeat.set(seat as SeatId, {
      seat: seat as SeatId,
      name,
      colour: COLOURS.find((each) => each === colour) ?? 'stone',
      ...((typing === true || before?.typing) && { typing: true }),
      ...(held && { drag: held }),
      ...(pointer && { cursor: pointer }),
    })
  }
  return [...bySeat.values()]
}

type ByDoing = Readonly<Record<Doing, readonly Present[]>>
const NOBODY_DOES: ByDoing = { typing: [], drag: [], cursor: [] }

/** People by what they do, so that whoever looks at one thing hears nothing of the others. */
export const sortByDoing = (others: readonly Present[], before: ByDoing): ByDoing => {
  const keep = (what: Doing): readonly Present[] => {
    const now = others.filter((person) => person[what] !== undefined)
    const was = before[what]
    const isSame =
      now.length === was.length &&
      now.every((person, index) => {
        const other = was[index]
        return (
          other?.seat === person.seat &&
          other.name === person.name &&
          other.colour === person.colour &&
          JSON.stringify(other[what]) === JSON.stringify(person[what])
        )
      })
    return isSame ? was : now
  }
  return { typing: keep('typing'), drag: keep('drag'), cursor: keep('cursor') }
}

/** The presence of a session. Only where names are shown: elsewhere nobody may know who is writing. */
export const createPresence = (session: SessionId, self: () => SeatId): Presence => {
  const listeners = new Set<() => void>()
  let others: readonly Present[] = []
  let doing = NOBODY_DOES
  let joined: { readonly provider: WebsocketProvider; readonly doc: Y.Doc } | undefined

  const show = (next: readonly Present[]): void => {
    others = next
    doing = sortByDoing(next, doing)
    for (const listener of listeners) listener()
  }
  const join = (): void => {
    const doc = new Y.Doc()
    const provider = new WebsocketProvider(socketUrl(session, 'docs'), 'presence', doc, {
      disableBc: true,
      protocols: subprotocols(SUBPROTOCOL),
    })
    spreadReturns(provider, Math.random)
    provider.awareness.on('change', () => show(listOthers(provider.awareness.getStates().values(), self())))
    joined = { provider, doc }
  }
  let typing = false
  let drag: Drag | undefined
  let cursor: Place | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const send = (): void => {
    clearTimeout(timer)
    timer = undefined
    joined?.provider.awareness.setLocalState({
      ...(typing && { typing: true }),
      ...(drag && { drag }),
      ...(cursor && { cursor }),
    })
  }
  const leave = (): void => {
    clearTimeout(timer)
    timer = undefined
    typing = false
    drag = undefined
    cursor = undefined
    joined?.provider.destroy()
    joined?.doc.destroy()
    joined = undefined
    others = []
    doing = NOBODY_DOES
  }
  return {
    others: () => others,
    those: (what) => doing[what],
    sayTyping: (isTyping) => {
      typing = isTyping
      send()
    },
    sayDrag: (next) => {
      const isMove = drag !== undefined && next !== undefined && drag.item === next.item
      drag = next
      if (isMove) timer ??= setTimeout(send, SEND_MS)
      else send()
    },
    sayCursor: (at) => {
      if (at === undefined && cursor === undefined) return
      cursor = at
      timer ??= setTimeout(send, SEND_MS)
    },
    subscribe: (onChange) => {
      listeners.add(onChange)
      if (!joined) join()
      return () => {
        listeners.delete(onChange)
        if (listeners.size === 0) leave()
      }
    },
  }
}
