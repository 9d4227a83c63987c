import type { SeatId } from '@roundel/shared/kernel'
import * as Y from 'yjs'
import type { Chance } from './chance.ts'
import type { Rules } from './rules.ts'

/** What a person sees and may call their own while acting. */
export interface Scene {
  readonly doc: Y.Doc
  readonly seat: SeatId
  readonly rules: Rules
  readonly chance: Chance
  readonly own: Set<string>
  readonly isDraft: boolean
  /** What this person did with this document and could take back, the latest last. */
  readonly intentions: Intention[]
}

/** Something that was done, with what stood there before it. */
export interface Intention {
  readonly id: string
  readonly field: string
  readonly right: 'text' | 'place' | 'state'
  readonly before: unknown
  readonly after: unknown
}

type Fields = Y.Map<unknown>
type Act = (scene: Scene) => void

const WORDS = ['tea', 'کار', 'ring ', 'mañana', '👩‍👩‍👧', '😀', 'x', '\n', 'идея', ' and ', '🏳️‍🌈', 'é']
const COLOURS = ['lemon', 'apricot', 'rose', 'orchid', 'sky', 'iris', 'mint', 'stone']

export const recordsOf = (doc: Y.Doc, collection: string): [string, Fields][] =>
  [...doc.get(collection, Y.Map)].filter((entry): entry is [string, Fields] => entry[1] instanceof Y.Map)

/** A new item, whole, in one transaction. */
export const addItem = (doc: Y.Doc, id: string, chance: Chance, author?: SeatId): void => {
  const fields = new Y.Map<unknown>()
  fields.set('kind', 'idea')
  fields.set('step', 'step567890123456')
  fields.set('text', new Y.Text(chance.happens(0.7) ? chance.pick(WORDS) : ''))
  fields.set('lang', chance.pick(['en', 'ru', 'fa']))
  if (chance.happens(0.5)) fields.set('colour', chance.pick(COLOURS))
  if (author) fields.set('author', author)
  doc.transact(() => doc.get('items', Y.Map).set(id, fields))
}

const add: Act = ({ doc, chance, own, seat, isDraft, rules }) => {
  const id = chance.id()
  own.add(id)
  addItem(doc, id, chance, isDraft || chance.happens(0.5) ? undefined : seat)
  // Made and thrown away in one breath, or in two.
  if (rules.remove === 'own' && chance.happens(0.05)) doc.get('items', Y.Map).delete(id)
}

const type: Act = (scene) => {
  const text = textOf(scene)
  if (text) typeInto(text, scene.chance)
}

/** Sets or clears a field, and remembers how it was. */
const put = (
  scene: Scene,
  [id, fields]: [string, Fields],
  right: Intention['right'],
  field: string,
  after: unknown,
) => {
  scene.intentions.push({ id, field, right, before: fields.get(field), after })
  write(fields, field, after)
}

const write = (fields: Fields, field: string, value: unknown): void => {
  if (value === undefined) fields.delete(field)
  else fields.set(field, value)
}

/**
 * Takes the latest back by the inverse edit, if its person may still do that and nobody has changed it since. Returns
 * whether anything was written.
 */
export const undo = (scene: Scene): boolean => {
  const intention = scene.intentions.pop()
  if (!intention) return false
  const { id, field, right, before, after } = intention
  const [, fields] = mine(scene, scene.isDraft ? 'all' : scene.rules[right]).find(([record]) => record === id) ?? []
  if (!fields || JSON.stringify(fields.get(field)) !== JSON.stringify(after)) return false
  write(fields, field, before)
  return true
}

const textOf = (scene: Scene): Y.Text | undefined => {
  const { doc, chance, rules, isDraft } = scene
  if (!isDraft && rules.group && chance.happens(0.2)) return pickText(recordsOf(doc, 'clusters'), 'title', chance)
  return pickText(mine(scene, isDraft ? 'all' : rules.text), 'text', chance)
}

const pickText = (records: [string, Fields][], field: string, chance: Chance): Y.Text | undefined => {
  if (records.length === 0) return undefined
  const text = chance.pick(records)[1].get(field)
  return text instanceof Y.Text ? text : undefined
}

/** The items that a right of a person is about. */
export const mine = ({ doc, own }: Scene, right: 'all' | 'own' | 'none'): [string, Fields][] =>
  right === 'none' ? [] : recordsOf(doc, 'items').filter(([id]) => right === 'all' || own.has(id))

