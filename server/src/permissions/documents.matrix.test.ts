import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { exchangeBody, postExchange } from '../testing/polling.ts'
import { BOARD_WRITES, DRAFT_WRITES } from './expected/documents.ts'
import { ANSWERS, GROUPS, IDENTITIES, MOMENTS } from './expected/words.ts'
import { type Booth, openBooth } from './stage/booth.ts'
import { readLetters } from './stage/letters.ts'
import { momentsIn, namesIn, readTable } from './stage/table.ts'
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

describe.each(momentsIn(MOMENTS))('W41 every write of everybody is answered as the table says: %s', (moment) => {
  test.each(namesIn(IDENTITIES))('W41 %s', async (identity) => {
    const expected: Record<string, string> = {}
    const found: Record<string, string> = {}
    for (const { document, table, acts } of DOCUMENTS) {
      for (const [thing, answer] of table) {
        expected[thing] = answer(identity, moment)
        found[thing] = await booth.attempt(
          moment,
          identity,
          async (scene) => {
            const isBoard = document === 'board'
            const stored = isBoard ? scene.facts.board : scene.facts.draft
            const update = updateOf(acts[thing] ?? (() => false), scene, stored)
            // Who may not come in at all is told so, whatever they bring.
            if (!update && expected[thing] === '.') return '.'
            const name = isBoard ? 'board' : `draft.${scene.me.seat}`
            const body = exchangeBody(Y.encodeStateVector(stored), update)
            const { status, error } = await postExchange(booth.server, scene.me, name, body)
            return letters.ofReply(status, error?.code)
          },
          { arrives: true },
        )
      }
    }
    expect(found).toEqual(expected)
  })
})
