import { openBoard } from '@roundel/shared/board'
import { asId } from '@roundel/shared/kernel'
import * as Y from 'yjs'
import { newId } from '../../testing/program.ts'
import type { Scene } from './booth.ts'
import { STEPS } from './moments.ts'

/** Something written to a document as a program may, whatever it may not; false where there is nothing to do it to. */
type Write = (doc: Y.Doc, scene: Scene) => unknown

const NOTHING = false

const record = (doc: Y.Doc, collection: string, id: string | undefined): Y.Map<unknown> | undefined =>
  id === undefined ? undefined : (doc.get(collection, Y.Map) as Y.Map<Y.Map<unknown>>).get(id)

const textOf = (doc: Y.Doc, collection: string, id: string | undefined, field = 'text'): Y.Text | undefined =>
  record(doc, collection, id)?.get(field) as Y.Text | undefined

const setField = (doc: Y.Doc, collection: string, id: string | undefined, field: string, value: unknown): unknown => {
  const found = record(doc, collection, id)
  return found ? found.set(field, value) : NOTHING
}

const make = (doc: Y.Doc, collection: string, fields: Readonly<Record<string, unknown>>): unknown =>
  doc.transact(() => (doc.get(collection, Y.Map) as Y.Map<unknown>).set(newId(), new Y.Map(Object.entries(fields))))

const remove = (doc: Y.Doc, collection: string, id: string | undefined): unknown => {
  if (!record(doc, collection, id)) return NOTHING
  ;(doc.get(collection, Y.Map) as Y.Map<unknown>).delete(id as string)
  return undefined
}

const type = (text: Y.Text | undefined): unknown => (text ? text.insert(0, 'x') : NOTHING)
const erase = (text: Y.Text | undefined): unknown => (text ? text.delete(0, 1) : NOTHING)

const addNote = (doc: Y.Doc, { facts }: Scene, author: string | undefined, kind = 'idea'): unknown =>
  make(doc, 'items', {
    kind,
    step: facts.step,
    text: new Y.Text('A note'),
    lang: 'en',
    rank: 'z',
    state: 'published',
    author,
  })

const addIdea = (doc: Y.Doc, { facts }: Scene, state: string): unknown =>
  make(doc, 'items', { kind: 'idea', step: facts.step, text: new Y.Text('An idea'), lang: 'en', state })

