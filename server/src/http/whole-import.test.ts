import { afterEach, expect, test } from 'vitest'
import { openMemoryStore } from '../storage/memory.ts'
import type { MemoryDisk } from '../storage/memory-disk.ts'
import { type MortalStore, makeMortal } from '../testing/mortal-store.ts'
import {
  type Meeting,
  type Reply,
  ask,
  createMeeting,
  give,
  newId,
  order,
  refusalOf,
  sitDown,
  urlOf,
  viewOf,
} from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { foundTeam, holdBrainstorm } from '../testing/team.ts'

const FREE = { kind: 'brainstorm', settings: { variant: 'free' } }
/** More than were ever written at once. */
const MANY = 500

let disk: MemoryDisk
let mortal: MortalStore
let server: RunningServer

/** A server on what is on the disk, as after a restart. */
const begin = async (): Promise<void> => {
  mortal = makeMortal(openMemoryStore(disk))
  server = await startServer({ store: mortal.store })
}
const beginAnew = (): Promise<void> => {
  disk = new Map()
  return begin()
}
afterEach(() => server.stop())

const meet = (): Promise<Meeting> => createMeeting(server, { agenda: [FREE] })
/** The same person, at whatever server is on now. */
const atThisServer = (meeting: Meeting): Meeting => ({ ...meeting, origin: server.origin })

interface Board {
  readonly items: readonly { readonly text: string }[]
  readonly clusters: readonly object[]
  readonly links: readonly object[]
}
const boardOf = async (meeting: Meeting): Promise<Board> =>
  (await ask<Board>(urlOf(meeting, '/items'), { token: meeting.token })).json

const tableOf = (rows: number): string =>
  ['Idea,Theme', ...Array.from({ length: rows }, (_each, at) => `Idea ${at},Theme ${at % 7}`)].join('\n')

const sendTable = (meeting: Meeting, id: string): Promise<Reply> =>
  ask(urlOf(meeting, `/import?do=import&commandId=${id}`), {
    body: tableOf(MANY),
    token: meeting.token,
    headers: { 'content-type': 'application/octet-stream' },
  })

/** The file of a session with so many ideas in groups, and a link from each to the next. */
const writeFile = async (): Promise<string> => {
  const meeting = await meet()
  const file = (await ask<{ agenda: { id: string }[] }>(urlOf(meeting, '/export'), { token: meeting.token })).json
  const step = file.agenda[0]?.id
  const clusters = Array.from({ length: 7 }, (_each, at) => ({ id: newId(), step, title: `Theme ${at}` }))
  const items = Array.from({ length: MANY }, (_each, at) => ({
    id: newId(),
    step,
    kind: 'idea',
    text: `Idea ${at}`,
    lang: 'en',
    state: 'published',
    cluster: clusters[at % 7]?.id,
  }))
  const links = items.slice(1).map(({ id }, at) => ({ id: newId(), type: 'builds-on', from: id, to: items[at]?.id }))
  return JSON.stringify({ ...file, clusters, items, links })
}

const sendFile = (meeting: Meeting, id: string, file: string): Promise<Reply> =>
  ask(urlOf(meeting, `/import/session?commandId=${id}`), { body: file, token: meeting.token })

const WHOLE = { items: MANY, clusters: 7 }

/** What stands in a session that was empty before something came into it. */
const contentOf = async (meeting: Meeting) => {
  const { items, clusters, links } = await boardOf(meeting)
  const { agenda } = (await viewOf(meeting)).session
  return {
    items: items.length,
    texts: new Set(items.map(({ text }) => text)).size,
    clusters: clusters.length,
    links: links.length,
    steps: agenda.length,
  }
}

/** Dies at each write of an import in turn, and asks again after the restart. */
const expectWhole = async (
  send: (meeting: Meeting, id: string) => Promise<Reply>,
  whole: { readonly links: number; readonly steps: number },
): Promise<void> => {
  await beginAnew()
  const first = await meet()
  mortal.dieAt(Infinity, 'before')
  expect((await send(first, newId())).status).toBe(200)
  const count = mortal.writes()
  expect(await contentOf(first)).toEqual({ ...WHOLE, texts: MANY, ...whole })
  await server.stop()

  for (let at = 1; at <= count; at++)
    for (const when of ['before', 'after'] as const) {
      await beginAnew()
      const meeting = await meet()
      const id = newId()
      mortal.dieAt(at, when)
      expect((await send(meeting, id)).status).toBe(503)
      await server.stop()

      await begin()
      const survivor = atThisServer(meeting)
      const { items } = await contentOf(survivor)
      expect([0, MANY]).toContain(items)
      expect((await send(survivor, id)).json).toMatchObject({ taken: expect.anything() as unknown })
      expect(await contentOf(survivor)).toEqual({ ...WHOLE, texts: MANY, ...whole })
      await server.stop()
    }
}

