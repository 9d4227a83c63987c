import * as Y from 'yjs'
import type { Id } from '../update.ts'
import { nextClock } from '../yjs-internals.ts'
import type { Chance } from './chance.ts'
import {
  type Forged,
  type ForgedDeletions,
  type ForgedStruct,
  characters,
  collected,
  deleted,
  foreign,
  forge,
  skipped,
  type,
  values,
} from './forge.ts'
import { type Target, type Targets, findTargets, lastUnit, rangesOf, textIn, unitIn, unitsIn } from './targets.ts'

/** Whom a forger may write as, and what he overheard. */
export interface Forger {
  readonly chance: Chance
  /** The client id that he used before, one that nobody used, and those of others. */
  readonly own: number
  readonly fresh: number
  readonly others: readonly number[]
  /** Honest updates of his own and, as if he listened at their cables, of others. */
  readonly overheard: readonly Uint8Array[]
}

/** A forgery, and what is false about it, in words. */
export interface Forgery {
  readonly kinds: readonly string[]
  readonly bytes: Uint8Array
}

interface Sketch {
  readonly targets: Targets
  readonly chance: Chance
  readonly client: number
  clock: number
  readonly structs: ForgedStruct[]
  readonly ranges: [client: number, clock: number, length: number][]
}

type Trick = (sketch: Sketch, target: Target) => void

const VALUES: readonly unknown[] = [
  'published',
  'withdrawn',
  'hidden',
  'merged',
  'lemon',
  [1, 2],
  [-1, 5],
  [1e308, 0],
  [Number.NaN, 1],
  'a',
  'm0',
  '',
  null,
  undefined,
  true,
  0,
  { nested: { deeply: [1, { more: 1 }] } },
  'x'.repeat(300),
  'seat-anna-000000',
  'step567890123456',
  'idea',
  'en',
]
const FIELDS = ['kind', 'step', 'text', 'title', 'lang', 'cluster', 'rank', 'at', 'colour', 'state', 'author', 'late']
/** Values that fit where others may write, and where only an owner may. */
const FITTING: readonly (readonly [field: string, value: unknown])[] = [
  ['at', [3, 4]],
  ['rank', 'm0'],
  ['cluster', 'cluster890123456'],
  ['colour', 'rose'],
  ['lang', 'fa'],
  ['state', 'withdrawn'],
  ['state', 'published'],
  ['state', 'hidden'],
  ['icon', 'star'],
  ['kind', 'note'],
  ['step', 'another-step-000'],
  ['author', 'seat-mall-000000'],
]
/** Those of them that a cluster has too. */
const SHARED: ReadonlySet<string> = new Set(['at', 'colour', 'icon', 'step'])
const NAMES = [...FIELDS, '__proto__', 'constructor', 'toString', 'other', '']

const add = (sketch: Sketch, ...structs: ForgedStruct[]): void => {
  for (const struct of structs) {
    sketch.structs.push(struct)
    sketch.clock += struct.length
  }
}

const here = ({ client, clock }: Sketch): Id => ({ client, clock })

const set: Trick = (sketch, { fields, item }) => {
  const { chance } = sketch
  const key = chance.pick(chance.happens(0.8) ? FIELDS : NAMES)
  const last = lastUnit(fields, key)
  const honest = chance.happens(0.7)
  const origin = last && honest ? last : chance.happens(0.3) ? sketch.targets.anything() : undefined
  const rightOrigin = chance.happens(0.08) ? (last ?? sketch.targets.anything()) : undefined
  const list = Array.from({ length: chance.happens(0.9) ? 1 : 3 }, () => chance.pick(VALUES))
  const place = origin || rightOrigin ? { origin, rightOrigin } : { parent: item, key }
  add(sketch, chance.happens(0.85) ? values(list, place) : deleted(1 + chance.below(3), place))
}

