import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { exchangeBody, postExchange } from '../testing/polling.ts'
import { BOARD_WRITES, CLOSED_DOCUMENTS, DRAFT_WRITES } from './expected/documents.ts'
import { ANSWERS, GROUPS, IDENTITIES, MOMENTS } from './expected/words.ts'
import { type Booth, type Scene, openBooth } from './stage/booth.ts'
import { readLetters } from './stage/letters.ts'
import { momentsIn, namesIn, namesInGroup, readTable } from './stage/table.ts'
import { BOARD_ACTS, DRAFT_ACTS, updateOf } from './stage/writes.ts'

const words = { moments: MOMENTS, identities: IDENTITIES, groups: GROUPS }
const DOCUMENTS = [
  { document: 'board', table: readTable(BOARD_WRITES, words), acts: BOARD_ACTS },
  { document: 'draft', table: readTable(DRAFT_WRITES, words), acts: DRAFT_ACTS },
] as const
const letters = readLetters(ANSWERS)

let booth: Booth
beforeAll(async () => {
  booth = await openBooth()
}, 60_000)
afterAll(() => booth.close())

test.each(DOCUMENTS)(
  'W41 every write that is tried stands in the table, and no other: $document',
  ({ table, acts }) => {
    expect(Object.keys(acts)).toEqual([...table.keys()])
  },
)

const closed = readTable(CLOSED_DOCUMENTS, words)
const CLOSED_NAMES: Readonly<Record<string, (scene: Scene) => string>> = {
  "another's private document": ({ cast }) => `draft.${cast['neighbour']?.seat}`,
  'a table': () => 'table.table-0000000001',
  presence: () => 'presence',
  'no document': () => 'people',
}

const exchange = async ({ server, me }: Scene, name: string, stored: Y.Doc, update?: Uint8Array): Promise<string> => {
  const { status, error } = await postExchange(server, me, name, exchangeBody(Y.encodeStateVector(stored), update))
  return letters.ofReply(status, error?.code)
}

describe.each(momentsIn(MOMENTS))('W41 every write of everybody is answered as the table says: %s', (moment) => {
  test.each(namesIn(IDENTITIES))('W41 %s', async (identity) => {
    const expected: Record<string, string> = {}
    const found: Record<string, string> = {}
    for (const { document, table, acts } of DOCUMENTS) {
      const outside = namesInGroup(GROUPS, 'outside').includes(identity)
      // Who may not come in at all is told so before anybody looks at what they bring.
      for (const [thing, answer] of outside ? [...table].slice(0, 1) : table) {
        expected[thing] = answer(identity, moment)
        const attempt = (scene: Scene): Promise<string> => {
          const isBoard = document === 'board'
          const stored = isBoard ? scene.facts.board : scene.facts.draft
          const update = updateOf(acts[thing] ?? (() => false), scene, stored)
          if (!update) return Promise.resolve('.')
          return exchange(scene, isBoard ? 'board' : `draft.${scene.me.seat}`, stored, update)
        }
        found[thing] = await booth.attempt(moment, identity, attempt, { arrives: true })
      }
    }
    for (const [thing, answer] of closed) {
      expected[thing] = answer(identity, moment)
      found[thing] = await booth.attempt(
        moment,
        identity,
        (scene) => exchange(scene, CLOSED_NAMES[thing]?.(scene) ?? '', new Y.Doc()),
        { arrives: true },
      )
    }
    expect(found).toEqual(expected)
  })
})
