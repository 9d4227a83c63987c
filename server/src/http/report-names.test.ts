import type { Report } from '@roundel/shared/report'
import * as v from 'valibot'
import XLSX from '@e965/xlsx'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SHEETS } from '../export/tables/index.ts'
import { SessionExport } from '../export/session-file.ts'
import {
  type Meeting,
  type Person,
  ask,
  createMeeting,
  give,
  order,
  refusalOf,
  sitDown,
  urlOf,
  viewOf,
} from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'

let server: RunningServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.stop())

const NAMES = ['Fay Lead', 'Ann Shown', 'Bob Shown', 'Cid Shown', 'Olga Outside']

/** A session in which people are named wherever a session can name them: authors, a café, a decision and its actions. */
const openNaming = async () => {
  const agenda = [
    { kind: 'brainstorm', names: 'shown', settings: { variant: 'free' } },
    { kind: 'cafe', names: 'shown', settings: { rounds: 2, tables: [{ name: 'The window' }, { name: 'The door' }] } },
    { kind: 'decide', names: 'shown' },
  ]
  const meeting = await createMeeting(server, { agenda, facilitatorName: 'Fay Lead' })
  const people = [
    await sitDown(meeting, 'Ann Shown'),
    await sitDown(meeting, 'Bob Shown'),
    await sitDown(meeting, 'Cid Shown'),
  ] as const
  const [ann, bob, cid] = people
  await order(meeting, { type: 'set-setting', participantsExport: true })
  await order(meeting, { type: 'start' })
  for (const person of people) await order(person, { type: 'add-item', kind: 'idea', text: 'An idea of ours' })
  await order(meeting, { type: 'skip' })
  for (let presses = 0; (await viewOf(meeting)).step?.phase !== 'harvest'; presses++) {
    expect(presses).toBeLessThan(20)
    if ((await give(meeting, { type: 'advance' })).status === 200) continue
    await order(meeting, { type: 'arm' })
    await order(meeting, { type: 'advance' })
  }
  await order(meeting, { type: 'skip' })
  await order(meeting, { type: 'set-flag', seat: cid.seat, flag: 'decider', on: true })
  await order(meeting, { type: 'draft-decision', text: 'We do it', items: [], revision: 0 })
  await order(cid, { type: 'decide', revision: 1 })
  await order(bob, { type: 'add-concern', text: 'What of the cost' })
  await order(meeting, { type: 'add-action', text: 'Pilot it', owner: { seat: ann.seat } })
  await order(meeting, { type: 'add-action', text: 'Ask them', owner: { outside: 'Olga Outside' } })
  await order(meeting, { type: 'end' })
  return { meeting, people }
}

const reportFor = (person: Person, names?: string) =>
  ask<Report>(urlOf(person, names === undefined ? '/report' : `/report?names=${names}`), { token: person.token })

const readBook = (bytes: ArrayBuffer): string => {
  const { SheetNames, Sheets } = XLSX.read(bytes)
  return JSON.stringify(SheetNames.map((name) => XLSX.utils.sheet_to_json(Sheets[name] ?? {})))
}

/** Every file that there is, as text, under what it is. */
const filesFor = async (person: Person, names: string): Promise<ReadonlyMap<string, string>> => {
  const formats = ['json', 'md', 'html', 'xlsx', ...SHEETS.map((sheet) => `csv&sheet=${sheet}`)]
  const files = new Map<string, string>()
  for (const format of formats) {
    // Nobody may take so many along in a minute.
    server.chance.jump(20_000)
    const response = await fetch(urlOf(person, `/export?format=${format}&names=${names}`), {
      headers: { authorization: `Bearer ${person.token}` },
    })
    expect(response.status, format).toBe(200)
    files.set(format, format === 'xlsx' ? readBook(await response.arrayBuffer()) : await response.text())
  }
  return files
}

const seatsOf = (meeting: Meeting, people: readonly Person[]): readonly string[] =>
  [meeting, ...people].map(({ seat }) => seat)

test('X125 a report without names is for whoever wishes so, and says whether there are any', async () => {
  const { meeting, people } = await openNaming()
  for (const person of [meeting, people[0]]) {
    const { text, json } = await reportFor(person, 'hidden')
    for (const name of NAMES) expect(text).not.toContain(name)
    for (const seat of seatsOf(meeting, people)) expect(text).not.toContain(seat)
    expect(json).toMatchObject({ names: 'hidden', hasNames: true })
    expect(json.actions.map((action) => action.text)).toEqual(['Pilot it', 'Ask them'])
  }
  const shown = await reportFor(people[0])
  for (const name of NAMES.filter((each) => each !== 'Bob Shown')) expect(shown.text).toContain(name)
  expect(shown.json).toMatchObject({ names: 'shown', hasNames: true })
  expect(refusalOf(await reportFor(meeting, 'all'))).toEqual([422, 'bad-input'])
})

test('X125 without names no file names anybody, in none of its formats and tables, nor says what is of one person', async () => {
  const { meeting, people } = await openNaming()
  for (const person of [meeting, people[0]]) {
    for (const [format, text] of await filesFor(person, 'hidden')) {
      for (const name of NAMES) expect(text, `${format}: ${name}`).not.toContain(name)
      for (const seat of seatsOf(meeting, people)) expect(text, format).not.toContain(seat)
    }
  }
})

test('X125 with names the same files have them: the silence of the others says something', async () => {
  const { meeting } = await openNaming()
  const files = await filesFor(meeting, 'shown')
  for (const format of ['json', 'md', 'html', 'xlsx', 'csv&sheet=items']) {
    expect(files.get(format), format).toContain('Ann Shown')
  }
  expect(files.get('csv&sheet=decisions')).toContain('Olga Outside')
  expect(files.get('json')).toContain('Bob Shown')
})

test('X125 a JSON file without names fits the published schema, and holds all that was made', async () => {
  const { meeting } = await openNaming()
  const [named, unnamed] = await Promise.all(
    ['shown', 'hidden'].map(
      async (names) =>
        (await ask<SessionExport>(urlOf(meeting, `/export?names=${names}`), { token: meeting.token })).json,
    ),
  )
  const exported = v.parse(SessionExport, unnamed)
  expect(exported.people).toEqual([])
  expect(exported.items).toEqual(named?.items.map(({ author: _author, ...item }) => item))
  expect(Object.keys(exported.work ?? {})).toEqual(Object.keys(named?.work ?? {}))
  expect(JSON.stringify(exported.work)).toContain('What of the cost')
})

test('X126 names that were never shown cannot be wished for, and a session without any says so', async () => {
  const meeting = await createMeeting(server, {
    agenda: [{ kind: 'brainstorm', names: 'hidden', settings: { variant: 'free' } }],
    facilitatorName: 'Fay Lead',
  })
  const ann = await sitDown(meeting, 'Ann Secret')
  await order(meeting, { type: 'start' })
  await order(ann, { type: 'add-item', kind: 'idea', text: 'An unsigned idea' })
  const { text, json } = await reportFor(meeting, 'shown')
  expect(text).toContain('An unsigned idea')
  expect(text).not.toContain('Ann Secret')
  expect(json.hasNames).toBe(false)
  const files = await filesFor(meeting, 'shown')
  for (const [format, file] of files) {
    // Who was there stands in files of data; who wrote what in none.
    if (format === 'json') expect(file).not.toContain('"author"')
    else expect(file, format).not.toContain('Ann Secret')
  }
})
