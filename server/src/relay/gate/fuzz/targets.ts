import * as Y from 'yjs'
import type { Id } from '../update.ts'
import { firstOf, isCollected, lastOf } from '../yjs-internals.ts'
import type { Chance } from './chance.ts'
import { recordsOf } from './acts.ts'

/** What a forger may aim at: he reads the whole document, like everyone. */
export interface Targets {
  readonly doc: Y.Doc
  readonly chance: Chance
  /** The item that brought a record, a field or a unit of text. */
  readonly record: () => Target | undefined
  /** Any struct there is, collected ones included. */
  readonly anything: () => Id
}

export interface Target {
  readonly collection: string
  readonly id: string
  readonly fields: Y.Map<unknown>
  /** The id of the record's own item. */
  readonly item: Id
}

export const findTargets = (doc: Y.Doc, chance: Chance): Targets => ({
  doc,
  chance,
  record: () => {
    const collection = chance.pick(['items', 'items', 'items', 'clusters'])
    const records = recordsOf(doc, collection)
    if (records.length === 0) return undefined
    const [id, fields] = chance.pick(records)
    return fields._item ? { collection, id, fields, item: fields._item.id } : undefined
  },
  anything: () => {
    const clients = [...doc.store.clients.keys()]
    if (clients.length === 0) return { client: 1, clock: 0 }
    const client = chance.pick(clients)
    const structs = doc.store.clients.get(client) ?? []
    const last = structs.at(-1)
    return { client, clock: chance.below((last?.id.clock ?? 0) + (last?.length ?? 1)) }
  },
})

/** The last unit written under a key; undefined for one that was never written. */
export const lastUnit = (type: Y.Map<unknown>, key: string): Id | undefined => {
  const item = lastOf(type, key)
  return item && { client: item.id.client, clock: item.id.clock + item.length - 1 }
}

/** The text of a record, and the item that brought it. */
export const textIn = ({ collection, fields }: Target): { text: Y.Text; item: Id } | undefined => {
  const text = fields.get(collection === 'items' ? 'text' : 'title')
  return text instanceof Y.Text && text._item ? { text, item: text._item.id } : undefined
}

/** The units of a text in their order, deleted ones included; of a long run only a part. */
export const unitsIn = (text: Y.Text): Id[] => {
  const units: Id[] = []
  for (let item = firstOf(text); item && units.length < 200; item = item.right) {
    for (let unit = 0; unit < Math.min(item.length, 20); unit++) {
      units.push({ client: item.id.client, clock: item.id.clock + unit })
    }
  }
  return units
}

/** Any unit in a text, deleted ones included. */
export const unitIn = (text: Y.Text, chance: Chance): Id | undefined => {
  const units = unitsIn(text)
  return units.length > 0 ? chance.pick(units) : undefined
}

/** The ranges of a record and everything in it, as Yjs names them when it is removed. */
export const rangesOf = (target: Target): [client: number, clock: number, length: number][] => {
  const ranges: [number, number, number][] = [[target.item.client, target.item.clock, 1]]
  const add = (item: Y.Item | null | undefined) => {
    if (item && !item.deleted && !isCollected(item)) ranges.push([item.id.client, item.id.clock, item.length])
  }
  for (const item of target.fields._map.values()) add(item)
  const text = textIn(target)?.text
  for (let item = text ? firstOf(text) : null; item; item = item.right) add(item)
  return ranges
}