export const typeInto = (text: Y.Text, chance: Chance): void => {
  const at = chance.below(text.length + 1)
  // Titles are short: room is made before it is needed.
  if (text.length > 60) text.delete(0, text.length - 20)
  else if (chance.happens(0.25) && text.length > 0) {
    // Also half of an emoji, as a careless client does.
    const from = chance.below(text.length)
    text.delete(from, 1 + chance.below(Math.min(6, text.length - from)))
  } else if (chance.happens(0.1)) {
    text.doc?.transact(() => {
      const gone = chance.below(text.length + 1)
      text.delete(0, gone)
      text.insert(0, chance.pick(WORDS))
    })
  } else if (chance.happens(0.5)) text.insert(Math.min(at, text.length), chance.pick(WORDS))
  // Letter by letter, forwards and backwards.
  else for (const letter of 'cat') text.insert(chance.happens(0.8) ? text.length : 0, letter)
}

const move: Act = (scene) => {
  const { chance, rules, isDraft, doc } = scene
  const items = isDraft ? [] : mine(scene, rules.place)
  if (items.length === 0) return
  const item = chance.pick(items)
  const clusters = recordsOf(doc, 'clusters')
  switch (chance.below(4)) {
    case 0:
      put(scene, item, 'place', 'at', [chance.below(3200), chance.below(2000)])
      break
    case 1:
      put(scene, item, 'place', 'rank', chance.pick(['a', 'Zz', 'm0', 'b12']))
      break
    case 2:
      if (clusters.length > 0) put(scene, item, 'place', 'cluster', chance.pick(clusters)[0])
      break
    default:
      put(scene, item, 'place', 'cluster', undefined)
  }
}

const colour: Act = (scene) => {
  const items = mine(scene, scene.isDraft ? 'all' : scene.rules.text)
  if (items.length === 0) return
  put(scene, scene.chance.pick(items), 'text', 'colour', scene.chance.pick(COLOURS))
  if (scene.chance.happens(0.2)) undo(scene)
}

const withdraw: Act = (scene) => {
  const right = scene.isDraft ? 'all' : scene.rules.state
  const items = mine(scene, right)
  if (items.length === 0) return
  const states = scene.isDraft ? ['composing', 'ready'] : ['published', 'withdrawn']
  const [id, fields] = scene.chance.pick(items)
  const after = scene.chance.pick(states)
  // What was never written reads as the first of them, and is written back as that.
  scene.intentions.push({ id, field: 'state', right: 'state', before: fields.get('state') ?? states[0], after })
  fields.set('state', after)
}

const group: Act = ({ doc, chance, rules, isDraft, own }) => {
  if (isDraft || !rules.group) return
  const clusters = recordsOf(doc, 'clusters')
  if (clusters.length < 3 || chance.happens(0.1)) {
    const id = chance.id()
    own.add(id)
    const fields = new Y.Map<unknown>(Object.entries({ step: 'step567890123456', title: new Y.Text('Group') }))
    doc.get('clusters', Y.Map).set(id, fields)
    return
  }
  const [, fields] = chance.pick(clusters)
  if (chance.happens(0.5)) fields.set('at', [chance.below(3200), chance.below(2000)])
  else fields.set('icon', chance.pick(['star', 'bulb']))
}

const remove: Act = (scene) => {
  const { doc, chance, rules, isDraft } = scene
  const items = mine(scene, isDraft ? 'all' : rules.remove)
  if (items.length === 0) return
  const [id] = chance.pick(items)
  doc.get('items', Y.Map).delete(id)
  // Undo writes it again, under its own id.
  if (chance.happens(0.3) && (isDraft || rules.create)) addItem(doc, id, chance)
}

/** Its own record once more, in place of the one that is there. */
const replace: Act = (scene) => {
  const { doc, chance, rules, isDraft } = scene
  const items = mine(scene, isDraft ? 'all' : rules.create ? rules.remove : 'none')
  if (items.length > 0 && chance.happens(0.3)) addItem(doc, chance.pick(items)[0], chance)
}

const ACTS: readonly Act[] = [
  add,
  type,
  type,
  type,
  type,
  type,
  move,
  move,
  move,
  colour,
  withdraw,
  group,
  group,
  remove,
  replace,
]

/** One thing that a person does, within their rights; sometimes many in one go. */
export const act = (scene: Scene): void => {
  const { chance, doc } = scene
  // What there is grows until there is enough of it.
  const isFull = doc.get('items', Y.Map).size > 24
  const times = chance.happens(0.02) ? 60 : 1
  const once = () => {
    const chosen = chance.pick(ACTS)
    if (chosen !== add || !isFull) {
      if (chosen !== add || scene.isDraft || scene.rules.create) chosen(scene)
    }
  }
  const many = () => {
    for (let count = 0; count < times; count++) once()
  }
  if (chance.happens(0.1)) doc.transact(many)
  else many()
}
