import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Meeting, type Person, ask, createMeeting, order, sitDown, urlOf, viewOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'

let server: RunningServer
let meeting: Meeting
let ann: Person
let bob: Person

beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server, { agenda: [{ kind: 'decide' }, { kind: 'talk' }] })
  ann = await sitDown(meeting, 'Ann')
  bob = await sitDown(meeting, 'Bob')
  await order(meeting, { type: 'start' })
})
afterEach(() => server.stop())

/** All that others are told of a step, on every way of asking. */
const toldTo = async (person: Person): Promise<string> => {
  const paths = ['', '/items', '/export?format=json', '/export?format=md']
  const answers = await Promise.all(paths.map((path) => ask(urlOf(meeting, path), { token: person.token })))
  return answers.map(({ text }) => text).join('\n')
}

const logged = async () => server.store.log(meeting.session as never)
const stored = async () => (await server.store.session(meeting.session as never))?.json ?? ''

test('A7 what somebody answers to a temperature check reaches nobody and no log, and is nowhere once it is shown', async () => {
  await order(meeting, { type: 'ask-temperature' })
  await order(ann, { type: 'answer-temperature', feeling: 'strong-yes' })
  await order(bob, { type: 'answer-temperature', feeling: 'no' })
  for (const person of [meeting, bob]) expect(await toldTo(person)).not.toContain('strong-yes')
  expect((await viewOf(ann)).me.work).toMatchObject({ feeling: 'strong-yes' })
  expect((await logged()).map(({ type }) => type)).not.toContain('answer-temperature')
  await order(meeting, { type: 'show-temperature' })
  const { work = {} } = await viewOf(bob)
  expect(Object.values(work)[0]?.data).toMatchObject({ temperature: { counts: { 'strong-yes': 1, no: 1 } } })
  expect(await stored()).not.toContain('answers')
})

test('A8 what nobody was shown is nowhere once the session has ended', async () => {
  await order(meeting, { type: 'ask-temperature' })
  await order(ann, { type: 'answer-temperature', feeling: 'strong-yes' })
  expect(await stored()).toContain('strong-yes')
  await order(meeting, { type: 'end' })
  expect(await stored()).not.toContain('strong-yes')
})

test('A6 where names are hidden nothing that is stored or logged tells whose a concern is', async () => {
  await order(ann, { type: 'add-concern', text: 'Not everyone has a phone' })
  const session = JSON.parse(await stored()) as { workings: Record<string, { concerns: object[] }> }
  const [{ concerns } = { concerns: [] }] = Object.values(session.workings)
  expect(concerns.map((concern) => Object.keys(concern))).toEqual([['id', 'text']])
  expect((await logged()).filter(({ type }) => type === 'add-concern')).toMatchObject([{ seat: 'server' }])
})
