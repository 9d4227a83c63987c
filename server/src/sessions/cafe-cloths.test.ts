import { openBoard, openHandover, openTable } from '@roundel/shared/board'
import type { TableId } from '@roundel/shared/kernel'
import { cafeJob, runRotation } from '@roundel/shared/rotation'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { planInThread } from '../seating/planner.ts'
import { type CafeMeeting, openCafe, readNotes, writeNote } from '../testing/cafe.ts'
import { exchangeBody, openPolled, postExchange } from '../testing/polling.ts'
import { type Person, ask, give, order, secretOf, sitDown, urlOf, viewOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { type DocumentClient, knock, openDocument, until } from '../testing/sockets.ts'

const GRACE_MS = 2_100

let server: RunningServer
let cafe: CafeMeeting
const clients: DocumentClient[] = []

beforeEach(async () => {
  server = await startServer({ environment: { UPGRADES_PER_SECOND: '10000' } })
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  await server.stop()
})

const open = async (person: Person, table: string): Promise<DocumentClient> => {
  const client = openDocument(person, `table.${table}`)
  clients.push(client)
  await until(client.isSynced)
  return client
}

const status = async (person: Person, table: string): Promise<number> =>
  (await knock(urlOf(person, `/docs/table.${table}`), [`token.${person.token}`])).status

const stepOf = async (person: Person): Promise<string> => (await viewOf(person)).step?.id ?? ''

const textIn = ({ received }: DocumentClient, text: string): boolean =>
  received.some((bytes) => Buffer.from(bytes).includes(text))

/** A café in its first round, with a table, its host, who travels from it, and who sits at another one. */
const talk = async (names: 'hidden' | 'shown' = 'hidden') => {
  cafe = await openCafe(server, 12, { names })
  await cafe.goTo('round-1')
  const tables = await cafe.tables()
  const [[table, [host, ann]], [other, [stranger]]] = [...tables] as unknown as [
    [TableId, [Person, Person]],
    [TableId, [Person]],
  ]
  return { table, other, host, ann, stranger, step: await stepOf(host) }
}

describe('T46 the cloths of tables, over sockets', () => {
  test('T46 a stock provider writes where its person sits, and everybody there sees it; nobody else gets in', async () => {
    const { table, other, host, ann, stranger, step } = await talk()
    const [one, two, lead] = [await open(host, table), await open(ann, table), await open(cafe.meeting, table)]
    writeNote(one.doc, { step, table, round: 1, author: host.seat, text: 'from the host' })
    writeNote(two.doc, { step, table, round: 1, author: ann.seat, text: 'from Ann' })
    for (const { doc } of [one, two, lead]) await until(() => readNotes(doc).length === 2)
    openHandover(openTable(one.doc), table).write(1, ['First', 'Then', ''])
    await until(() => openHandover(openTable(two.doc), table).get(1)?.[1] === 'Then')
    const otto = await sitDown(cafe.meeting, 'Otto', secretOf(cafe.meeting.links.observer))
    for (const person of [stranger, otto]) expect(await status(person, table)).toBe(403)
    expect(await status(ann, other)).toBe(403)
    expect(await status(cafe.meeting, 'no-such-table-00')).toBe(403)
    const { view } = cafe
    await until(async () => (await viewOf(cafe.meeting)).step?.counts.tables?.[table]?.items === 2)
    expect((await viewOf(ann)).step?.counts.tables).toBeUndefined()
    expect((await view(ann)).lead).toBeUndefined()
  })

  test('T46 what those at a table may not write closes the socket, and nobody sees it', async () => {
    const { table, host, ann, step } = await talk()
    const [one, two] = [await open(host, table), await open(ann, table)]
    two.provider.shouldConnect = false
    writeNote(two.doc, { step, table, round: 2, author: ann.seat, text: 'of a round that is not on' })
    await until(() => two.closings.includes(4403))
    expect(readNotes(one.doc)).toEqual([])
    const three = await open(ann, table)
    three.provider.shouldConnect = false
    openHandover(openTable(three.doc), table).write(1, ['not mine to say'])
    await until(() => three.closings.includes(4403))
    const led = await open(cafe.meeting, table)
    led.provider.shouldConnect = false
    writeNote(led.doc, { step, table, round: 1, author: cafe.meeting.seat, text: 'from who leads' })
    await until(() => led.closings.includes(4403))
    expect(readNotes(one.doc)).toEqual([])
  })

  test('T47 at the move a socket at the old table hears nothing more, ends what is under way, and is shown out', async () => {
    const { table, host, ann, step } = await talk()
    const [one, two] = [await open(host, table), await open(ann, table)]
    two.provider.shouldConnect = false
    await cafe.goTo('move-1')
    writeNote(two.doc, { step, table, round: 1, author: ann.seat, text: 'under way' })
    await until(() => readNotes(one.doc).includes('under way'))
    writeNote(one.doc, { step, table, round: 1, author: host.seat, text: 'said behind her back' })
    const lead = await open(cafe.meeting, table)
    await until(() => readNotes(lead.doc).includes('said behind her back'))
    expect(two.closings).toEqual([])
    server.chance.jump(GRACE_MS)
    await until(() => two.closings.length > 0)
    expect(two.closings).toEqual([4403])
    expect(textIn(two, 'said behind her back')).toBe(false)
    expect(await status(ann, table)).toBe(403)
  })

  test('T47 in the next round those who came read and write there, and who left does neither, with sockets or without', async () => {
    const { table, host, ann, step } = await talk()
    const before = await open(ann, table)
    const one = await open(host, table)
    writeNote(one.doc, { step, table, round: 1, author: host.seat, text: 'of the first round' })
    await until(() => readNotes(before.doc).length === 1)
    before.close()
    await cafe.goTo('round-2')
    server.chance.jump(GRACE_MS)
    const there = (await cafe.tables()).get(table) as readonly Person[]
    expect(there[0]?.seat).toBe(host.seat)
    const bob = there[1] as Person
    expect(bob.seat).not.toBe(ann.seat)
    const two = await open(bob, table)
    await until(() => readNotes(two.doc).includes('of the first round'))
    writeNote(two.doc, { step, table, round: 2, author: bob.seat, text: 'of the second round' })
    await until(() => readNotes(one.doc).includes('of the second round'))
    // Ann has the document of before, and her device still sends to it.
    writeNote(before.doc, { step, table, round: 1, author: ann.seat, text: 'too late' })
    const update = Y.encodeStateAsUpdate(before.doc)
    const reply = await postExchange(server, ann, `table.${table}`, exchangeBody(new Uint8Array([0]), update))
    expect([reply.status, reply.error?.code]).toEqual([403, 'not-allowed'])
    expect(await status(ann, table)).toBe(403)
    expect(readNotes(one.doc)).toHaveLength(2)
    // Without sockets Bob reads and writes as well.
    const polled = openPolled(server, bob, `table.${table}`)
    await polled.exchange()
    writeNote(polled.doc, { step, table, round: 2, author: bob.seat, text: 'without a socket' })
    expect((await polled.exchange()).status).toBe(200)
    await until(() => readNotes(one.doc).includes('without a socket'))
    // What Ann had not sent is not lost: she adds it herself.
    const text = 'too late'
    expect((await give(ann, { type: 'add-to-cloth', table, round: 1, text })).status).toBe(200)
    await until(() => readNotes(one.doc).includes('too late'))
    expect((await give(ann, { type: 'add-to-cloth', table, round: 2, text })).status).toBe(403)
  })

  test('T47 somebody who is moved by hand in a round, or sent away, loses the cloth at once', async () => {
    const { table, other, ann, host } = await talk()
    const [one, two] = [await open(host, table), await open(ann, table)]
    for (const client of [one, two]) client.provider.shouldConnect = false
    await order(cafe.meeting, { type: 'move-person', seat: ann.seat, table: other })
    await until(() => two.closings.includes(4403))
    expect(await status(ann, other)).toBe(101)
    await order(cafe.meeting, { type: 'remove', seat: host.seat })
    await until(() => one.closings.includes(4403))
  })

  test('T48 when people gather each reads where they sat, and what is harvested stands on the board without names', async () => {
    const { table, ann, step, host, stranger } = await talk()
    const one = await open(ann, table)
    writeNote(one.doc, { step, table, round: 1, author: ann.seat, text: 'a seed' })
    await until(async () => (await viewOf(cafe.meeting)).step?.counts.tables?.[table]?.items === 1)
    await cafe.goTo('gather')
    server.chance.jump(GRACE_MS)
    expect(await status(ann, table)).toBe(101)
    const elsewhere = [...(await cafe.tables()).keys()]
    const visited = await Promise.all(elsewhere.map((id) => status(ann, id)))
    expect(visited.filter((code) => code === 101)).toHaveLength(2)
    expect((await give(host, { type: 'write-harvest', table, insights: ['It grows'] })).status).toBe(200)
    const board = openDocument(stranger, 'board')
    clients.push(board)
    await until(board.isSynced)
    expect(openBoard(board.doc).items.all().size).toBe(0)
    await cafe.goTo('harvest')
    await until(() => openBoard(board.doc).items.all().size === 2)
    const items = [...openBoard(board.doc).items.all().values()]
    expect(items.find(({ kind }) => kind === 'idea')).toMatchObject({ text: 'a seed', table, round: 1 })
    expect(items.find(({ kind }) => kind === 'insight')).toMatchObject({ text: 'It grows', table })
    for (const { author } of items) expect(author).toBeUndefined()
    for (const { seat } of cafe.people) expect(textIn(board, seat)).toBe(false)
    const { json } = await ask<{ items: { text: string; mine?: true; author?: string }[] }>(urlOf(ann, '/items'), {
      token: ann.token,
    })
    expect(json.items.filter(({ mine }) => mine).map(({ text }) => text)).toEqual(['a seed'])
    for (const item of json.items) expect(item.author).toBeUndefined()
    const unvisited = elsewhere.filter((_, nth) => visited[nth] !== 101)
    for (const id of unvisited) expect(await status(ann, id)).toBe(403)
  })

  test('T48 where names are shown everybody reads every cloth once it is harvested', async () => {
    const { other, ann } = await talk('shown')
    await cafe.goTo('harvest')
    expect(await status(ann, other)).toBe(101)
  })

  test('T48 a day after the end cloths that were signed for a table alone are gone, and who wrote what is forgotten', async () => {
    const { table, ann, step } = await talk()
    const one = await open(ann, table)
    writeNote(one.doc, { step, table, round: 1, author: ann.seat, text: 'a seed' })
    await until(async () => (await viewOf(cafe.meeting)).step?.counts.tables?.[table]?.items === 1)
    one.close()
    await cafe.goTo('harvest')
    await order(cafe.meeting, { type: 'end' })
    const id = cafe.meeting.session as never
    expect((await server.store.document(id, `table.${table}`)).seq).toBeGreaterThan(0)
    server.chance.jump(24 * 60 * 60 * 1000 + 1_000)
    await until(async () => (await server.store.document(id, `table.${table}`)).seq === 0)
    expect((await server.store.session(id))?.owners).toEqual([])
  })
})

test('T45 at a table the pointer of nobody at another one is seen', async () => {
  const { host, ann, stranger } = await talk('shown')
  const [one, two, three] = [host, ann, stranger].map((person) => openDocument(person, 'presence')) as [
    DocumentClient,
    DocumentClient,
    DocumentClient,
  ]
  clients.push(one, two, three)
  for (const [nth, { provider }] of [one, two, three].entries())
    provider.awareness.setLocalState({ cursor: [nth, nth] })
  const seats = ({ provider }: DocumentClient): readonly unknown[] =>
    [...provider.awareness.getStates().values()].flatMap((state) => state['seat'] ?? [])
  await until(() => seats(one).includes(ann.seat) && seats(two).includes(host.seat))
  expect(seats(one)).not.toContain(stranger.seat)
  expect(textIn(three, ann.seat)).toBe(false)
  await cafe.goTo('gather')
  await until(() => seats(three).includes(ann.seat))
})

describe('T56 seatings are worked out in a thread', () => {
  test('T56 the same job gives the same plan there as here, and what is no job is refused', async () => {
    const job = cafeJob(40, 8, 4)
    expect(await planInThread(job)).toEqual(runRotation(job))
    expect(await planInThread({} as never)).toMatchObject({ ok: false })
  })

  test('T56 before people sit down those who lead see the next seating, in figures', async () => {
    cafe = await openCafe(server, 20, { settings: { rounds: 3 } })
    await cafe.goTo('setup')
    const preview = await until(async () => (await cafe.view()).lead?.preview)
    expect(preview).toMatchObject({ round: 1, isAnnounced: false, repeats: 0, revisits: 0 })
    expect(preview.plan?.isBest).toBe(true)
    await cafe.goTo('round-1')
    await until(async () => (await cafe.view()).lead?.preview?.round === 2)
    expect((await cafe.view(cafe.people[0])).lead).toBeUndefined()
  })
})
