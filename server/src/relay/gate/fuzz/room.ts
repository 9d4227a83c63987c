import type { DocumentAddress } from '@roundel/shared/board'
import { type SeatId, ok } from '@roundel/shared/kernel'
import type { Touch } from '@roundel/shared/session'
import * as Y from 'yjs'
import type { Case, Verdict } from '../gate.ts'
import { judge } from '../judge.ts'
import { isSettled } from '../yjs-internals.ts'
import { type Rights, type Rules, askRights } from './rules.ts'

/** A server with one document: judges, applies what is admitted, and keeps what the document then emits. */
export interface Room extends Rights {
  readonly document: DocumentAddress
  doc: Y.Doc
  rules: Rules
  former?: Rules | undefined
  /** Told of each touch that rights are asked about. */
  onTouch?: (seat: SeatId, touch: Touch) => void
  /** What was stored, in order. */
  readonly log: Uint8Array[]
  readonly clientOwners: Map<number, SeatId | 'server'>
  /** Owners of records, by collection and id. */
  readonly owners: Map<string, SeatId>
}

export const openRoom = (document: DocumentAddress, rules: Rules, client: number): Room => {
  const doc = new Y.Doc()
  doc.clientID = client
  return { document, doc, rules, log: [], clientOwners: new Map([[client, 'server']]), owners: new Map() }
}

export const caseOf = (room: Room, seat: SeatId, kind: Case['kind']): Case => ({
  doc: room.doc,
  document: room.document,
  seat,
  kind,
  clientOwner: (client) => room.clientOwners.get(client),
  authority: {
    mayRead: () => true,
    mayWriteIn: () => ok(undefined),
    mayWrite: (asking, touch) => {
      room.onTouch?.(asking, touch)
      return askRights(room, asking, touch)
    },
    ownerOf: (_document, collection, record) => room.owners.get(`${collection} ${record}`),
  },
})

/** Judges and, when admitted, applies. `emitted` is what others get; throws when an invariant broke. */
export const deliver = (
  room: Room,
  seat: SeatId,
  bytes: Uint8Array,
  kind: Case['kind'],
): { readonly verdict: Verdict; readonly emitted?: Uint8Array } => {
  const verdict = judge(bytes, caseOf(room, seat, kind))
  if (verdict.type !== 'admit') return { verdict }
  for (const { client, owner } of verdict.claims) room.clientOwners.set(client, owner)
  for (const { collection, record, owner } of verdict.owners) room.owners.set(`${collection} ${record}`, owner)
  return { verdict, emitted: write(room, () => Y.applyUpdate(room.doc, verdict.bytes)) }
}

/** Changes the document and stores what it emits. */
export const write = (room: Room, change: () => void): Uint8Array => {
  const emitted: Uint8Array[] = []
  const keep = (update: Uint8Array) => emitted.push(update)
  room.doc.on('update', keep)
  change()
  room.doc.off('update', keep)
  if (!isSettled(room.doc)) throw new Error('something is pending')
  const [update] = emitted
  if (!update || emitted.length > 1) throw new Error(`one change emitted ${emitted.length} updates`)
  room.log.push(update)
  return update
}

/** Starts the room again from what is stored, as a row for each update or folded into one. */
export const restart = (room: Room, client: number, fold: boolean): void => {
  if (fold) room.log.splice(0, room.log.length, Y.encodeStateAsUpdate(room.doc))
  const doc = new Y.Doc()
  for (const update of room.log) Y.applyUpdate(doc, update)
  doc.clientID = client
  room.clientOwners.set(client, 'server')
  room.doc.destroy()
  room.doc = doc
}

/** All that a document says, as plain JSON by collection, record and field. */
export const readAll = (
  doc: Y.Doc,
  collections: readonly string[],
): Record<string, Record<string, Record<string, unknown>>> =>
  Object.fromEntries(
    collections.map((name) => [name, doc.get(name, Y.Map).toJSON() as Record<string, Record<string, unknown>>]),
  )
