import type { SeatId, SessionId } from '@roundel/shared/kernel'
import { SUBPROTOCOL } from '@roundel/shared/protocol'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { socketUrl } from './api.ts'

/** Somebody else, as presence tells of them. Name and colour are the server's word, not theirs. */
export interface Present {
  readonly seat: SeatId
  readonly name: string
  readonly typing?: true
}

/** Who is doing what right now. Forgotten when a person leaves. */
export interface Presence {
  readonly others: () => readonly Present[]
  /** Says whether this person is typing. */
  readonly sayTyping: (isTyping: boolean) => void
  /** Joins with the first who listens, and leaves with the last. */
  readonly subscribe: (onChange: () => void) => () => void
}

const listOthers = (states: Iterable<Readonly<Record<string, unknown>>>, self: SeatId): readonly Present[] => {
  const bySeat = new Map<SeatId, Present>()
  for (const { seat, name, typing } of states) {
    if (typeof seat !== 'string' || typeof name !== 'string' || seat === self) continue
    // Of several devices of one person, one that types counts.
    if (typing !== true && bySeat.has(seat as SeatId)) continue
    bySeat.set(seat as SeatId, { seat: seat as SeatId, name, ...(typing === true && { typing }) })
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
      protocols: [SUBPROTOCOL],
    })
    provider.awareness.on('change', () => show(listOthers(provider.awareness.getStates().values(), self())))
    joined = { provider, doc }
  }
  const leave = (): void => {
    joined?.provider.destroy()
    joined?.doc.destroy()
    joined = undefined
    others = []
  }
  return {
    others: () => others,
    sayTyping: (isTyping) => joined?.provider.awareness.setLocalState(isTyping ? { typing: true } : {}),
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
