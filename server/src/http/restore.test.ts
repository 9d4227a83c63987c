import { LIMITS } from '@roundel/shared/kernel'
import type { Session } from '@roundel/shared/session'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SessionExport } from '../export/session-file.ts'
import {
  type Meeting,
  type Person,
  type Reply,
  ask,
  createMeeting,
  newId,
  order,
  refusalOf,
  sitDown,
  urlOf,
  viewOf,
} from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import * as v from 'valibot'

let server: RunningServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.stop())

interface Answer {
  readonly taken: { readonly steps: number; readonly items: number; readonly clusters: number; readonly links: number }
  readonly refused: {
    readonly count: number
    readonly rows: readonly { readonly what: string; readonly reason: string }[]
  }
}

const fileOf = async (person: Person): Promise<SessionExport> =>
  v.parse(SessionExport, (await ask(urlOf(person, '/export?format=json'), { token: person.token })).json)
const bring = (person: Person, body: unknown): Promise<Reply<Answer>> =>
  ask(urlOf(person, '/import/session'), { token: person.token, body })

/** A file with everything in it that content can be. */
const writeFile = async (): Promise<SessionExport> => {
  const meeting = await createMeeting(server, {
    agenda: [
      { kind: 'brainstorm', title: 'First', question: 'How?', names: 'shown', settings: { variant: 'free' } },
      { kind: 'brainstorm', settings: { variant: 'free' } },
    ],
  })
  const ann = await sitDown(meeting, 'Ann')
  await order(meeting, { type: 'start' })
  const add = (text: string, more: object = {}) =>
    order(ann, { type: 'add-item', kind: 'idea', text, lang: 'en', ...more })
  const tea = await add('Tea')
  await add('Чай для всех', { lang: 'ru' })
  const chai = await add('Chai')
  const parked = await add('Parked')
  const hidden = await add('Hidden')
  await order(meeting, { type: 'merge', item: chai.item, into: tea.item })
  await order(meeting, { type: 'park', item: parked.item })
  await order(meeting, { type: 'hide', item: hidden.item })
  await order(meeting, { type: 'translate-item', item: tea.item, lang: 'fa', text: 'چای' })
  await order(meeting, { type: 'skip' })
  await add('سلام، نوبت‌دهی', { lang: 'fa' })
  const file = await fileOf(meeting)
  // Groups and places are people's own writes; what a file says of them comes from there.
  const cluster = {
    id: newId(),
    step: file.agenda[0]?.id ?? '',
    title: 'Drinks',
    colour: 'sky',
    at: [40, 80] as [number, number],
  }
  const grouped = { cluster: cluster.id, colour: 'mint', at: [10, 20] as [number, number] }
  const items = file.items.map((item) => (item.id === tea.item ? { ...item, ...grouped } : item))
  const steps = file.agenda.map(({ id }) => id)
  return {
    ...file,
    clusters: [cluster],
    // An export tells what stands in groups behind what does not.
    items: items.toSorted(
      (one, other) =>
        steps.indexOf(one.step) - steps.indexOf(other.step) ||
        Number(one.cluster !== undefined) - Number(other.cluster !== undefined),
    ),
  }
}

/** The content of a file without what another session must have of its own: ids, times, people. */
const contentOf = ({ agenda, clusters, items, links }: SessionExport) => {
  const steps = new Map(agenda.map(({ id, kind, title, question, names }) => [id, { kind, title, question, names }]))
  const groups = new Map(
    clusters.map(({ id, step, title, colour, icon, at }) => [id, { step: steps.get(step), title, colour, icon, at }]),
  )
  const texts = new Map(items.map(({ id, text }) => [id, text]))
  return {
    groups: [...groups.values()],
    items: items.map(({ id: _id, step, cluster, author: _author, ...item }) => ({
      ...item,
      step: steps.get(step),
      group: cluster === undefined ? undefined : groups.get(cluster),
    })),
    links: links
      .map(({ type, from, to, text, relation }) =>
        JSON.stringify([type, texts.get(from), texts.get(to), text, relation]),
      )
      .toSorted(),
  }
}

test('X40 what an export wrote and another session reads in comes out of it again the same', async () => {
  const file = await writeFile()
  const other = await createMeeting(server, { title: 'Next' })
  const { status, json } = await bring(other, file)
  expect(status).toBe(200)
  expect(json).toEqual({ taken: { steps: 2, items: 6, clusters: 1, links: 1 }, refused: { count: 0, rows: [] } })
  const again = await fileOf(other)
  expect(contentOf(again)).toEqual(contentOf(file))
  expect(again.items.map(({ id }) => id).some((id) => file.items.some((item) => item.id === id))).toBe(false)
  const third = await createMeeting(server, { title: 'After' })
  await bring(third, again)
  expect(contentOf(await fileOf(third))).toEqual(contentOf(file))
})

