import type { Report } from '@roundel/shared/report'
import type { View } from '@roundel/shared/session'
import XLSX from '@e965/xlsx'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type PollingPlace, alike, openPollingPlace } from '../testing/polling-place.ts'
import {
  type Meeting,
  type Person,
  type Reply,
  ask,
  createMeeting,
  give,
  newId,
  order,
  refusalOf,
  secretOf,
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

const reportFor = async (person: Person): Promise<Report> =>
  (await ask<Report>(urlOf(person, '/report'), { token: person.token })).json
const makeLink = (person: Person, body: object = {}): Promise<Reply<{ link: string; opensAt: number }>> =>
  ask(urlOf(person, '/report/link'), { token: person.token, body })
const readShared = (meeting: Meeting, secret: string): Promise<Reply<Report>> =>
  ask(urlOf(meeting, '/report/shared'), { body: { secret } })
const fileShared = (meeting: Meeting, secret: string, format: string): Promise<Reply> =>
  ask(urlOf(meeting, '/report/shared/file'), { body: { secret, format } })
const add = (person: Person, text: string, more: object = {}) =>
  order(person, { type: 'add-item', kind: 'idea', text, lang: 'en', ...more })

/** A session with names shown in one step and hidden in another, at its end. */
const openSession = async () => {
  const agenda = [
    { kind: 'brainstorm', names: 'shown', settings: { variant: 'free' } },
    { kind: 'brainstorm', names: 'hidden', settings: { variant: 'free' } },
    { kind: 'talk', title: 'Left out' },
    { kind: 'decide' },
  ]
  const meeting = await createMeeting(server, { agenda, facilitatorName: 'Fay Lead' })
  const ann = await sitDown(meeting, 'Ann Shown')
  const bob = await sitDown(meeting, 'Bob Secret')
  await order(meeting, { type: 'start' })
  const signed = await add(ann, 'A signed idea')
  await order(meeting, { type: 'skip' })
  const unsigned = await add(bob, 'An unsigned idea')
  const hidden = await add(bob, 'A hidden idea')
  const withdrawn = await add(bob, 'A withdrawn idea')
  await order(meeting, { type: 'hide', item: hidden.item })
  await order(bob, { type: 'withdraw', item: withdrawn.item })
  await order(meeting, { type: 'skip' })
  await order(meeting, { type: 'skip' })
  await order(meeting, { type: 'draft-decision', text: 'We do it', items: [unsigned.item], revision: 0 })
  await order(meeting, { type: 'decide', revision: 1 })
  await order(bob, { type: 'add-concern', text: 'What of the cost' })
  await order(meeting, { type: 'add-action', text: 'Pilot it', owner: { seat: ann.seat }, due: '2026-12-15' })
  return { meeting, ann, bob, signed, unsigned }
}

test('X20 a report is the same for everybody who is seated, and tells nothing that was hidden or withdrawn', async () => {
  const { meeting, ann } = await openSession()
  const observer = await sitDown(meeting, 'Oda', secretOf(meeting.links.observer))
  const [first, ...others] = await Promise.all([meeting, ann, observer].map(reportFor))
  for (const other of others) expect({ ...other, madeAt: 0 }).toEqual({ ...first, madeAt: 0 })
  const said = JSON.stringify(first)
  expect(said).toContain('A signed idea')
  expect(said).not.toContain('A hidden idea')
  expect(said).not.toContain('A withdrawn idea')
  expect(refusalOf(await ask(urlOf(meeting, '/report')))).toEqual([401, 'not-seated'])
})

test('X21 a report names whoever wrote something only where names were shown', async () => {
  const { meeting } = await openSession()
  const { loose, session } = await reportFor(meeting)
  expect(loose.map(({ text, by }) => [text, by])).toEqual([
    ['A signed idea', 'Ann Shown'],
    ['An unsigned idea', undefined],
  ])
  expect(session).toMatchObject({ ledBy: 'Fay Lead', people: 3 })
})

test('X22 a report tells how long each step was to take and took, and which were left out', async () => {
  const { meeting } = await openSession()
  await order(meeting, { type: 'end' })
  const { course } = await reportFor(meeting)
  expect(course.map(({ kind, state, plannedMinutes }) => [kind, state, plannedMinutes])).toEqual([
    ['brainstorm', 'skipped', 15],
    ['brainstorm', 'skipped', 15],
    ['talk', 'skipped', 10],
    ['decide', 'done', 10],
  ])
  for (const step of course) expect(step.realMinutes).toBeGreaterThanOrEqual(0)
})

test('X26 a decision and its actions stand in a report, and answers that are not shown do not', async () => {
  const { meeting, ann } = await openSession()
  await order(meeting, { type: 'ask-temperature' })
  await order(ann, { type: 'answer-temperature', feeling: 'no' })
  const { decisions, actions } = await reportFor(meeting)
  expect(decisions).toMatchObject([
    { text: 'We do it', chosen: [{ text: 'An unsigned idea' }], concerns: ['What of the cost'], decider: 'Fay Lead' },
  ])
  expect(decisions[0]?.temperature).toBeUndefined()
  expect(actions).toMatchObject([{ text: 'Pilot it', owner: 'Ann Shown', due: '2026-12-15', state: 'open' }])
})

test('X27 the link is made by those who lead, after the end, and opens five seconds later', async () => {
  const { meeting, ann } = await openSession()
  expect(refusalOf(await makeLink(meeting))).toEqual([409, 'wrong-phase'])
  await order(meeting, { type: 'end' })
  expect(refusalOf(await makeLink(ann))).toEqual([403, 'not-allowed'])
  const { status, json } = await makeLink(meeting)
  expect(status).toBe(201)
  expect(json.link).toMatch(new RegExp(`/r/${meeting.session}#[A-Za-z0-9_-]{43}$`))
  const secret = secretOf(json.link)
  expect(refusalOf(await readShared(meeting, secret))).toEqual([403, 'not-revealed'])
  expect(refusalOf(await fileShared(meeting, secret, 'md'))).toEqual([403, 'not-revealed'])
  for (const person of [meeting, ann]) {
    expect((await viewOf(person)).session.sharing).toMatchObject({ opensAt: json.opensAt, names: 'hidden' })
  }
  server.chance.jump(5_000)
  expect((await readShared(meeting, secret)).status).toBe(200)
})

test('X27 what was announced happens at once when those who lead wish so, or not at all; the end stands then', async () => {
  const { meeting, ann } = await openSession()
  await order(meeting, { type: 'end' })
  const first = secretOf((await makeLink(meeting)).json.link)
  expect((await give(meeting, { type: 'undo' })).status).toBe(409)
  expect(refusalOf(await ask(urlOf(ann, '/report/link'), { method: 'DELETE', token: ann.token }))[0]).toBe(403)
  await ask(urlOf(meeting, '/report/link'), { method: 'DELETE', token: meeting.token })
  server.chance.jump(10_000)
  expect(refusalOf(await readShared(meeting, first))).toEqual([404, 'unknown'])
  const second = secretOf((await makeLink(meeting)).json.link)
  const now = await ask(urlOf(meeting, '/report/link/now'), { method: 'POST', token: meeting.token })
  expect(now.status).toBe(204)
  expect((await readShared(meeting, second)).status).toBe(200)
})

test('X28 a link ends when it is taken back, when another is made, and with the session', async () => {
  const { meeting } = await openSession()
  await order(meeting, { type: 'end' })
  const share = async (): Promise<string> => {
    const secret = secretOf((await makeLink(meeting)).json.link)
    await ask(urlOf(meeting, '/report/link/now'), { method: 'POST', token: meeting.token })
    expect((await readShared(meeting, secret)).status).toBe(200)
    return secret
  }
  const gone = async (secret: string): Promise<void> => {
    expect(refusalOf(await readShared(meeting, secret))).toEqual([404, 'unknown'])
    expect(refusalOf(await fileShared(meeting, secret, 'xlsx'))).toEqual([404, 'unknown'])
  }
  const first = await share()
  const second = await share()
  await gone(first)
  await ask(urlOf(meeting, '/report/link'), { method: 'DELETE', token: meeting.token })
  await gone(second)
  const third = await share()
  await ask(urlOf(meeting), { method: 'DELETE', token: meeting.token })
  await gone(third)
})

test('X28 the secret of a link opens nothing else', async () => {
  const { meeting } = await openSession()
  await order(meeting, { type: 'end' })
  const secret = secretOf((await makeLink(meeting)).json.link)
  server.chance.jump(5_000)
  for (const path of ['', '/items', '/export', '/report', '/screen', '/calendar.ics']) {
    expect(refusalOf(await ask(urlOf(meeting, path), { token: secret })), path).toEqual([401, 'not-seated'])
  }
  const seat = await ask(urlOf(meeting, '/seats'), { body: { invite: secret, name: 'X', credential: 'token' } })
  expect(refusalOf(seat)[0]).toBe(404)
})

test('X21 a link without names names nobody, in any file', async () => {
  const { meeting } = await openSession()
  await order(meeting, { type: 'end' })
  const secret = secretOf((await makeLink(meeting)).json.link)
  server.chance.jump(5_000)
  const files = await Promise.all(
    ['json', 'csv', 'md', 'html'].map(async (format) => (await fileShared(meeting, secret, format)).text),
  )
  const read = (await readShared(meeting, secret)).text
  const workbook = await fetch(urlOf(meeting, '/report/shared/file'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ secret, format: 'xlsx' }),
  })
  const sheets = XLSX.read(await workbook.arrayBuffer())
  const cells = JSON.stringify(sheets.SheetNames.map((name) => XLSX.utils.sheet_to_json(sheets.Sheets[name] ?? {})))
  for (const text of [...files, read, cells]) {
    expect(text).toContain('An unsigned idea')
    for (const name of ['Ann Shown', 'Bob Secret', 'Fay Lead']) expect(text).not.toContain(name)
    expect(text).not.toContain('A hidden idea')
  }
})

