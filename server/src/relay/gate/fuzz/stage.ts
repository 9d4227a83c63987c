import type { DocumentAddress } from '@roundel/shared/board'
import { type SeatId, asId } from '@roundel/shared/kernel'
import * as Y from 'yjs'
import type { Case, Verdict } from '../gate.ts'
import type { Id } from '../update.ts'
import { lastOf } from '../yjs-internals.ts'
import { type Room, deliver, openRoom } from './room.ts'
import { OPEN, type Rules } from './rules.ts'

export const ANNA = asId<'seat'>('seat-anna-000000')
export const BALA = asId<'seat'>('seat-bala-000000')
export const STEP = 'step567890123456'
const SERVER = 7

/** One person's document. What it writes waits in `unsent` until it is sent. */
interface Person {
  readonly seat: SeatId
  readonly doc: Y.Doc
  readonly unsent: Uint8Array[]
}

/** A room and the people in it, for telling a short story in a test. */
export interface Stage {
  readonly room: Room
  readonly join: (seat: SeatId, client: number, gc?: boolean) => Person
  /** Sends what a person wrote, in order, and shows to all what was stored. Answers with the verdicts. */
  readonly send: (person: Person) => readonly Verdict[]
  /** Delivers any bytes as if a seat had sent them. */
  readonly bring: (seat: SeatId, bytes: Uint8Array, kind?: Case['kind']) => Verdict
}

export const setStage = (rules: Rules = OPEN, document: DocumentAddress = { kind: 'board' }): Stage => {
  const room = openRoom(document, rules, SERVER)
  const people: Person[] = []
  const bring: Stage['bring'] = (seat, bytes, kind = 'update') => {
    const { verdict, emitted } = deliver(room, seat, bytes, kind)
    const others = people.filter((person) => person.seat !== seat)
    if (emitted) for (const { doc } of others) Y.applyUpdate(doc, emitted, 'room')
    return verdict
  }
  return {
    room,
    bring,
    join: (seat, client, gc = true) => {
      const doc = new Y.Doc({ gc })
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.doc))
      doc.clientID = client
      const person: Person = { seat, doc, unsent: [] }
      doc.on('update', (bytes: Uint8Array, origin: unknown) => origin === 'room' || person.unsent.push(bytes))
      people.push(person)
      return person
    },
    send: ({ seat, unsent }) => unsent.splice(0).map((bytes) => bring(seat, bytes)),
  }
}

/** A collection of a document, as a stock client sees it. */
export const collection = (doc: Y.Doc, name = 'items'): Y.Map<Y.Map<unknown>> =>
  doc.get(name, Y.Map) as Y.Map<Y.Map<unknown>>

/** Writes a whole item in one transaction; `more` are further fields. */
export const writeItem = (doc: Y.Doc, id: string, text = '', more: Readonly<Record<string, unknown>> = {}): void => {
  const fields = new Y.Map<unknown>(Object.entries({ kind: 'idea', step: STEP, text: new Y.Text(text), ...more }))
  doc.transact(() => collection(doc).set(id, fields))
}

export const textOf = (doc: Y.Doc, id: string): Y.Text => collection(doc).get(id)?.get('text') as Y.Text

/** The id of the item that brought a record, or the last value of one of its fields. */
export const itemOf = (doc: Y.Doc, id: string, field?: string): Id => {
  const records = collection(doc)
  const item = field === undefined ? lastOf(records, id) : lastOf(records.get(id) as Y.Map<unknown>, field)
  if (!item) throw new Error(`there is no ${id} ${field}`)
  return { client: item.id.client, clock: item.id.clock + item.length - 1 }
}

/** The first unit of a text. */
export const startOf = (doc: Y.Doc, id: string): Id => {
  const start = textOf(doc, id)._start
  if (!start) throw new Error('the text is empty')
  return { client: start.id.client, clock: start.id.clock }
}

export const unitAfter = ({ client, clock }: Id, units: number): Id => ({ client, clock: clock + units })