test('X41 the steps of a file stand first and are done, and later steps work on what was written in them', async () => {
  const file = await writeFile()
  const other = await createMeeting(server, { agenda: [{ kind: 'group' }] })
  await bring(other, file)
  expect((await viewOf(other)).session.agenda.map(({ kind, state }) => [kind, state])).toEqual([
    ['brainstorm', 'done'],
    ['brainstorm', 'done'],
    ['group', 'planned'],
  ])
  await order(other, { type: 'start' })
  const { step } = await viewOf(other)
  expect(step?.input?.kinds).toContain('idea')
})

test('X41 nothing that was brought is anybody’s', async () => {
  const file = await writeFile()
  const other = await createMeeting(server)
  await bring(other, file)
  const { items } = (await ask<{ items: readonly object[] }>(urlOf(other, '/items'), { token: other.token })).json
  for (const item of items) expect(Object.keys(item)).not.toEqual(expect.arrayContaining(['author']))
  expect(JSON.stringify(items)).not.toContain('"mine"')
})

test('X42 what does not fit is told with its reason, and the rest is taken', async () => {
  const file = await writeFile()
  const [first] = file.items
  if (!first) throw new Error('no item')
  const broken: SessionExport = {
    ...file,
    items: [
      { ...first, id: newId(), text: '  ' },
      { ...first, id: newId(), text: 'x'.repeat(2_001) },
      { ...first, id: newId(), step: newId() },
      { ...first, id: newId(), state: 'withdrawn' },
      { ...first, text: 'Fine', lang: 'no language at all' },
      { ...first, text: 'Under the same id' },
    ],
    clusters: [{ id: newId(), step: newId(), title: 'Nowhere' }],
    links: [{ id: newId(), type: 'builds-on', from: newId(), to: newId() }],
  }
  const other = await createMeeting(server)
  const { json } = await bring(other, broken)
  expect(json.taken).toMatchObject({ items: 1, clusters: 0, links: 0 })
  expect(json.refused.rows.map(({ what, reason }) => [what, reason])).toEqual([
    ['cluster', 'no-step'],
    ['item', 'empty'],
    ['item', 'too-long'],
    ['item', 'no-step'],
    ['item', 'withdrawn'],
    ['item', 'duplicate'],
    ['link', 'no-end'],
  ])
  expect((await fileOf(other)).items.map(({ text, lang }) => [text, lang])).toEqual([['Fine', 'und']])
})

test('X42 a link that may not be is not made: nothing negative comes to stand for a proposal', async () => {
  const file = await writeFile()
  const [one, two] = file.items
  if (!one || !two) throw new Error('no items')
  const bad = {
    ...file,
    items: [one, { ...two, kind: 'negative-idea' as const, polarity: 'negative' as const }],
    links: [{ id: newId(), type: 'duplicate-of' as const, from: two.id, to: one.id }],
  }
  const other = await createMeeting(server)
  const { json } = await bring(other, bad)
  expect(json.refused.rows).toMatchObject([{ what: 'link', reason: 'not-allowed' }])
  expect((await fileOf(other)).items.find(({ kind }) => kind === 'negative-idea')?.polarity).toBe('negative')
})

test('X43 only those who lead bring a file, before the end, and one that is none changes nothing', async () => {
  const file = await writeFile()
  const other = await createMeeting(server)
  const ann = await sitDown(other, 'Ann')
  expect(refusalOf(await bring(ann, file))).toEqual([403, 'not-allowed'])
  expect(refusalOf(await bring({ ...ann, token: 'x' }, file))).toEqual([401, 'not-seated'])
  for (const body of ['{', {}, [], { ...file, version: 2 }, { ...file, items: 'none' }, { ...file, more: 1 }]) {
    const [status] = refusalOf(await bring(other, body))
    expect([400, 422]).toContain(status)
  }
  const many = { ...file, items: Array.from({ length: 6_001 }, () => file.items[0]) }
  expect(refusalOf(await bring(other, many))).toEqual([429, 'too-many'])
  expect((await fileOf(other)).items).toEqual([])
  await order(other, { type: 'start' })
  await order(other, { type: 'end' })
  expect(refusalOf(await bring(other, file))).toEqual([410, 'ended'])
})

test('X44 a file of a whole board is taken in one go, and is there in its order', async () => {
  const file = await writeFile()
  const [first] = file.items
  const items = Array.from({ length: 3_000 }, (_, index) => ({
    ...first,
    id: newId(),
    text: `Idea ${index}`,
    cluster: undefined,
  }))
  const whole = JSON.parse(JSON.stringify({ ...file, items, links: [] })) as SessionExport
  const other: Meeting = await createMeeting(server)
  const { json } = await bring(other, whole)
  expect(json.taken.items).toBe(3_000)
  const again = await fileOf(other)
  expect(again.items.map(({ text }) => text)).toEqual(whole.items.map(({ text }) => text))
  const stored = await server.store.document(other.session as Session['id'], 'board')
  expect(stored.seq).toBe(1)
})

