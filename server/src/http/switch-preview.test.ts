import * as v from 'valibot'
import { afterEach, beforeEach, expect, test } from 'vitest'
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
import { openDocument, until, writeDraft } from '../testing/sockets.ts'
import { SwitchPreviewed } from './answers.ts'

let server: RunningServer
let meeting: Meeting
let ann: Person
beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server, {
    agenda: [
      { kind: 'brainstorm', settings: { variant: 'free' } },
      { kind: 'brainstorm', notes: 'Say hello first' },
    ],
  })
  ann = await sitDown(meeting, 'Ann')
  await order(meeting, { type: 'start' })
  for (const text of ['One', 'Two']) await order(ann, { type: 'add-item', kind: 'idea', text })
})
afterEach(() => server.stop())

const preview = (person: Person, query: string) => ask(urlOf(person, `/switch?${query}`), { token: person.token })

test('S48 those who lead see before they press what a switch would do, and then it is so', async () => {
  await order(meeting, { type: 'skip' })
  const old = (await viewOf(ann)).step?.id ?? ''
  const draft = openDocument(ann, `draft.${ann.seat}`)
  await until(draft.isSynced)
  writeDraft(draft.doc, old, 'Private')
  await until(async () => (await viewOf(meeting)).step?.counts.ready === 1)
  const { status, json } = await preview(meeting, 'kind=group')
  expect(status).toBe(200)
  expect(v.parse(SwitchPreviewed, json)).toEqual({
    left: 'skipped',
    phase: 'group',
    minutes: 10,
    stays: { items: 2, clusters: 0, links: 0 },
    input: { items: 2, steps: [(await viewOf(ann)).session.agenda[0]?.id] },
    asks: { items: 1, people: 1 },
  })
  await order(meeting, { type: 'switch-method', to: { kind: 'group' } })
  const { session, step } = await viewOf(ann)
  expect(session.agenda.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    'brainstorm skipped',
    'brainstorm skipped',
    'group live',
  ])
  expect(step).toMatchObject({ phase: 'group', input: { steps: 'all' }, counts: { published: 2 } })
  draft.close()
})

test('S48 nobody else sees it, and what is no step is refused at the door', async () => {
  expect(refusalOf(await preview(ann, 'kind=group'))).toEqual([403, 'not-allowed'])
  expect(refusalOf(await ask(urlOf(meeting, '/switch?kind=group')))).toEqual([401, 'not-seated'])
  for (const query of ['', 'kind=spell', 'kind=talk&more=1', 'kind=talk&settings=%7B', 'kind=talk&settings=7']) {
    expect(refusalOf(await preview(meeting, query))).toEqual([422, 'bad-input'])
  }
  const settings = encodeURIComponent(JSON.stringify({ talk: 999 }))
  expect(refusalOf(await preview(meeting, `kind=talk&settings=${settings}`))).toEqual([422, 'bad-input'])
})

test('S52 notes reach nobody but those who lead, by no call, socket, file or log', async () => {
  await order(meeting, { type: 'set-setting', participantsExport: true })
  const paths = ['', '/items', '/export?format=json', '/export?format=csv', '/export?format=md']
  for (const path of paths) {
    const { status, text } = await ask(urlOf(ann, path), { token: ann.token })
    expect(status).toBe(200)
    expect(text).not.toContain('Say hello')
  }
  for (const path of paths.slice(1)) {
    expect((await ask(urlOf(meeting, path), { token: meeting.token })).text).not.toContain('Say hello')
  }
  expect((await ask(urlOf(meeting), { token: meeting.token })).text).toContain('Say hello')
  expect((await ask(`${server.origin}/api/join/${meeting.code}`)).text).not.toContain('Say hello')
  expect(server.lines.join('\n')).not.toContain('Say hello')
})

test('S49 the answer to making the rest fit says which steps became shorter', async () => {
  await order(meeting, { type: 'schedule', plannedMinutes: 20 })
  const { status, json } = await give(meeting, { type: 'fit-rest' })
  expect(status).toBe(200)
  const [first, second] = (await viewOf(meeting)).session.agenda
  expect(json).toMatchObject({
    shortened: [
      { step: first?.id, from: 15, to: first?.minutes },
      { step: second?.id, from: 15, to: second?.minutes },
    ],
  })
  expect(second?.plan?.planned).toBe(15)
})
