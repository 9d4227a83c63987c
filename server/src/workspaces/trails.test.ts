import { asId } from '@roundel/shared/kernel'
import type { Report, ReportIdea } from '@roundel/shared/report'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  type Meeting,
  type Person,
  ask,
  createMeeting,
  order,
  secretOf,
  sitDown,
  urlOf,
  viewOf,
} from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { type Team, foundTeam, holdBrainstorm } from '../testing/team.ts'
import { openMemoryStore } from '../storage/memory.ts'
import { StorageFault, type Store } from '../storage/store.ts'
import { openPast } from './stored-past.ts'
import { openTrails } from './trails.ts'

const DAY = 86_400_000
const FREE = { kind: 'brainstorm', names: 'hidden', settings: { variant: 'free' } }

let store: Store
let server: RunningServer
let team: Team
beforeEach(async () => {
  store = openMemoryStore()
  server = await startServer({ store })
  team = await foundTeam(server)
})
afterEach(() => server.stop())

const reportFor = async (person: Person): Promise<Report> =>
  (await ask<Report>(urlOf(person, '/report'), { token: person.token })).json

/** The report as whoever has only the link reads it. */
const reportForGuest = async (meeting: Meeting): Promise<Report> => {
  const made = await ask<{ link: string }>(urlOf(meeting, '/report/link'), { token: meeting.token, body: {} })
  await ask(urlOf(meeting, '/report/link/now'), { method: 'POST', token: meeting.token })
  const secret = secretOf(made.json.link)
  return (await ask<Report>(urlOf(meeting, '/report/shared'), { body: { secret } })).json
}

const wayOf = ({ loose }: Report, text: string): Pick<ReportIdea, 'passage' | 'origins' | 'later'> => {
  const idea = loose.find((each) => each.text === text)
  if (!idea) throw new Error(`nothing says ${text}`)
  const { passage, origins, later } = idea
  return { ...(passage && { passage }), ...(origins && { origins }), ...(later && { later }) }
}

/**
 * Two quarters: a line of the contact log and an idea of somebody whose name was hidden; both are brought into the next
 * session, which chooses the idea and looks at the action that the first one left open.
 */
const holdTwo = async ({ isEnded = true } = {}) => {
  const noted = await team.change({
    type: 'note-contact',
    kind: 'client',
    who: 'Ms Karimi',
    at: server.chance.now(),
    lines: ['We wait'],
  })
  const first = await team.meet({ title: 'First', facilitatorName: 'Fay Lead', agenda: [FREE, { kind: 'decide' }] })
  const [insight] = (
    await team.carry(first.session, [{ type: 'contact', contact: noted.json.contacts[0]?.id, line: 0 }])
  ).json.items
  const ann = await sitDown(first, 'Ann Hidden')
  const [other] = await holdBrainstorm(first, ['A cold hall'])
  const { item: tea } = await order(ann, { type: 'add-item', kind: 'idea', text: 'Tea' })
  if (isEnded) {
    await order(first, { type: 'skip' })
    await order(first, { type: 'draft-decision', text: 'Tea it is', items: [tea], why: 'Warm', revision: 0 })
    await order(first, { type: 'decide', revision: 1 })
    await order(ann, {
      type: 'add-action',
      text: 'Buy a kettle',
      owner: { seat: ann.seat },
      items: [tea],
      due: new Date(server.chance.now() + 7 * DAY).toISOString().slice(0, 10),
    })
    await order(first, { type: 'end' })
  }
  const second = await team.meet({ title: 'Second', facilitatorName: 'Sam', agenda: [FREE, { kind: 'decide' }] })
  const from = [tea, insight].map((item) => ({ type: 'item', session: first.session, item }))
  const [brought] = (await team.carry(second.session, from)).json.items
  // What it says there is put right since, so that its words are not those of here.
  if (isEnded) await order(first, { type: 'correct-item', item: tea, text: 'Tea, hot' })
  server.chance.jump(90 * DAY)
  return { first, second, ann, tea, insight, other, brought }
}

/** The second quarter to its end. */
const closeSecond = async ({ second, brought }: Awaited<ReturnType<typeof holdTwo>>, state = 'done') => {
  await order(second, { type: 'start' })
  await order(second, { type: 'skip' })
  const { step, work } = await viewOf(second)
  const decide = work?.[asId<'step'>(step?.id ?? '')]?.data as {
    readonly earlier: readonly { readonly session: string; readonly action: string }[]
  }
  const [earlier] = decide.earlier
  await order(second, {
    type: 'review-action',
    ...(earlier && { session: earlier.session, action: earlier.action }),
    state,
    outcome: 'better',
    what: 'Nobody left',
  })
  await order(second, { type: 'draft-decision', text: 'More tea', items: [brought], why: 'It helped', revision: 0 })
  await order(second, { type: 'decide', revision: 1 })
  await order(second, { type: 'end' })
}