/** Sends bytes as they are. */
const sendText = (person: Person, body: string): Promise<Reply<Answer>> =>
  ask(urlOf(person, '/import/session'), { token: person.token, body })

/** JSON that is nested so deeply that following it down by calls would exhaust any stack. */
const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

test('X91 a file that is larger than any other request is read in a process of its own, and answered alike', async () => {
  const file = await writeFile()
  const [first] = file.items
  const items = Array.from({ length: 2_000 }, (_, index) => ({
    ...first,
    id: newId(),
    text: `${index} ${'long '.repeat(60)}`,
  }))
  const other = await createMeeting(server)
  expect(JSON.stringify({ ...file, items }).length).toBeGreaterThan(LIMITS.bodyBytes)
  expect((await bring(other, { ...file, items, links: [] })).json.taken).toMatchObject({ items: 2_000, steps: 1 })
  const large = { ...file, session: { ...file.session, title: 'x'.repeat(LIMITS.bodyBytes) } }
  for (const [body, status] of [
    [{ ...large, version: 2 }, 422],
    [`${JSON.stringify(large)}}`, 400],
  ] as const)
    expect((await bring(other, body)).status).toBe(status)
  expect((await fileOf(other)).items).toHaveLength(2_000)
})

test('X92 hostile JSON is refused or read without what is hostile, and the server goes on', async () => {
  const file = await writeFile()
  const other = await createMeeting(server)
  const text = JSON.stringify(file)
  expect(refusalOf(await sendText(other, nested(200_000)))).toEqual([422, 'bad-input'])
  expect(refusalOf(await sendText(other, `${'['.repeat(200_000)}`))).toEqual([400, 'bad-json'])
  for (const hostile of ['{"more":{"constructor":{"prototype":{"x":1}}},', '{"constructor":{"x":1},"more":1,'])
    expect(refusalOf(await sendText(other, text.replace('{', hostile)))).toEqual([422, 'bad-input'])
  // Settings that no method takes are left out, however deep they are.
  const deep = text.replace('"settings":{', `"settings":{"__proto__":{"polluted":1},"deep":${nested(5_000)},`)
  expect(deep).not.toBe(text)
  expect((await sendText(other, deep)).json.taken.items).toBe(6)
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  expect((await fileOf(other)).items).toHaveLength(6)
})

test('X92 bytes that are no text in UTF-8 are no file', async () => {
  const other = await createMeeting(server)
  const response = await fetch(urlOf(other, '/import/session'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${other.token}` },
    body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]),
  })
  expect(response.status).toBe(400)
})

test('X93 a file of a newer program, and one of another, are refused for just that', async () => {
  const file = await writeFile()
  const other = await createMeeting(server)
  const reasonOf = async (body: unknown) =>
    ((await bring(other, body)).json as unknown as { error: { details?: { reason?: string } } }).error.details?.reason
  expect(await reasonOf({ ...file, version: 2, unheard: { of: 1 } })).toBe('version')
  expect(await reasonOf({ ...file, format: 'other' })).toBe('format')
  expect(await reasonOf({ ...file, version: '1' })).toBe('format')
  expect(await reasonOf({ format: file.format, version: 1 })).toBe('format')
  expect((await fileOf(other)).items).toEqual([])
})

test('X94 a file with more of anything than fits is not taken at all, and one of more than 20 MiB is not read', async () => {
  const file = await writeFile()
  const other = await createMeeting(server)
  const [link, step, cluster] = [file.links[0], file.agenda[0], file.clusters[0]]
  const times = <Each>(count: number, each: Each): Each[] => Array.from({ length: count }, () => each)
  for (const [path, many] of [
    ['links', times(LIMITS.importLinks + 1, link)],
    ['agenda', times(LIMITS.agendaSteps + 1, step)],
    ['clusters', times(LIMITS.itemsPerBoard + 1, cluster)],
  ] as const) {
    const reply = await bring(other, { ...file, [path]: many })
    expect(refusalOf(reply)).toEqual([429, 'too-many'])
    expect(reply.json).toMatchObject({ error: { details: { path } } })
  }
  const large = JSON.stringify({ ...file, session: { ...file.session, title: 'x'.repeat(LIMITS.importBodyBytes) } })
  expect(refusalOf(await sendText(other, large))).toEqual([413, 'too-large'])
  expect((await fileOf(other)).items).toEqual([])
})

test('X95 whoever leads reads files in so often, and then waits', async () => {
  const other = await createMeeting(server)
  for (let nth = 0; nth < LIMITS.importBurst; nth++) expect((await sendText(other, '{')).status).toBe(400)
  expect(refusalOf(await sendText(other, '{'))).toEqual([429, 'too-many'])
})