/** What a stock client would write, had it the right: only the policy can refuse it. */
const setFitting: Trick = (sketch, { fields, item, collection }) => {
  const { chance } = sketch
  const [key, value] = chance.pick(
    FITTING.filter(([field]) => (collection === 'items' ? field !== 'icon' : SHARED.has(field))),
  )
  const last = lastUnit(fields, key)
  const origin = chance.happens(0.9) ? last : undefined
  const rightOrigin = chance.happens(0.05) ? last : undefined
  const place = origin || rightOrigin ? { origin, rightOrigin } : { parent: item, key }
  add(sketch, chance.happens(0.9) ? values([value], place) : deleted(1, place))
  if (chance.happens(0.3)) add(sketch, values([value], { origin: { client: sketch.client, clock: sketch.clock - 1 } }))
  if (last && chance.happens(0.3)) sketch.ranges.push([last.client, last.clock, 1])
}

/** Characters between two neighbours that stand in the right order, though perhaps far apart. */
const insertFitting: Trick = (sketch, target) => {
  const { chance } = sketch
  const found = textIn(target)
  if (!found) return
  const units = unitsIn(found.text)
  const left = chance.below(units.length + 1) - 1
  const right = left + 1 + (chance.happens(0.7) ? 0 : chance.below(units.length - left))
  const origin = units[left]
  const rightOrigin = units[right]
  add(
    sketch,
    characters(
      chance.pick(['a', '😀', 'bc']),
      origin || rightOrigin ? { origin, rightOrigin } : { parent: found.item },
    ),
  )
  const last = { client: sketch.client, clock: sketch.clock - 1 }
  if (chance.happens(0.3)) add(sketch, characters('d', { origin: last, rightOrigin: units[right + chance.below(3)] }))
  if (chance.happens(0.2)) add(sketch, characters('e', { origin, rightOrigin: chance.pick([last, rightOrigin]) }))
  const gone = chance.happens(0.2) ? units[chance.below(units.length)] : undefined
  if (gone) sketch.ranges.push([gone.client, gone.clock, 1])
}

/** A whole record of his own, with or without an end to it. */
const createFitting: Trick = (sketch, target) => {
  const { chance } = sketch
  const record = here(sketch)
  const records = sketch.targets.doc.get('items', Y.Map)
  // Also over one that is there, or was.
  const id = chance.happens(0.4) ? chance.pick([target.id, ...records._map.keys()]) : chance.id()
  const last = chance.happens(0.7) ? lastUnit(records, id) : undefined
  add(sketch, type(1, last ? { origin: last } : { parent: 'items', key: id }))
  for (const [key, value] of [
    ['kind', 'idea'],
    ['step', 'step567890123456'],
  ] as const) {
    add(sketch, values([value], { parent: record, key }))
  }
  const text = here(sketch)
  add(sketch, type(2, { parent: record, key: 'text' }), characters('new', { parent: text }))
  if (chance.happens(0.2)) sketch.ranges.push([record.client, record.clock, chance.pick([1, 3, 7])])
}

const insert: Trick = (sketch, target) => {
  const { chance } = sketch
  const found = textIn(target)
  if (!found) return
  const origin = chance.happens(0.8) ? unitIn(found.text, chance) : undefined
  const other = chance.happens(0.1) ? sketch.targets.record() : target
  const rightOrigin = chance.happens(0.6) && other ? unitIn(textIn(other)?.text ?? found.text, chance) : undefined
  const place = origin || rightOrigin ? { origin, rightOrigin } : { parent: found.item }
  add(
    sketch,
    chance.happens(0.9) ? characters(chance.pick(['hm', '😀', 'z', 'long '.repeat(30)]), place) : deleted(2, place),
  )
  // Then something between what was just written and what stood there.
  if (chance.happens(0.5)) {
    const before = { client: sketch.client, clock: sketch.clock - 1 }
    add(
      sketch,
      characters('+', { origin: before, rightOrigin: chance.happens(0.5) ? rightOrigin : unitIn(found.text, chance) }),
    )
  }
}

