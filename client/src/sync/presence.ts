import { COLOURS, type Colour, type Place, placeOnWall } from '@roundel/shared/board'
import { type ItemId, type SeatId, type SessionId, isId } from '@roundel/shared/kernel'
import { SUBPROTOCOL } from '@roundel/shared/protocol'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { socketUrl } from './api.ts'
import { subprotocols } from './tab-credential.ts'

/** Somebody else, as presence tells of them. Name and colour are the server's word, not theirs. */
export interface Present {
  readonly seat: SeatId
  readonly name: string
  readonly colour: Colour
  readonly typing?: true
  readonly drag?: Drag
}

/** An item that somebody holds, and where on the wall. */
export interface Drag {
  readonly item: ItemId
  readonly at: Place
}

/** Who is doing what right now. Forgotten when a person leaves. */
export interface Presence {
  readonly others: () => readonly Present[]
  /** Says whether this person is typing. */
  readonly sayTyping: (isTyping: boolean) => void
  /** Says what this person holds and where, or that they have let go. Sent a few times a second, the newest always. */
  readonly sayDrag: (drag: Drag | undefined) => void
  /** Joins with the first who listens, and leaves with the last. */
  readonly subscribe: (onChange: () => void) => () => void
}

const SEND_MS = 80

const readDrag = (drag: unknown): Drag | undefined => {
  const { item, at } = (drag ?? {}) as { readonly item?: unknown; readonly at?: unknown }
  if (!isId(item) || !Array.isArray(at)) return undefined
  const [x, y] = at as readonly unknown[]
  return typeof x === 'number' && typeof y === 'number'
    ? { item: item as unknown as ItemId, at: placeOnWall(x, y) }
    : undefined
}

const listOthers = (states: Iterable<Readonly<Record<string, unknown>>>, self: SeatId): readonly Present[] => {
  const bySeat = new Map<SeatId, Present>()
  for (const { seat, name, colour, typing, drag } of states) {
    if (typeof seat !== 'string' || typeof name !== 'string' || seat === self) continue
    const before = bySeat.get(seat as SeatId)
    const held = readDrag(drag) ?? before?.drag
    // Of several devices of one person, one that types or holds something counts.
    bySeat.set(seat as SeatId, {
      seat: seat as SeatId,
      name,
      colour: COLOURS.find((each) => each === colour) ?? 'stone',
      ...((typing === true || before?.typing) && { typing: true }),
      ...(held && { drag: held }),
    })
  }
  return [...bySeat.values()]
}

/** The presence of a session. Only where names are shown: elsewhere nobody may know who is writing. */
export const createPresence = (session: SessionId, self: () => SeatId): Presence => {
  const listeners = new Set<() => void>()
  let others: readonly Present[] = []
  let joined: { readonly provider: WebsocketProvider; readonly doc: Y.Doc } | undefined

  const show = (next: readonly Present[]): void => {
    others = next
    for (const listener of listeners) listener()
  }
  const join = (): void => {
    const doc = new Y.Doc()
    const provider = new WebsocketProvider(socketUrl(session, 'docs'), 'presence', doc, {
      disableBc: true,
      protocols: subprotocols(SUBPROTOCOL),
    })
    provider.awareness.on('change', () => show(listOthers(provider.awareness.getStates().values(), self())))
    joined = { provider, doc }
  }
  let typing = false
  let drag: Drag | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const send = (): void => {
    clearTimeout(timer)
    timer = undefined
    joined?.provider.awareness.setLocalState({ ...(typing && { typing: true }), ...(drag && { drag }) })
  }
  const leave = (): void => {
    clearTimeout(timer)
    timer = undefined
    typing = false
    drag = undefined
    joined?.provider.destroy()
    joined?.doc.destroy()
    joined = undefined
    others = []
  }
  return {
    others: () => others,
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
