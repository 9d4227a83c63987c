import { LIMITS } from '@roundel/shared/kernel'
import * as v from 'valibot'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  type Meeting,
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
import { makeBomb, makeWide, makeWorkbook } from '../testing/workbook.ts'
import { Imported, Table } from './answers.ts'

let server: RunningServer
let meeting: Meeting
beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server, { agenda: [{ kind: 'brainstorm', settings: { variant: 'free' } }] })
})
afterEach(() => server.stop())

const send = async (query: string, body: string | Uint8Array, token = meeting.token) => {
  const response = await fetch(urlOf(meeting, `/import?${query}`), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${token}` },
    body: body as string,
  })
  return { status: response.status, headers: response.headers, text: '', json: (await response.json()) as unknown }
}
const preview = async (body: string | Uint8Array, query = '') =>
  v.parse(Table, (await send(`do=preview${query}`, body)).json)
const take = async (body: string | Uint8Array, query = '') =>
  v.parse(Imported, (await send(`do=import${query}`, body)).json)

interface Seen {
  readonly id: string
  readonly kind: string
  readonly text: string
  readonly lang: string
  readonly cluster?: string
  readonly mine?: true
  readonly author?: string
}
const board = async () =>
  (
    await ask<{ items: Seen[]; clusters: { id: string; title: string }[] }>(urlOf(meeting, '/items'), {
      token: meeting.token,
    })
  ).json

const TABLE =
  'Idea;Theme;Kind;Language\nTea in the hall;Waiting;idea;en\nLonger queues;;negative idea;\n"=1+1; ""so""";Waiting;;fa\n'

test('X70 a table of text is looked at first, with its columns guessed by their names, and nothing is changed by that', async () => {
  expect(await preview(TABLE)).toEqual({
    format: 'text',
    rows: 3,
    columns: 4,
    headings: ['Idea', 'Theme', 'Kind', 'Language'],
    mapping: { header: true, text: 0, group: 1, kind: 2, lang: 3 },
    first: [
      ['Tea in the hall', 'Waiting', 'idea', 'en'],
      ['Longer queues', '', 'negative idea', ''],
      ['=1+1; "so"', 'Waiting', '', 'fa'],
    ],
    taken: 3,
    refused: { count: 0, rows: [] },
  })
  expect((await board()).items).toEqual([])
})

test('X71 what is taken stands on the board in its order and its groups, negative ideas stay negative, formulas are texts, and all is nobody’s', async () => {
  expect(await take(TABLE)).toMatchObject({ items: 3, taken: 3 })
  const { items, clusters } = await board()
  const [waiting] = clusters
  expect(clusters.map(({ title }) => title)).toEqual(['Waiting'])
  expect(items.map(({ kind, text, lang, cluster }) => [kind, text, lang, cluster])).toEqual([
    ['idea', 'Tea in the hall', 'en', waiting?.id],
    ['negative-idea', 'Longer queues', 'en', undefined],
    ['idea', '=1+1; "so"', 'fa', waiting?.id],
  ])
  expect(items.some(({ mine, author }) => mine || author)).toBe(false)
})

test('X72 a workbook is read alike, a formula as what it came to', async () => {
  const book = makeWorkbook([
    ['Group', 'Text'],
    ['Waiting', 'Чай в холле & <b>'],
    [undefined, { formula: 'A1&A2', value: '=not this' }],
    ['Waiting', 42],
  ])
  expect(await preview(book)).toMatchObject({ format: 'xlsx', mapping: { header: true, text: 1, group: 0 }, taken: 3 })
  await take(book)
  expect((await board()).items.map(({ text }) => text)).toEqual(['Чай в холле & <b>', '=not this', '42'])
})

test('X73 without names the columns are guessed by what stands in them, and whoever leads says otherwise', async () => {
  const pasted =
    'A\tA rather long sentence that is the idea\tidea\nB\tAnother long sentence, which is one too\tquestion\n'
  expect((await preview(pasted)).mapping).toEqual({ header: false, text: 1, kind: 2 })
  expect(await preview(pasted, '&text=0&group=1&header=yes')).toMatchObject({
    rows: 1,
    mapping: { header: true, text: 0, group: 1 },
    headings: ['A', 'A rather long sentence that is the idea', 'idea'],
  })
  await take(pasted, '&text=0&as=insight&language=ru')
  expect((await board()).items.map(({ kind, text, lang }) => [kind, text, lang])).toEqual([
    ['insight', 'A', 'ru'],
    ['insight', 'B', 'ru'],
  ])
})

test('X74 every row that is not taken is told with its number and the reason', async () => {
  const rows = ['text,kind', 'Fine,', ',idea', `${'x'.repeat(2_001)},`, 'What,stimulus', 'Fine too,QUESTION']
  expect(await take(rows.join('\n'))).toEqual({
    items: 2,
    taken: 2,
    refused: {
      count: 3,
      rows: [
        { row: 3, reason: 'no-text' },
        { row: 4, reason: 'too-long' },
        { row: 5, reason: 'kind' },
      ],
    },
  })
})

test('X75 a table of 5,000 rows is taken, one with more is not', async () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_each, index) => `An idea with the number ${index}`).join('\n')
  expect((await take(rows(LIMITS.importRows))).items).toBe(LIMITS.importRows)
  expect(refusalOf(await send('do=import', rows(LIMITS.importRows + 2)))).toEqual([413, 'too-large'])
  // The board has room for 1,000 more.
  expect(refusalOf(await send('do=import', rows(1_001)))).toEqual([429, 'too-many'])
  expect((await board()).items).toHaveLength(LIMITS.importRows)
})

test.each([
  ['an old encoding', new Uint8Array([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]), 422, 'bad-input'],
  ['another kind of file', new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 1, 2]), 422, 'bad-input'],
  ['nothing', '\n \n', 422, 'bad-input'],
  ['half a workbook', makeWorkbook([['Idea']]).slice(0, 200), 422, 'bad-input'],
  ['a workbook that unpacks to too much', makeBomb(LIMITS.importUnpackedBytes + 1), 413, 'too-large'],
  ['100,000 columns of text', 'a,'.repeat(100_000), 413, 'too-large'],
  ['a cell far to the right', makeWide('XFD1'), 413, 'too-large'],
  ['a cell further than there is', makeWide('ZZZZZZ1'), 413, 'too-large'],
])('X76 %s is refused with a code, and the server goes on', async (_, body, status, code) => {
  const began = performance.now()
  expect(refusalOf(await send('do=import', body))).toEqual([status, code])
  expect(performance.now() - began).toBeLessThan(LIMITS.importMs)
  expect((await board()).items).toEqual([])
})

test('X77 a file may be large, and one above 20 MiB is refused before it is read', async () => {
  const line = `${'long '.repeat(380)}\n`
  const most = Math.floor(LIMITS.importBodyBytes / line.length)
  expect(refusalOf(await send('do=preview', line.repeat(most + 2)))).toEqual([413, 'too-large'])
  expect(refusalOf(await send('do=preview', line.repeat(most)))).toEqual([413, 'too-large'])
  expect((await preview(line.repeat(2_000))).taken).toBe(2_000)
})

test('X78 those who lead import until the end; nobody else ever', async () => {
  const participant = await sitDown(meeting, 'Leila')
  expect(refusalOf(await send('do=preview', TABLE, participant.token))).toEqual([403, 'not-allowed'])
  expect(refusalOf(await send('do=import', TABLE, 'x'.repeat(43)))).toEqual([401, 'not-seated'])
  await order(meeting, { type: 'set-role', seat: participant.seat, role: 'co-facilitator' })
  expect((await send('do=import', TABLE, participant.token)).status).toBe(200)
  await order(meeting, { type: 'start' })
  await order(meeting, { type: 'end' })
  expect(refusalOf(await send('do=preview', TABLE))).toEqual([410, 'ended'])
})

test('X79 a table of ours comes back as it was, UTF-16 is read where it says so', async () => {
  await take('text,kind\n"=SUM(A1)",idea\n"Worse, and worse",negative-idea\n')
  const csv = await (
    await fetch(urlOf(meeting, '/export?format=csv'), { headers: { authorization: `Bearer ${meeting.token}` } })
  ).text()
  const other = await createMeeting(server)
  const first = meeting
  meeting = other
  await take(csv)
  const back = (await board()).items.map(({ kind, text, lang }) => [kind, text, lang])
  meeting = first
  expect(back).toEqual((await board()).items.map(({ kind, text, lang }) => [kind, text, lang]))
  const wide = new Uint8Array(Buffer.from('\uFEFFایده\nچای در سالن\n', 'utf16le'))
  expect(await preview(wide)).toMatchObject({ first: [['چای در سالن']], headings: ['ایده'] })
})

test('X90 rows stand in the step that was chosen, and not in one that is over or none of this session', async () => {
  const { session } = await viewOf(meeting)
  await order(meeting, { type: 'insert-step', step: { kind: 'talk' } })
  const { agenda } = (await viewOf(meeting)).session
  const talk = agenda.find(({ kind }) => kind === 'talk')
  expect((await send(`do=import&into=${talk?.id}`, 'Tea')).status).toBe(200)
  expect((await send('do=import', 'Chai')).status).toBe(200)
  const { items } = (
    await ask<{ items: { text: string; step: string }[] }>(urlOf(meeting, '/items'), { token: meeting.token })
  ).json
  expect(items.map(({ text, step }) => [text, step])).toEqual([
    ['Tea', talk?.id],
    ['Chai', session.agenda[0]?.id],
  ])
  expect(refusalOf(await send(`do=import&into=${newId()}`, 'Tea'))).toEqual([404, 'unknown'])
  expect(refusalOf(await send('do=import&into=nothing', 'Tea'))).toEqual([422, 'bad-input'])
  await order(meeting, { type: 'start' })
  await order(meeting, { type: 'skip' })
  expect(refusalOf(await send(`do=import&into=${session.agenda[0]?.id}`, 'Tea'))).toEqual([409, 'wrong-phase'])
})