/** What is written on the board, by the names in the table. */
export const BOARD_ACTS: Readonly<Record<string, Write>> = {
  'add a note': (doc, scene) => addNote(doc, scene, scene.me.seat),
  "add a note in another's name": (doc, scene) => addNote(doc, scene, scene.cast['neighbour']?.seat),
  'add a note of another kind': (doc, scene) => addNote(doc, scene, scene.me.seat, 'cause'),
  "move one's own note": (doc, { facts }) => setField(doc, 'items', facts.own, 'at', [7, 7]),
  "move another's note": (doc, { facts }) => setField(doc, 'items', facts.other, 'at', [7, 7]),
  'move a note of an earlier step': (doc, { facts }) => setField(doc, 'items', facts.earlier, 'at', [7, 7]),
  "order another's note": (doc, { facts }) => setField(doc, 'items', facts.other, 'rank', 'zz'),
  "put another's note into a cluster": (doc, { facts }) => setField(doc, 'items', facts.other, 'cluster', newId()),
  "take the place of another's note away": (doc, { facts }) =>
    record(doc, 'items', facts.other) ? record(doc, 'items', facts.other)?.delete('at') : NOTHING,
  "colour one's own note": (doc, { facts }) => setField(doc, 'items', facts.own, 'colour', 'rose'),
  "colour another's note": (doc, { facts }) => setField(doc, 'items', facts.other, 'colour', 'rose'),
  "type in one's own note": (doc, { facts }) => type(textOf(doc, 'items', facts.own)),
  "type in another's note": (doc, { facts }) => type(textOf(doc, 'items', facts.other)),
  "delete letters of one's own note": (doc, { facts }) => erase(textOf(doc, 'items', facts.own)),
  "delete letters of another's note": (doc, { facts }) => erase(textOf(doc, 'items', facts.other)),
  "say the language of one's own note": (doc, { facts }) => setField(doc, 'items', facts.own, 'lang', 'ru'),
  "withdraw one's own note": (doc, { facts }) => setField(doc, 'items', facts.own, 'state', 'withdrawn'),
  "hide another's note": (doc, { facts }) => setField(doc, 'items', facts.other, 'state', 'hidden'),
  "delete one's own note": (doc, { facts }) => remove(doc, 'items', facts.own),
  "delete another's note": (doc, { facts }) => remove(doc, 'items', facts.other),
  "sign one's own note anew": (doc, { facts, cast }) =>
    setField(doc, 'items', facts.own, 'author', cast['neighbour']?.seat),
  'make a cluster': (doc, { facts }) =>
    openBoard(doc).clusters.add({ id: asId(newId()), step: asId(facts.step), title: 'Costs' }),
  'make a cluster of another step': (doc) =>
    openBoard(doc).clusters.add({ id: asId(newId()), step: asId(STEPS.last), title: 'Costs' }),
  'name a cluster': (doc, { facts }) => type(textOf(doc, 'clusters', facts.cluster, 'title')),
  'move a cluster': (doc, { facts }) => setField(doc, 'clusters', facts.cluster, 'at', [7, 7]),
  'delete a cluster': (doc, { facts }) => remove(doc, 'clusters', facts.cluster),
  'link two notes': (doc, { facts }) =>
    facts.own === undefined ? NOTHING : make(doc, 'links', { type: 'builds-on', from: facts.own, to: facts.other }),
  'write what is about the board': (doc) => (doc.get('meta', Y.Map) as Y.Map<unknown>).set('title', 'x'),
  'write a collection that no board has': (doc) => make(doc, 'people', { name: 'x' }),
  'write as the server': (doc, { facts }) => {
    if (facts.serverClient === undefined) return NOTHING
    doc.clientID = facts.serverClient
    return setField(doc, 'items', facts.other, 'at', [7, 7])
  },
}

/** What is written in one's own private document. */
export const DRAFT_ACTS: Readonly<Record<string, Write>> = {
  'write a private idea': (doc, scene) => addIdea(doc, scene, 'composing'),
  'write one that says it was published': (doc, scene) => addIdea(doc, scene, 'published'),
  'type in a private idea': (doc, { facts }) => type(textOf(doc, 'items', facts.leftOver)),
  'mark a private idea ready': (doc, { facts }) => setField(doc, 'items', facts.leftOver, 'state', 'ready'),
  'say that a private idea was published': (doc, { facts }) =>
    setField(doc, 'items', facts.leftOver, 'state', 'published'),
  'say which item of the board it became': (doc, { facts }) =>
    setField(doc, 'items', facts.leftOver, 'boardItem', facts.other ?? newId()),
  'move a private idea to another step': (doc, { facts }) => setField(doc, 'items', facts.leftOver, 'step', STEPS.last),
  'delete a private idea': (doc, { facts }) => remove(doc, 'items', facts.leftOver),
  'delete one that was published': (doc, { facts }) => remove(doc, 'items', facts.published),
  'write a cluster among private ideas': (doc, { facts }) =>
    make(doc, 'clusters', { step: facts.step, title: new Y.Text('x') }),
}

const encoded = new WeakMap<Y.Doc, Uint8Array>()

const encode = (doc: Y.Doc): Uint8Array => {
  const bytes = encoded.get(doc) ?? Y.encodeStateAsUpdate(doc)
  encoded.set(doc, bytes)
  return bytes
}

/** The update that a write makes to a document as it is; undefined where there is nothing to do it to. */
export const updateOf = (write: Write, scene: Scene, stored: Y.Doc): Uint8Array | undefined => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, encode(stored))
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  if (write(doc, scene) === NOTHING) return undefined
  return Y.mergeUpdates(updates)
}
