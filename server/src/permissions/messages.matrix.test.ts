import { DOCUMENT_SHAPES } from '@roundel/shared/board'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MESSAGES } from './expected/messages.ts'
import { ANSWERS, GROUPS, IDENTITIES, MOMENTS } from './expected/words.ts'
import { type Booth, type Scene, openBooth } from './stage/booth.ts'
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

/** Answers that leave a socket open, so that several can be heard on one. */
const QUIET = '='

describe.each(momentsIn(MOMENTS))('W41 every message of everybody is answered as the table says: %s', (moment) => {
  test.each(namesIn(IDENTITIES))('W41 %s', async (identity) => {
    const expected: Record<string, string> = {}
    const found: Record<string, string> = {}
    for (const { socket, table } of tables) {
      const { path, messages } = SOCKETS[socket] as (typeof SOCKETS)[string]
      const probe = socket === 'live' ? LIVE_PROBE : SYNC_PROBE
      /** Says one message after the other on a socket of its own, until it is closed. */
      const say = (things: readonly string[]) => async (scene: Scene) => {
        const said = things.map((thing) => [thing, messages[thing]?.(scene)] as const)
        if (said.some(([thing, message]) => thing !== 'open' && message === undefined)) return '.'
        const raw = await openRaw(scene.me, path(scene), letters, probe)
        if (typeof raw === 'string') return raw
        let told = QUIET
        for (const [thing, message] of said) {
          if (message !== undefined) told = await raw.say(message)
          if (told !== QUIET) return things.length > 1 ? `${thing}: ${told}` : told
        }
        raw.close()
        return '+'
      }
      const answers = [...table].map(([thing, answer]) => [thing, answer(identity, moment)] as const)
      const isOpen = answers[0]?.[1] === QUIET
      const quiet = answers.flatMap(([thing, answer]) => (answer === QUIET ? [thing] : []))
      const others = answers.flatMap(([thing, answer]) => (answer === QUIET ? [] : [[thing, answer] as const]))
      const cells = isOpen
        ? [[quiet, QUIET] as const, ...others.map(([thing, answer]) => [[thing], answer] as const)]
        : []
      for (const [things, answer] of isOpen ? cells : [[['open'], answers[0]?.[1]] as const]) {
        const name = `${socket}: ${things.join(', ')}`
        expected[name] = answer ?? '?'
        found[name] = await booth.attempt(moment, identity, say(things), { arrives: true })
      }
    }
    expect(found).toEqual(expected)
  })
})
