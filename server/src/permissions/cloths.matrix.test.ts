import { openHandover, openTable } from '@roundel/shared/board'
import { type TableId, asId } from '@roundel/shared/kernel'
import type { CafeView } from '@roundel/shared/methods/cafe'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { writeNote } from '../testing/cafe.ts'
import { exchangeBody, postExchange } from '../testing/polling.ts'
import { type Person, createMeeting, give, newId, order, viewOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { CAFE_MOMENTS, CLOTHS } from './expected/cloths.ts'
import { ANSWERS, GROUPS, IDENTITIES } from './expected/words.ts'
import { type Cast, seatCast } from './stage/cast.ts'
import { readLetters } from './stage/letters.ts'
import { momentsIn, namesIn, readTable } from './stage/table.ts'

const table = readTable(CLOTHS, { moments: CAFE_MOMENTS, identities: IDENTITIES, groups: GROUPS })
const letters = readLetters(ANSWERS)
const PHASES: Readonly<Record<string, string>> = { first: 'round-1', move: 'move-1', second: 'round-2' }
const GRACE_MS = 2_100

let server: RunningServer
let cast: Cast & { readonly facilitator: Person }
let cloth: TableId
let step: string

const cafe = async (): Promise<CafeView> => {
  const { work = {} } = await viewOf(cast.facilitator)
  return work[asId<'step'>(step)]?.data as CafeView
}

const seatAt = async (name: string, isThere: boolean): Promise<void> => {
  const other = (await cafe()).tables.find(({ id }) => id !== cloth)?.id
  const seat = cast[name]?.seat
  await order(cast.facilitator, { type: 'move-person', seat, table: isThere ? cloth : other })
}

const advance = async (): Promise<void> => {
  if ((await give(cast.facilitator, { type: 'advance' })).status === 200) return
  await order(cast.facilitator, { type: 'arm' })
  await order(cast.facilitator, { type: 'advance' })
}

/** The café at a moment, with everybody where the table says. */
const come = async (moment: string): Promise<void> => {
  if (moment === 'setup') await order(cast.facilitator, { type: 'start' })
  else if (moment === 'ended') await order(cast.facilitator, { type: 'end' })
  else await advance()
  if (moment !== 'ended') expect((await viewOf(cast.facilitator)).step?.phase).toBe(PHASES[moment] ?? moment)
  step ??= (await viewOf(cast.facilitator)).step?.id ?? ''
  if (moment === 'setup') {
    const [one, two] = (await cafe()).tables.map(({ id }) => id) as [TableId, TableId]
    cloth = one
    await order(cast.facilitator, { type: 'set-host', table: one, seat: cast['host']?.seat })
    await order(cast.facilitator, { type: 'set-host', table: two, seat: cast['neighbour']?.seat })
  }
  if (moment === 'welcome' || moment === 'move') {
    await seatAt('participant', true)
    await seatAt('scribe', false)
    await seatAt('chosen', moment === 'welcome')
    await seatAt('client', moment === 'move')
  }
  server.chance.jump(GRACE_MS)
}

const ROUNDS: Readonly<Record<string, number>> = { setup: 1, welcome: 1, first: 1 }

const WRITES: Readonly<Record<string, (doc: Y.Doc, me: Person, round: number) => void>> = {
  'read the cloth': () => undefined,
  'write a note': (doc, { seat }, round) => writeNote(doc, { step, table: cloth, round, author: seat, text: 'x' }),
  "write a note in another's name": (doc, _me, round) =>
    writeNote(doc, { step, table: cloth, round, author: cast['neighbour']?.seat ?? '', text: 'x' }),
  'write a note of another round': (doc, { seat }, round) =>
    writeNote(doc, { step, table: cloth, round: round + 1, author: seat, text: 'x' }),
  'write the lines for those who come next': (doc, _me, round) =>
    openHandover(openTable(doc), cloth).write(round, [newId()]),
}

const attempt = async (thing: string, me: Person, round: number): Promise<string> => {
  const stored = new Y.Doc()
  const { updates, snapshot } = await server.store.document(asId(cast.facilitator.session), `table.${cloth}`)
  for (const bytes of [...(snapshot ? [snapshot] : []), ...updates]) Y.applyUpdate(stored, bytes)
  const vector = Y.encodeStateVector(stored)
  WRITES[thing]?.(stored, me, round)
  const update = Y.encodeStateAsUpdate(stored, vector)
  const isReading = thing === 'read the cloth'
  const body = exchangeBody(vector, isReading ? undefined : update)
  const { status, error } = await postExchange(server, me, `table.${cloth}`, body)
  const told = letters.ofReply(status, error?.code)
  return told === '+' && isReading ? '=' : told
}

beforeAll(async () => {
  server = await startServer({ environment: { LOG_LEVEL: 'fatal' } })
  const outsider = await createMeeting(server)
  const seated = await seatCast(server, {
    title: 'A café',
    agenda: [{ kind: 'cafe', settings: { tables: [{ name: 'A' }, { name: 'B' }] } }],
  })
  const { session, origin } = seated.facilitator
  cast = {
    ...seated,
    stranger: { origin, session, seat: newId(), token: '' },
    outsider: { ...outsider, session },
  }
}, 60_000)
afterAll(() => server.stop())

test('T59 every write that is tried stands in the table of cloths, and no other', () => {
  expect(Object.keys(WRITES)).toEqual([...table.keys()])
})

describe.each(momentsIn(CAFE_MOMENTS))('T59 every write on a cloth is answered as the table says: %s', (moment) => {
  beforeAll(() => come(moment), 30_000)

  test.each(namesIn(IDENTITIES))('T59 %s', async (identity) => {
    const expected: Record<string, string> = {}
    const found: Record<string, string> = {}
    for (const [thing, answer] of table) {
      expected[thing] = answer(identity, moment)
      found[thing] = await attempt(thing, cast[identity] as Person, ROUNDS[moment] ?? 2)
    }
    expect(found).toEqual(expected)
  })
})
