import * as Y from 'yjs'
import type { Frames } from './frames.ts'
import { syncMessage } from './outbound.ts'

/** One change of a document, and the socket that brought it; none for the server's own. */
export interface Change<Member> {
  readonly seq: number
  readonly bytes: Uint8Array
  readonly by: Member | undefined
}

/** Merging takes time that grows with the square of the number of updates. */
const MERGE_AT_MOST = 64

/** What a window of durable changes sends to everybody. */
export interface Broadcast<Member> {
  readonly messages: readonly Frames[]
  /** Sequence of the last change in it: whoever joined at or after it has everything. */
  readonly seq: number
  /** The only one who wrote, and so needs none of it. */
  readonly sole: Member | undefined
}

/** Several small updates as few messages: browsers run one transaction for each. */
export const composeBroadcast = <Member>(changes: readonly Change<Member>[]): Broadcast<Member> => {
  const messages: Frames[] = []
  for (let from = 0; from < changes.length; from += MERGE_AT_MOST) {
    const group = changes.slice(from, from + MERGE_AT_MOST).map(({ bytes }) => bytes)
    messages.push(syncMessage('update', Y.mergeUpdates(group)))
  }
  const sole = changes[0]?.by
  return {
    messages,
    seq: changes.at(-1)?.seq ?? 0,
    sole: changes.every(({ by }) => by === sole) ? sole : undefined,
  }
}
