import { COLOURS } from '@roundel/shared/board'
import { MESSAGE, SYNC } from '@roundel/shared/protocol'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { type Chance, createChance } from '../gate/fuzz/chance.ts'
import { characters, collected, deleted, forge, skipped, type, values } from '../gate/fuzz/forge.ts'

/** A message that no client of ours sends, and what is wrong with it. */
export interface HostileFrame {
  readonly kind: string
  readonly bytes: Uint8Array
}

const OWN = 99
const STEP = 'step567890123456'

const message = (...parts: readonly (number | Uint8Array)[]): Uint8Array =>
  encoding.encode((encoder) => {
    for (const part of parts) {
      if (typeof part === 'number') encoding.writeVarUint(encoder, part)
      else encoding.writeVarUint8Array(encoder, part)
    }
  })
const update = (bytes: Uint8Array): Uint8Array => message(MESSAGE.sync, SYNC.update, bytes)
const step2 = (bytes: Uint8Array): Uint8Array => message(MESSAGE.sync, SYNC.step2, bytes)
const list = <Entry>(count: number, make: (index: number) => Entry): Entry[] =>
  Array.from({ length: count }, (_, index) => make(index))

const awareness = (...entries: readonly (readonly [client: number, clock: number, json: string])[]): Uint8Array =>
  message(
    MESSAGE.awareness,
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, entries.length)
      for (const [client, clock, json] of entries) {
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarString(encoder, json)
      }
    }),
  )

type Structs = Parameters<typeof forge>[0]['sections'][number]['structs']
const one = (structs: Structs, clock = 0): Uint8Array => forge({ sections: [{ client: OWN, clock, structs }] })
const record = (key: string, collection = 'items') => type(1, { parent: collection, key })

/** Maps in maps, as deep as it is told. */
const nest = (depth: number): Uint8Array =>
  one(
    list(depth, (index) =>
      index === 0 ? record('nested-000000000') : type(1, { parent: { client: OWN, clock: index - 1 }, key: 'text' }),
    ),
  )

const nestJson = (depth: number): string => `${'{"cursor":'.repeat(depth)}1${'}'.repeat(depth)}`

const PROTO_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']

/** Bytes written by hand, each against one weakness that some server had. */
export const BOMBS: readonly HostileFrame[] = [
  ...(
    [
      ['a count of a milliard structs', Uint8Array.of(1, 128, 128, 128, 128, 4, OWN, 0)],
      ['a collected run of a milliard', one([collected(2 ** 30)])],
      ['a hole of a milliard', one([skipped(2 ** 30), collected(1)])],
      ['130,000 structs', one(list(110_000, () => collected(1)))],
      [
        '20,000 writes to one key',
        one(
          list(20_000, (index) =>
            values([1], index > 0 ? { origin: { client: OWN, clock: index - 1 } } : { parent: 'items', key: 'at' }),
          ),
        ),
      ],
      [
        '30,000 client ids',
        forge({ sections: list(25_000, (index) => ({ client: 1_000 + index, clock: 5, structs: [collected(1)] })) }),
      ],
      ['clocks of a far future', one([collected(1)], 2 ** 31 - 2)],
      ['clocks beyond every future', one([collected(1)], 2 ** 52)],
      [
        'a far future of deletions',
        forge({ sections: [], deletions: [{ client: OWN, ranges: [[2 ** 40, 2 ** 40]] }] }),
      ],
      [
        '100,000 deletions',
        forge({ sections: [], deletions: [{ client: 7, ranges: list(80_000, (index) => [index * 2, 1] as const) }] }),
      ],
      ['things in a list', one([characters('x', { parent: 'items' })])],
      [
        'a text of 200,000 letters',
        one([
          record('long-00000000000'),
          type(2, { parent: { client: OWN, clock: 0 }, key: 'text' }),
          characters('x'.repeat(200_000), { parent: { client: OWN, clock: 1 } }),
        ]),
      ],
      [
        'a value of 100 kB',
        one([
          record('big-000000000000'),
          values(['x'.repeat(100_000)], { parent: { client: OWN, clock: 0 }, key: 'kind' }),
        ]),
      ],
      ['junk behind an update', new Uint8Array([...forge({ sections: [] }), ...new Uint8Array(100_000)])],
      ['deletions of nothing', one([deleted(1, { parent: 'items', key: 'x' })])],
      ['7 maps in each other', nest(7)],
      ['5,000 maps in each other', nest(5_000)],
      ['20,000 maps in each other', nest(20_000)],
      ...PROTO_KEYS.flatMap(
        (key) =>
          [
            [
              `a record named ${key}`,
              one([record(key), values([true], { parent: { client: OWN, clock: 0 }, key: 'isFacilitator' })]),
            ],
            [`a collection named ${key}`, one([record('a-record-0000000', key)])],
            [
              `a field named ${key}`,
              one([record('a-record-0000000'), values([STEP], { parent: { client: OWN, clock: 0 }, key })]),
            ],
          ] as const,
      ),
    ] as const
  ).flatMap(([kind, bytes]) => [
    { kind: `update: ${kind}`, bytes: update(bytes) },
    { kind: `step 2: ${kind}`, bytes: step2(bytes) },
  ]),
  { kind: 'update: 300 kB', bytes: update(new Uint8Array(300_000)) },
  { kind: 'step 2: 2 MB', bytes: step2(new Uint8Array(2_000_000)) },
  { kind: 'step 1: 100 kB', bytes: message(MESSAGE.sync, SYNC.step1, new Uint8Array(100_000)) },
  {
    kind: 'step 1: a milliard clients',
    bytes: message(MESSAGE.sync, SYNC.step1, Uint8Array.of(128, 128, 128, 128, 4)),
  },
]

