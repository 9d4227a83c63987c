import { DOCUMENT_SHAPES } from '@roundel/shared/board'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MESSAGES } from './expected/messages.ts'
import { ANSWERS, GROUPS, IDENTITIES, MOMENTS } from './expected/words.ts'
import { type Booth, openBooth } from './stage/booth.ts'
import { readLetters } from './stage/letters.ts'
import { SOCKETS } from './stage/messages.ts'
import { LIVE_PROBE, SYNC_PROBE, openRaw } from './stage/raw-socket.ts'
import { momentsIn, namesIn, readTable } from './stage/table.ts'

const words = { moments: MOMENTS, identities: IDENTITIES, groups: GROUPS }
const tables = Object.entries(MESSAGES).map(([socket, text]) => ({ socket, table: readTable(text, words) }))
const letters = readLetters(ANSWERS)

let booth: Booth
beforeAll(async () => {
  booth = await openBooth()
}, 60_000)
afterAll(() => booth.close())

test('W41 every kind of document and of message stands in the table, and no other', () => {
  const kinds = Object.keys(MESSAGES).map((name) => name.split(' ').at(-1))
  expect(new Set(kinds)).toEqual(new Set([...Object.keys(DOCUMENT_SHAPES), 'live', 'document']))
  for (const { socket, table } of tables) {
    expect(['open', ...Object.keys(SOCKETS[socket]?.messages ?? {})]).toEqual([...table.keys()])
  }
})

describe.each(momentsIn(MOMENTS))('W41 every message of everybody is answered as the table says: %s', (moment) => {
  test.each(namesIn(IDENTITIES))('W41 %s', async (identity) => {
    const expected: Record<string, string> = {}
    const found: Record<string, string> = {}
    for (const { socket, table } of tables) {
      const { path, messages } = SOCKETS[socket] as (typeof SOCKETS)[string]
      const probe = socket === 'live' ? LIVE_PROBE : SYNC_PROBE
      const isOpen = table.get('open')?.(identity, moment) === '='
      for (const [thing, answer] of table) {
        if (thing !== 'open' && !isOpen) continue
        expected[`${socket}: ${thing}`] = answer(identity, moment)
        found[`${socket}: ${thing}`] = await booth.attempt(
          moment,
          identity,
          async (scene) => {
            const message = messages[thing]?.(scene)
            if (thing !== 'open' && message === undefined) return '.'
            const raw = await openRaw(scene.me, path(scene), letters, probe)
            if (typeof raw === 'string') return raw
            const told = message === undefined ? '=' : await raw.say(message)
            raw.close()
            return told === '=' ? '+' : told
          },
          { arrives: true },
        )
      }
    }
    expect(found).toEqual(expected)
  })
})
