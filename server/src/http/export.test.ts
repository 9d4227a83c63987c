import Papa from 'papaparse'
import * as v from 'valibot'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SessionExport } from '../export/session-file.ts'
import {
  type Meeting,
  type Person,
  ask,
  createMeeting,
  order,
  refusalOf,
  secretOf,
  sitDown,
  urlOf,
} from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'

let server: RunningServer
let meeting: Meeting
let ann: Person
beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server, { agenda: [{ kind: 'brainstorm', settings: { variant: 'free' } }] })
  ann = await sitDown(meeting, 'Ann')
  await order(meeting, { type: 'start' })
})
afterEach(() => server.stop())

const exportAs = (person: Person, format: string) =>
  ask(urlOf(person, `/export?format=${format}`), { token: person.token })
const add = (person: Person, text: string) => order(person, { type: 'add-item', kind: 'idea', text, lang: 'en' })

test('X8 facilitators take the session with them as JSON, CSV and Markdown', async () => {
  await add(ann, '=HYPERLINK("https://evil.example")')
  const json = await exportAs(meeting, 'json')
  expect(json.headers.get('content-type')).toContain('application/json')
  expect(json.headers.get('content-disposition')).toMatch(
    /^attachment; filename="roundel-\d{4}-\d\d-\d\d-[A-Za-z0-9_-]{16}\.json"$/,
  )
  expect(v.parse(SessionExport, json.json).items).toHaveLength(1)

  const csv = await exportAs(meeting, 'csv')
  expect(csv.headers.get('content-type')).toContain('text/csv')
  const [row] = Papa.parse<Record<string, string>>(csv.text, { header: true }).data
  expect(row?.['text']).toBe(`'=HYPERLINK("https://evil.example")`)
  expect((await exportAs(meeting, 'md')).text).toContain('=HYPERLINK')
})

test('X2 nobody learns from an export who wrote what where names were hidden', async () => {
  await add(ann, 'An idea')
  for (const format of ['json', 'csv', 'md']) {
    const { text } = await exportAs(meeting, format)
    expect(text).toContain('An idea')
    for (const line of text.split('\n')) if (line.includes('An idea')) expect(line).not.toContain('Ann')
    expect(text).not.toMatch(/author"?:/)
  }
})

test('X8 participants export only where the setting allows, screens never', async () => {
  const screen = await sitDown(meeting, 'Wall', secretOf(meeting.links.screen))
  expect(refusalOf(await exportAs(ann, 'json'))).toEqual([403, 'not-allowed'])
  await order(meeting, { type: 'set-setting', participantsExport: true })
  expect((await exportAs(ann, 'json')).status).toBe(200)
  expect(refusalOf(await exportAs(screen, 'json'))).toEqual([403, 'not-allowed'])
})

test('X8 what is hidden is in the export of facilitators, what is withdrawn in none', async () => {
  const [hidden, withdrawn] = [await add(ann, 'hidden one'), await add(ann, 'withdrawn one')]
  await order(meeting, { type: 'hide', item: hidden.item })
  await order(ann, { type: 'withdraw', item: withdrawn.item })
  await order(meeting, { type: 'set-setting', participantsExport: true })
  expect((await exportAs(meeting, 'json')).text).toContain('hidden one')
  expect((await exportAs(ann, 'json')).text).not.toContain('hidden one')
  for (const person of [meeting, ann]) expect((await exportAs(person, 'json')).text).not.toContain('withdrawn one')
})

test('W23 exports are limited per seat', async () => {
  const replies = await Promise.all(Array.from({ length: 14 }, () => exportAs(meeting, 'json')))
  expect(replies.map(({ status }) => status).filter((status) => status === 429)).toHaveLength(2)
})

test.each(['?format=exe', '?format=json&format=csv', '?other=1'])('W4 %s is refused', async (query) => {
  expect(refusalOf(await ask(urlOf(meeting, `/export${query}`), { token: meeting.token }))).toEqual([422, 'bad-input'])
})

test('X39 the JSON file of a session has a published schema, and fits it', async () => {
  await add(ann, 'An idea')
  const { status, json } = await ask<{ required: string[]; additionalProperties: boolean }>(
    `${server.origin}/api/export.schema.json`,
  )
  expect(status).toBe(200)
  expect(json.additionalProperties).toBe(false)
  const file = (await exportAs(meeting, 'json')).json as Record<string, unknown>
  for (const field of json.required) expect(file).toHaveProperty(field)
})

test('X8 workbooks and pages are files too, which no browser shows', async () => {
  await add(ann, 'An idea')
  for (const [format, type] of [
    ['xlsx', 'spreadsheetml'],
    ['html', 'text/html'],
  ] as const) {
    const { headers, status } = await exportAs(meeting, format)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain(type)
    expect(headers.get('content-disposition')).toMatch(new RegExp(`^attachment; filename="roundel-.*\\.${format}"$`))
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
})

test('X45 what was hidden is in no document, and in data files says so', async () => {
  const { item } = await add(ann, 'hidden one')
  await add(ann, 'open one')
  await order(meeting, { type: 'hide', item })
  for (const format of ['md', 'html']) {
    const { text } = await exportAs(meeting, format)
    expect(text).toContain('open one')
    expect(text).not.toContain('hidden one')
  }
  const [row] = Papa.parse<Record<string, string>>((await exportAs(meeting, 'csv')).text, { header: true }).data
  expect(row).toMatchObject({ text: 'hidden one', state: 'hidden' })
})