/** What somebody says of others, too much of themselves, or with a clock after which nobody is heard. */
export const PRESENCE_ATTACKS: readonly HostileFrame[] = (
  [
    ["others' ids", awareness(...list(200, (index) => [index, 1, '{}'] as const))],
    ['null for others', awareness(...list(200, (index) => [index, 1_000, 'null'] as const))],
    ['the greatest clock', awareness([OWN, Number.MAX_SAFE_INTEGER, '{"typing":true}'])],
    ['2,000 ids', awareness(...list(2_000, (index) => [2 ** 33 + index, 1, '1'] as const).slice(0, 900))],
    ['a state of 1 MB', awareness([OWN, 1, JSON.stringify({ sel: 'x'.repeat(1_000_000) })])],
    ['a state of 3 kB', awareness([OWN, 2, JSON.stringify({ sel: 'x'.repeat(3_000) })])],
    ['a role', awareness([OWN, 3, '{"role":"facilitator","seat":"somebody","name":"Fay","colour":"red"}'])],
    ['what is no JSON', awareness([OWN, 4, '{'])],
    ['deep JSON', awareness([OWN, 5, nestJson(150)])],
    ['very deep JSON', awareness([OWN, 6, '['.repeat(6_000)])],
    ['a count that lies', message(MESSAGE.awareness, Uint8Array.of(255, 255, 255, 255, 15, 1, 1))],
    ...PROTO_KEYS.map(
      (key) => [`a field named ${key}`, awareness([OWN, 7, `{"${key}":{"isFacilitator":true}}`])] as const,
    ),
  ] as const
).map(([kind, bytes]) => ({ kind: `presence: ${kind}`, bytes }))

/** What stock clients said in a short session: questions, answers, edits. */
const recordTraffic = (chance: Chance): Uint8Array[] => {
  const doc = new Y.Doc()
  doc.clientID = OWN
  const said: Uint8Array[] = [
    message(MESSAGE.sync, SYNC.step1, Y.encodeStateVector(doc)),
    Uint8Array.of(MESSAGE.queryAwareness),
  ]
  doc.on('update', (bytes: Uint8Array) => said.push(update(bytes)))
  const items = doc.get('items', Y.Map) as Y.Map<Y.Map<unknown>>
  for (let turn = 0; turn < 60; turn++) {
    const fields = new Y.Map<unknown>(
      Object.entries({ kind: 'idea', step: STEP, text: new Y.Text('idea'), lang: 'en', colour: chance.pick(COLOURS) }),
    )
    const key = chance.id()
    items.set(key, fields)
    const text = fields.get('text')
    if (text instanceof Y.Text) text.insert(chance.below(4), chance.pick(['a', '😀', 'کار']))
    fields.set('at', [chance.below(3200), chance.below(2000)])
    if (chance.happens(0.3)) items.delete(key)
  }
  said.push(step2(Y.encodeStateAsUpdate(doc)), awareness([OWN, 1, '{"cursor":[1,2]}']))
  return said
}

const mutate = (bytes: Uint8Array, chance: Chance): Uint8Array => {
  const mutated = Uint8Array.from(bytes)
  for (let changes = 1 + chance.below(4); changes > 0; changes--) {
    // The first numbers say what it is: changed less often, or nothing of it is read.
    const from = mutated.length > 4 && chance.happens(0.9) ? 3 : 0
    mutated[from + chance.below(mutated.length - from)] = chance.below(256)
  }
  return mutated
}

/**
 * As many hostile frames as are asked for, the same at each run: all bombs and presence attacks, then two-byte beginnings,
 * beginnings of recorded messages, mutated messages and noise by turns.
 */
export const hostileFrames = (count: number, seed: number): readonly HostileFrame[] => {
  const chance = createChance(seed)
  const traffic = recordTraffic(chance)
  const makers: readonly (() => HostileFrame)[] = [
    () => ({
      kind: 'two bytes',
      bytes: Uint8Array.of(chance.below(256), chance.below(256), ...list(chance.below(4), () => chance.below(256))),
    }),
    () => {
      const whole = chance.pick(traffic)
      return { kind: 'a cut message', bytes: whole.subarray(0, chance.below(whole.length)) }
    },
    () => ({ kind: 'a mutated message', bytes: mutate(chance.pick(traffic), chance) }),
    () => ({ kind: 'a mutated message', bytes: mutate(chance.pick(traffic), chance) }),
    () => ({ kind: 'noise', bytes: Uint8Array.from({ length: chance.below(200) }, () => chance.below(256)) }),
    () => ({
      kind: 'a noisy update',
      bytes: update(
        Uint8Array.from({ length: 2 + chance.below(60) }, () => chance.below(chance.happens(0.5) ? 4 : 256)),
      ),
    }),
  ]
  const frames = [...BOMBS, ...PRESENCE_ATTACKS]
  while (frames.length < count) frames.push((makers[frames.length % makers.length] as () => HostileFrame)())
  return frames.slice(0, count)
}