test('X21 a link with names names those whom the session showed, and nobody else', async () => {
  const { meeting } = await openSession()
  await order(meeting, { type: 'end' })
  const secret = secretOf((await makeLink(meeting, { names: 'shown' })).json.link)
  server.chance.jump(5_000)
  const { text } = await readShared(meeting, secret)
  expect(text).toContain('Ann Shown')
  expect(text).not.toContain('Bob Secret')
  expect((await fileShared(meeting, secret, 'csv')).text).not.toContain('Bob Secret')
})

test('X30 the secret of a link stands in no view, no log and not in what is stored', async () => {
  const { meeting } = await openSession()
  await order(meeting, { type: 'end' })
  const secret = secretOf((await makeLink(meeting)).json.link)
  server.chance.jump(5_000)
  await readShared(meeting, secret)
  const { text } = await ask<View>(urlOf(meeting), { token: meeting.token })
  const stored = await server.store.session(meeting.session as never)
  for (const kept of [text, stored?.json ?? '', ...server.lines]) expect(kept).not.toContain(secret)
  expect(stored?.json).toContain('"sharing"')
  expect(text).not.toContain('"hash"')
})

test('X29 a wrong secret reads nothing, and all readers of a link share what can be read in a minute', async () => {
  const { meeting } = await openSession()
  await order(meeting, { type: 'end' })
  const secret = secretOf((await makeLink(meeting)).json.link)
  server.chance.jump(5_000)
  const wrong = `${secret.startsWith('A') ? 'B' : 'A'}${secret.slice(1)}`
  expect(refusalOf(await readShared(meeting, wrong))).toEqual([404, 'unknown'])
  expect(refusalOf(await readShared({ ...meeting, session: newId() }, secret))).toEqual([404, 'unknown'])
  expect(refusalOf(await readShared(meeting, 'short'))).toEqual([422, 'bad-input'])
  const replies = await Promise.all(Array.from({ length: 62 }, () => readShared(meeting, secret)))
  expect(replies.filter(({ status }) => status === 429)).toHaveLength(2)
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(60)
})