test('X110 an idea tells what became of it here, and one of which there is nothing to tell says nothing', async () => {
  const { first } = await holdTwo()
  const report = await reportFor(first)
  expect(wayOf(report, 'Tea, hot').passage).toEqual([
    { type: 'chosen' },
    { type: 'action', text: 'Buy a kettle', state: 'open' },
  ])
  expect(wayOf(report, 'A cold hall')).toEqual({})
  expect(report.decisions[0]?.chosen).toMatchObject([
    { text: 'Tea, hot', passage: [{ type: 'chosen' }, { type: 'action' }] },
  ])
})

test('X111 an idea tells where it came from, the earliest first, and where it was brought', async () => {
  const quarters = await holdTwo()
  await closeSecond(quarters)
  const later = await reportFor(quarters.second)
  expect(later.decisions[0]?.chosen[0]?.origins).toMatchObject([
    { type: 'session', title: 'First', method: 'brainstorm', passage: [{ type: 'chosen' }, { state: 'done' }] },
  ])
  expect(wayOf(later, 'We wait').origins).toMatchObject([{ type: 'contact', kind: 'client' }, { title: 'First' }])
  const earlier = await reportFor(quarters.ann)
  expect(wayOf(earlier, 'Tea, hot').later).toMatchObject([
    { type: 'session', title: 'Second', passage: [{ type: 'chosen' }] },
  ])
})

test('X112 an action tells what a later session said of it', async () => {
  const quarters = await holdTwo()
  expect((await reportFor(quarters.ann)).actions).toMatchObject([
    { text: 'Buy a kettle', state: 'open', overdue: true },
  ])
  await closeSecond(quarters)
  const [action] = (await reportFor(quarters.ann)).actions
  expect(action).toMatchObject({
    state: 'open',
    later: { state: 'done', outcome: { result: 'better', what: 'Nobody left' }, in: 'Second' },
  })
  expect(action?.overdue).toBeUndefined()
})

test('X112 an action that was carried over says where it goes on', async () => {
  const quarters = await holdTwo()
  await closeSecond(quarters, 'carried')
  expect((await reportFor(quarters.ann)).actions[0]?.later).toMatchObject({ state: 'carried', in: 'Second' })
})

test('Z87 what stands for merged ones tells where these came from, and who has only the link no word of there', async () => {
  const quarters = await holdTwo()
  const { second } = quarters
  await order(second, { type: 'start' })
  const { item: own } = await order(second, { type: 'add-item', kind: 'idea', text: 'A warm hall' })
  await order(second, { type: 'merge', item: quarters.brought, into: own })
  const together = async () => (await reportFor(second)).loose.find(({ text }) => text === 'A warm hall')?.together
  expect(await together()).toMatchObject([{ type: 'session', title: 'First', text: 'Tea, hot' }])
  const told = await ask(urlOf(second, `/items/${own}/lineage`), { token: second.token })
  expect(told.json).toMatchObject({ before: [], together: [{ type: 'item', title: 'First', text: 'Tea, hot' }] })
  // What is hidden there by now is told as gone.
  await order(quarters.first, { type: 'hide', item: quarters.tea })
  expect(await together()).toEqual([{ type: 'gone' }])
  await order(quarters.first, { type: 'unhide', item: quarters.tea })
  await order(second, { type: 'end' })
  const guest = await reportForGuest(second)
  const place = { type: 'session', title: 'First', at: expect.any(Number) as number, method: 'brainstorm', passage: [] }
  expect(guest.loose.find(({ text }) => text === 'A warm hall')?.together).toEqual([place])
})

/** Everything in a report that is a way, and what others said of actions, as one text. */
const trailsIn = ({ loose, decisions, actions }: Report): string =>
  JSON.stringify([
    loose.map(({ origins, later }) => [origins, later]),
    decisions.map(({ chosen }) => chosen.map(({ origins, later }) => [origins, later])),
    actions.map(({ later }) => later),
  ])

test('X113 who is seated, in whatever role, learns what stood there and what became of it', async () => {
  const quarters = await holdTwo()
  const { second } = quarters
  const seats = [
    second,
    await sitDown(second, 'Leila'),
    await sitDown(second, 'Oda', secretOf(second.links.observer)),
    await sitDown(second, 'Clara', secretOf(second.links.client)),
  ]
  await closeSecond(quarters)
  const reports = await Promise.all(seats.map(reportFor))
  for (const report of reports) {
    expect(wayOf(report, 'Tea').origins).toMatchObject([{ title: 'First', text: 'Tea, hot', passage: [{}, {}] }])
    expect(trailsIn(report)).toBe(trailsIn(reports[0] as Report))
  }
})