test('X133 a table is on the board whole or not at all, at whatever write the server dies, and once when it is sent again', async () => {
  await expectWhole(sendTable, { links: 0, steps: 1 })
  await beginAnew()
})

test('X133 so is a session’s own file, with its steps, groups and links', async () => {
  await beginAnew()
  const file = await writeFile()
  await server.stop()
  await expectWhole((meeting, id) => sendFile(meeting, id, file), { links: MANY - 1, steps: 2 })
  await beginAnew()
})

test('X133 a session that begins with things of its workspace is there with all of them, or not at all', async () => {
  await beginAnew()
  const team = await foundTeam(server)
  const texts = Array.from({ length: 12 }, (_each, at) => `Idea ${at}`)
  const former = await team.meet({ agenda: [FREE] })
  const ideas = await holdBrainstorm(former, texts)
  const carry = ideas.map((item) => ({ type: 'item', session: former.session, item }))
  const found = (): Promise<Reply<{ session: string; seat: { id: string; token: string } }>> =>
    ask(`${server.origin}/api/sessions`, {
      body: { title: 'Next', workspace: team.id, credential: 'token', agenda: [FREE], carry },
      token: team.key,
    })
  mortal.dieAt(1, 'before')
  expect((await found()).status).toBe(503)
  await server.stop()

  await begin()
  expect(await server.store.sessionsOf(team.id as never)).toEqual([former.session])
  const { status, json } = await found()
  expect(status).toBe(201)
  expect(mortal.writes()).toBe(1)
  const next = { ...former, session: json.session, seat: json.seat.id, token: json.seat.token, origin: server.origin }
  expect((await boardOf(next)).items.map(({ text }) => text)).toEqual(texts)
})

test('X134 what is sent twice under one id at the same time comes in once, and both are told what came in', async () => {
  await beginAnew()
  const [meeting, id] = [await meet(), newId()]
  const replies = await Promise.all([sendTable(meeting, id), sendTable(meeting, id)])
  expect(replies.map(({ json }) => json)).toEqual([
    { items: MANY, taken: MANY, refused: { count: 0, rows: [] } },
    { items: MANY, taken: MANY, refused: { count: 0, rows: [] } },
  ])
  expect((await boardOf(meeting)).items).toHaveLength(MANY)
  const file = await writeFile()
  const other = newId()
  const restored = await Promise.all([sendFile(meeting, other, file), sendFile(meeting, other, file)])
  expect(restored[0].json).toEqual({
    taken: { steps: 1, items: MANY, clusters: 7, links: MANY - 1 },
    refused: { count: 0, rows: [] },
  })
  expect(restored[1].json).toEqual(restored[0].json)
  expect((await boardOf(meeting)).items).toHaveLength(2 * MANY)
  expect((await viewOf(meeting)).session.agenda).toHaveLength(2)
})

test('X134 an id belongs to whoever used it, for a command too; what is none is refused, and without one everything is new', async () => {
  await beginAnew()
  const meeting = await meet()
  const co = await sitDown(meeting, 'Co')
  await order(meeting, { type: 'set-role', seat: co.seat, role: 'co-facilitator' })
  const id = newId()
  expect((await sendTable(meeting, id)).status).toBe(200)
  expect(refusalOf(await sendTable({ ...meeting, ...co }, id))).toEqual([409, 'duplicate'])
  expect(refusalOf(await give(co, { type: 'start', commandId: id }))).toEqual([409, 'duplicate'])
  expect(refusalOf(await sendTable(meeting, 'none'))).toEqual([422, 'bad-input'])
  expect(refusalOf(await sendFile(meeting, 'none', '{}'))).toEqual([422, 'bad-input'])
  const again = await ask(urlOf(meeting, '/import?do=import'), {
    body: tableOf(3),
    token: meeting.token,
    headers: { 'content-type': 'application/octet-stream' },
  })
  expect(again.status).toBe(200)
  expect((await boardOf(meeting)).items).toHaveLength(MANY + 3)
})