const create: Trick = (sketch, target) => {
  const { chance } = sketch
  const id = chance.happens(0.5) ? chance.id() : chance.pick([target.id, 'short', '__proto__'])
  const collection = chance.pick(['items', 'items', 'clusters', 'links', 'meta', 'mine'])
  const records = sketch.targets.doc.get('items', Y.Map)
  const last = id === target.id ? lastUnit(records, id) : undefined
  const box = here(sketch)
  add(
    sketch,
    type(chance.happens(0.95) ? 1 : chance.below(7), last ? { origin: last } : { parent: collection, key: id }),
  )
  fill(sketch, box, collection)
}

const fill = (sketch: Sketch, box: Id, collection: string): void => {
  const { chance } = sketch
  const put = (key: string, value: unknown) => add(sketch, values([value], { parent: box, key }))
  if (chance.happens(0.9)) put('step', 'step567890123456')
  if (collection === 'items') put('kind', chance.pick(['idea', 'idea', 'nonsense']))
  if (chance.happens(0.3)) put('author', chance.pick(['seat-anna-000000', 'seat-mall-000000']))
  const text = here(sketch)
  if (chance.happens(0.9)) add(sketch, type(2, { parent: box, key: collection === 'items' ? 'text' : 'title' }))
  if (chance.happens(0.5)) add(sketch, characters('mine', { parent: text }))
}

const replaceText: Trick = (sketch, target) => {
  const key = target.collection === 'items' ? 'text' : 'title'
  const box = here(sketch)
  const origin = lastUnit(target.fields, key)
  add(sketch, type(2, origin ? { origin } : { parent: target.item, key }), characters('all mine', { parent: box }))
}

const kill: Trick = (sketch, target) => {
  const { chance, ranges } = sketch
  const all = rangesOf(target)
  const kind = chance.below(4)
  if (kind === 0) ranges.push(...all)
  else if (kind === 1) ranges.push(...all.slice(1))
  else if (kind === 2) ranges.push(chance.pick(all))
  else {
    const [client, clock, length] = chance.pick(all)
    const skip = chance.below(length)
    ranges.push([client, clock + skip, chance.below(length - skip + 1)])
  }
}

/** A replacement that is to lose, with the deletion of what stays. */
const loseAndKill: Trick = (sketch, target) => {
  add(sketch, type(1, { parent: target.collection, key: target.id }))
  sketch.ranges.push(...rangesOf(target).slice(sketch.chance.below(2)))
}

const alien: Trick = (sketch, target) => {
  const { chance } = sketch
  const found = textIn(target)
  const origin = found && unitIn(found.text, chance)
  const place = chance.happens(0.5) && origin ? { origin } : { parent: target.item, key: chance.pick(NAMES) }
  add(sketch, chance.happens(0.7) ? foreign(chance.pick([2, 3, 5, 6, 9]), place) : type(chance.below(7), place))
}

const anywhere: Trick = (sketch) => {
  const { chance, targets } = sketch
  const some = () => (chance.happens(0.7) ? targets.anything() : undefined)
  const origin = some()
  const rightOrigin = some()
  const place =
    origin || rightOrigin ? { origin, rightOrigin } : { parent: targets.anything(), key: chance.pick(NAMES) }
  add(
    sketch,
    chance.pick([characters('??', place), values([chance.pick(VALUES)], place), deleted(2, place), type(1, place)]),
  )
}

const attribute: Trick = (sketch, target) => {
  const found = textIn(target)
  if (found) add(sketch, values([1], { parent: found.item, key: 'bold' }))
}

const filler: Trick = (sketch) =>
  add(sketch, sketch.chance.happens(0.7) ? collected(1 + sketch.chance.below(4)) : skipped(2))

type Named = readonly [kind: string, trick: Trick]

const KILL: Named = ['deletes', kill]
const FILLER: Named = ['collected structs and holes', filler]
const TRICKS: readonly Named[] = [
  ['any value in any field', set],
  ['any value in any field', set],
  ['letters between any two', insert],
  ['letters between any two', insert],
  ['a record of any shape', create],
  ['a text in place of another', replaceText],
  KILL,
  ['a replacement that loses, and deletes', loseAndKill],
  ['content of another kind', alien],
  ['a struct anywhere', anywhere],
  ['an attribute of a text', attribute],
  FILLER,
]
const FITTING_TRICKS: readonly Named[] = [
  ['a fitting value', setFitting],
  ['a fitting value', setFitting],
  ['a fitting value', setFitting],
  ['fitting letters', insertFitting],
  ['fitting letters', insertFitting],
  ['fitting letters', insertFitting],
  ['a fitting record', createFitting],
  ['a fitting record', createFitting],
  KILL,
  FILLER,
]

