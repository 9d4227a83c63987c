import type { Report } from '@roundel/shared/report'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SHEETS } from '../export/tables/index.ts'
import { alike, openPollingPlace } from '../testing/polling-place.ts'
import { type Person, ask, createMeeting, newId, order, sitDown, urlOf, viewOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { openDocument, until, writeDraft } from '../testing/sockets.ts'

let server: RunningServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.stop())

/** The report and all documents and tables that a person can take along now, as one text. */
const everythingFor = async (person: Person): Promise<string> => {
  const files = ['json', 'md', 'html', ...SHEETS.map((sheet) => `csv&sheet=${sheet}`)]
  const texts: string[] = [(await ask(urlOf(person, '/report'), { token: person.token })).text]
  for (const format of files) {
    // Nobody may take so many along in a minute.
    server.chance.jump(10_000)
    texts.push((await ask(urlOf(person, `/export?format=${format}`), { token: person.token })).text)
  }
  return texts.join('\n')
}

test('X132 what people write in private is in no report, nor while its reveal is announced; afterwards it is', async () => {
  const step = newId()
  const meeting = await createMeeting(server, {
    agenda: [{ id: step, kind: 'brainstorm' }],
  })
  const ann = await sitDown(meeting, 'Ann')
  const draft = openDocument(ann, `draft.${ann.seat}`)
  await until(() => draft.isSynced())
  await order(meeting, { type: 'start' })
  while ((await viewOf(meeting)).step?.phase !== 'write') await order(meeting, { type: 'advance' })
  writeDraft(draft.doc, step, 'A private thought')
  await until(async () => (await viewOf(meeting)).step?.counts.ready === 1)
  for (const person of [meeting, ann]) expect(await everythingFor(person)).not.toContain('A private thought')
  await order(meeting, { type: 'arm' })
  const { json, text } = await ask<Report>(urlOf(meeting, '/report'), { token: meeting.token })
  expect(json.session.state).toBe('live')
  expect(text).not.toContain('A private thought')
  await order(meeting, { type: 'advance' })
  expect((await ask(urlOf(meeting, '/report'), { token: meeting.token })).text).toContain('A private thought')
  draft.close()
})

test('X132 nothing of a vote that is open, closed or announced is in a report or a file', async () => {
  const place = await openPollingPlace(server, { voters: 4, ideas: 2 })
  const { meeting, voters, items, cast } = place
  const told = async (): Promise<boolean> => /polarised/.test(await everythingFor(meeting))
  await place.goTo('open')
  for (const [index, voter] of voters.entries()) await cast(voter, alike(items, index % 2 === 0 ? 5 : 1))
  expect(await told()).toBe(false)
  await place.goTo('closed')
  await until(async () => (await place.seen()).isCounted === true)
  expect(await told()).toBe(false)
  await order(meeting, { type: 'arm' })
  expect((await ask<Report>(urlOf(meeting, '/report'), { token: meeting.token })).json.votes).toEqual([])
  await order(meeting, { type: 'advance' })
  expect(await told()).toBe(true)
})