test('X113 who has only the link learns title, day and method of where an idea came from, and no word of there', async () => {
  const quarters = await holdTwo()
  await closeSecond(quarters)
  const second = await reportForGuest(quarters.second)
  const { at } = (await team.page()).contacts[0] ?? { at: 0 }
  expect(wayOf(second, 'Tea').origins).toEqual([
    { type: 'session', title: 'First', at: expect.any(Number) as number, method: 'brainstorm', passage: [] },
  ])
  expect(wayOf(second, 'We wait').origins?.[0]).toEqual({ type: 'contact', kind: 'client', at })
  expect(trailsIn(second)).not.toContain('hot')
  const first = await reportForGuest(quarters.first)
  expect(wayOf(first, 'Tea, hot').later).toBeUndefined()
  // How the action went is told, without the words and the name of the session that said so.
  expect(first.actions[0]?.later).toEqual({ state: 'done', outcome: { result: 'better' } })
  expect(wayOf(first, 'Tea, hot').passage?.at(-1)).toEqual({
    type: 'action',
    text: 'Buy a kettle',
    state: 'done',
    outcome: 'better',
  })
  for (const word of ['Second', 'More tea', 'Nobody left']) expect(JSON.stringify(first)).not.toContain(word)
})

test('X114 no way names anybody, also where names are shown elsewhere', async () => {
  const quarters = await holdTwo()
  await closeSecond(quarters)
  for (const meeting of [quarters.first, quarters.second]) {
    for (const report of [await reportFor(meeting), await reportForGuest(meeting)]) {
      for (const name of ['Ann', 'Fay', 'Sam', 'Karimi']) expect(trailsIn(report)).not.toContain(name)
    }
  }
})

test('X114 what was withdrawn, hidden or merged into what is hidden is told as gone, without a word of it', async () => {
  const quarters = await holdTwo({ isEnded: false })
  const { first, second, ann, tea, insight, other } = quarters
  const place = async (text: string) => wayOf(await reportFor(second), text).origins
  await order(first, { type: 'hide', item: insight })
  // Neither the item nor what stood before it.
  expect(await place('We wait')).toEqual([{ type: 'gone' }])
  await order(first, { type: 'unhide', item: insight })
  expect(await place('We wait')).toMatchObject([{ type: 'contact' }, { type: 'session' }])
  await order(first, { type: 'merge', item: tea, into: other })
  expect(await place('Tea')).toMatchObject([{ title: 'First' }])
  await order(first, { type: 'hide', item: other })
  expect(await place('Tea')).toEqual([{ type: 'gone' }])
  await order(first, { type: 'unmerge', item: tea })
  await order(ann, { type: 'withdraw', item: tea })
  expect(await place('Tea')).toEqual([{ type: 'gone' }])
})

test('X114 a session that belongs to another workspace is told as gone, and nothing of it is read', async () => {
  const { first, second } = await holdTwo()
  const [workspace, elsewhere] = [team.id, (await foundTeam(server)).id].map((id) => asId<'workspace'>(id))
  const moved = openPast({
    ...store,
    session: async (id) => {
      const stored = await store.session(id)
      if (!stored || id !== first.session) return stored
      return { ...stored, json: JSON.stringify({ ...(JSON.parse(stored.json) as object), workspace: elsewhere }) }
    },
  })
  const own = await moved.read(asId(second.session))
  if (!own || !workspace) throw new Error('the session cannot be read')
  const reader = { session: own.session, items: [...own.items.values()], isGuest: false }
  const trails = await openTrails(moved, async () => undefined)(reader)
  expect([...(trails?.origins.values() ?? [])]).toEqual([[{ type: 'gone' }], [{ type: 'gone' }]])
  expect(trails?.fates.size).toBe(0)
})

test('X115 of a session that cannot be read a report says that it is gone', async () => {
  const { first, second } = await holdTwo()
  const damaged = openPast({
    ...store,
    document: async (id, name) => {
      if (id === first.session) throw new StorageFault('a flipped bit')
      return store.document(id, name)
    },
  })
  const own = await damaged.read(asId(second.session))
  if (!own) throw new Error('the session cannot be read')
  const reader = { session: own.session, items: [...own.items.values()], isGuest: false }
  const trails = await openTrails(damaged, async () => undefined)(reader)
  expect([...(trails?.origins.values() ?? [])]).toEqual([[{ type: 'gone' }], [{ type: 'gone' }]])
})

test('X115 of a session that was deleted a report says that it is gone, and stands as ever', async () => {
  const quarters = await holdTwo()
  await closeSecond(quarters)
  await ask(team.url(`/sessions/${quarters.first.session}`), { method: 'DELETE', token: team.key })
  const report = await reportFor(quarters.second)
  expect(wayOf(report, 'Tea').origins).toEqual([{ type: 'gone' }])
  expect(report.actions).toMatchObject([{ text: 'Buy a kettle', state: 'done', from: 'First' }])
  expect((await reportForGuest(quarters.second)).decisions).toMatchObject([{ text: 'More tea' }])
})

test('X116 a session of no workspace tells what became of its ideas, and nothing of others', async () => {
  const own = await createMeeting(server, { agenda: [FREE] })
  await holdBrainstorm(own, ['Tea'])
  expect(wayOf(await reportFor(own), 'Tea')).toEqual({})
})