/** An update made to deceive: it fits in where it can, and lies where it counts. */
export const forgeSharp = (doc: Y.Doc, forger: Forger): Forgery => {
  const { chance, own, fresh, others } = forger
  const targets = findTargets(doc, chance)
  const client = chance.happens(0.75) ? own : chance.happens(0.6) ? fresh : chance.pick(others)
  const next = nextClock(doc, client)
  const kind = chance.random()
  // Mostly what comes next; else over known ground, across its end, or beyond it.
  const clock = kind < 0.8 ? next : kind < 0.92 ? Math.max(0, next - 1 - chance.below(4)) : next + chance.below(3)
  const sketch: Sketch = { targets, chance, client, clock, structs: [], ranges: [] }
  const tricks = chance.happens(0.6) ? FITTING_TRICKS : TRICKS
  const kinds = new Set<string>()
  if (others.includes(client)) kinds.add("under somebody else's client id")
  if (clock < next) kinds.add('over known ground')
  if (clock > next) kinds.add('beyond a gap')
  for (let left = chance.pick([1, 1, 1, 2, 3]); left > 0; left--) {
    const target = targets.record()
    if (!target) continue
    const [kind, trick] = chance.pick(tricks)
    kinds.add(kind)
    trick(sketch, target)
  }
  const sections = sketch.structs.length > 0 ? [{ client, clock, structs: sketch.structs }] : []
  if (chance.happens(0.1)) {
    kinds.add('with a second section')
    second(sections, sketch, forger)
  }
  return { kinds: [...kinds], bytes: forge({ sections, deletions: sortRanges(sketch) }) }
}

/** Another section: of another client id, or the same once more. */
const second = (sections: Forged['sections'][number][], { targets, chance }: Sketch, { fresh, own }: Forger): void => {
  const client = chance.pick([fresh, own])
  const target = targets.record()
  if (!target) return
  const sketch: Sketch = { targets, chance, client, clock: nextClock(targets.doc, client), structs: [], ranges: [] }
  const { clock } = sketch
  chance.pick([set, insert])(sketch, target)
  if (sketch.structs.length > 0) sections.push({ client, clock, structs: sketch.structs })
}

const sortRanges = ({ ranges, chance }: Sketch): ForgedDeletions[] => {
  const byClient = new Map<number, [number, number][]>()
  for (const [client, clock, length] of ranges) byClient.set(client, [...(byClient.get(client) ?? []), [clock, length]])
  return [...byClient].map(([client, list]) => ({
    client,
    ranges: chance.happens(0.95) ? list.toSorted(([one], [other]) => one - other) : list,
  }))
}

/** Honest bytes, mangled: bits flipped, ends cut or grown, another format, several made one. */
export const forgeBlunt = ({ chance, overheard }: Forger): Forgery => {
  const bytes = Uint8Array.from(chance.pick(overheard))
  switch (chance.below(6)) {
    case 0:
    case 1: {
      for (let left = 1 + chance.below(3); left > 0; left--) {
        const at = chance.below(bytes.length)
        bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8))
      }
      return { kinds: ['flipped bits'], bytes }
    }
    case 2:
      return { kinds: ['cut'], bytes: bytes.subarray(0, chance.below(bytes.length)) }
    case 3:
      return { kinds: ['another version of the format'], bytes: Y.convertUpdateFormatV1ToV2(bytes) }
    case 4: {
      const grown = new Uint8Array(bytes.length + 1 + chance.below(5))
      grown.set(bytes)
      return { kinds: ['bytes behind the end'], bytes: grown }
    }
    default:
      return {
        kinds: ["others' updates made one"],
        bytes: Y.mergeUpdates([bytes, chance.pick(overheard), chance.pick(overheard)]),
      }
  }
}