const voteAll = async ({ voters, cast, items }: PollingPlace): Promise<void> => {
  for (const [index, voter] of voters.entries()) await cast(voter, alike(items, index % 2 === 0 ? 5 : 1))
}

test('X23 a vote stands in a report once it is shown, never while people vote or it is counted', async () => {
  const place = await openPollingPlace(server, { voters: 4, ideas: 2 })
  await place.goTo('open')
  await voteAll(place)
  expect((await reportFor(place.meeting)).votes).toEqual([])
  await place.goTo('closed')
  while (!(await place.seen()).isCounted) await new Promise((resolve) => setImmediate(resolve))
  expect((await reportFor(place.meeting)).votes).toEqual([])
  await place.goTo('shown')
  const { votes, disputes } = await reportFor(place.meeting)
  expect(votes).toMatchObject([{ place: 2, scoring: 'fan', subject: 'ideas', result: { turnout: { cast: 4 } } }])
  expect(
    Object.values(votes[0]?.subjects ?? {})
      .map(({ text }) => text)
      .toSorted(),
  ).toEqual(['Idea 0', 'Idea 1'])
  expect(disputes.map(({ agreement, about }) => [agreement, about.length])).toEqual([
    ['polarised', 3],
    ['polarised', 3],
  ])
})

test('X38 no file says how a single ballot was filled in, nor who cast one', async () => {
  const place = await openPollingPlace(server, { voters: 3, ideas: 2 })
  await place.goTo('open')
  const { voters, items, cast, meeting } = place
  // With three ballots no single values are told: they would be somebody's.
  for (const [index, voter] of voters.entries()) await cast(voter, alike(items, [5, 3, 4][index] ?? 1))
  await place.goTo('shown')
  for (const format of ['json', 'csv', 'md', 'html']) {
    const { text } = await ask(urlOf(meeting, `/export?format=${format}&sheet=scores`), { token: meeting.token })
    expect(text).not.toMatch(/"cast":\s*\[|"electors":\s*\[|"voter"/)
    expect(text).not.toMatch(/\b0 0 1 1 1\b/)
    expect(text).not.toMatch(/"counts":\s*\[/)
  }
})
