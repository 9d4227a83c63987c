import { quarterOf } from '@roundel/shared/workspace'
import * as v from 'valibot'
import { afterEach, expect, test } from 'vitest'
import { makeDataDir, isAnywhere, openIn } from '../storage/contract/data-dir.ts'
import { ask, createMeeting, give, newId, order, refusalOf, secretOf, urlOf, viewOf } from '../testing/program.ts'
import { type RunningServer, type ServerWish, startServer } from '../testing/running-server.ts'
import { type Team, foundTeam, holdBrainstorm } from '../testing/team.ts'
import { WorkspacePage } from './answers-of-workspaces.ts'

const DAY = 86_400_000
const FREE = { kind: 'brainstorm', settings: { variant: 'free' } }

let server: RunningServer
const start = async (wish?: ServerWish): Promise<Team> => {
  server = await startServer(wish)
  return foundTeam(server)
}
afterEach(() => server.stop())

const contact = (kind: 'client' | 'research', lines: readonly string[] = ['They wait too long']) => ({
  type: 'note-contact',
  kind,
  who: 'A patient',
  at: server.chance.now(),
  lines,
})

/** The counts of the present quarter, and of none other. */
const countsOf = async (team: Team): Promise<Record<string, number>> => {
  const { quarters, now } = await team.page()
  const present = quarters.find(({ quarter }) => quarter === quarterOf(now))
  return Object.fromEntries(present?.counters.map(({ id, count }) => [id, count]) ?? [])
}

test('Z10 a workspace comes with a link whose fragment is its key, of which the store keeps a hash alone', async () => {
  const dataDir = await makeDataDir()
  const team = await start({ store: await openIn(dataDir) })
  expect(team.key).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(await isAnywhere(dataDir, team.key)).toBe(false)
  expect(v.parse(WorkspacePage, await team.page())).toMatchObject({
    id: team.id,
    title: 'Front desk',
    retentionDays: 400,
    contacts: [],
    actions: [],
  })
  expect(server.lines.join('\n')).not.toContain(team.key)
})

test('Z11 whoever shows no key, or a wrong one, learns nothing: not even whether there is such a workspace', async () => {
  const team = await start()
  const meeting = await team.meet()
  const doors = ['', '/changes', '/key', `/sessions/${meeting.session}/items`, `/sessions/${meeting.session}/carried`]
  const bodies: Record<string, unknown> = {
    '/changes': { type: 'edit', title: 'Mine' },
    '/key': {},
    [`/sessions/${meeting.session}/carried`]: { from: [{ type: 'item', session: meeting.session, item: newId() }] },
  }
  for (const token of [undefined, 'x'.repeat(43), meeting.token, secretOf(meeting.links.facilitator)]) {
    for (const door of doors) {
      for (const url of [team.url(door), team.url(door).replace(team.id, newId())]) {
        const reply = await ask(url, { ...(token && { token }), ...(door in bodies && { body: bodies[door] }) })
        expect(refusalOf(reply), door).toEqual([401, 'not-seated'])
      }
    }
    const gone = await ask(team.url(), { method: 'DELETE', ...(token && { token }) })
    const goneSession = await ask(team.url(`/sessions/${meeting.session}`), {
      method: 'DELETE',
      ...(token && { token }),
    })
    expect([refusalOf(gone), refusalOf(goneSession)]).toEqual([
      [401, 'not-seated'],
      [401, 'not-seated'],
    ])
  }
  expect((await team.page()).title).toBe('Front desk')
})

test('Z12 a new link replaces the one before', async () => {
  const team = await start()
  const { status, json } = await ask<{ link: string }>(team.url('/key'), { method: 'POST', token: team.key })
  expect(status).toBe(201)
  expect(refusalOf(await ask(team.url(), { token: team.key }))).toEqual([401, 'not-seated'])
  expect((await ask(team.url(), { token: secretOf(json.link) })).status).toBe(200)
})

test('Z13 where the operator set a key only its holders make workspaces; a workspace’s own key makes sessions in it', async () => {
  server = await startServer({ environment: { CREATE_KEY: 'open-sesame' } })
  const url = `${server.origin}/api/workspaces`
  const body = { title: 'Front desk' }
  expect(refusalOf(await ask(url, { body }))).toEqual([403, 'not-allowed'])
  const made = await ask<{ id: string; link: string }>(url, { body, token: 'open-sesame' })
  expect(made.status).toBe(201)
  const { id, link } = made.json
  const sessions = `${server.origin}/api/sessions`
  const session = { title: 'Better mornings', workspace: id }
  expect((await ask(sessions, { body: session, token: secretOf(link) })).status).toBe(201)
  // The operator's key makes sessions, but in nobody's workspace.
  expect(refusalOf(await ask(sessions, { body: session, token: 'open-sesame' }))).toEqual([403, 'not-allowed'])
  expect(refusalOf(await ask(sessions, { body: session }))).toEqual([403, 'not-allowed'])
})

test('Z14 sessions are listed by quarter in figures, without anybody’s name, and a rehearsal counts nowhere', async () => {
  const team = await start()
  const meeting = await team.meet({ title: 'First', agenda: [FREE, { kind: 'talk' }] })
  await holdBrainstorm(meeting, ['Tea in the hall', 'A bench'])
  await createMeeting(server, { title: 'Elsewhere' })
  await ask(`${server.origin}/api/rehearsals`, { body: { credential: 'token' } })
  server.chance.jump(100 * DAY)
  await team.meet({ title: 'Second' })
  const page = await team.page()
  expect(page.quarters.map(({ sessions }) => sessions.map(({ title }) => title))).toEqual([['Second'], ['First']])
  expect(page.quarters[1]?.sessions[0]).toMatchObject({
    id: meeting.session,
    state: 'live',
    people: 1,
    ideas: 2,
    steps: [
      { kind: 'brainstorm', state: 'live', begun: true },
      { kind: 'talk', state: 'planned' },
    ],
  })
  expect(JSON.stringify(page)).not.toContain('Fay')
})

test('Z15 a quarter is counted by its methods, its contacts and what became of decisions', async () => {
  const team = await start()
  expect(await countsOf(team)).toEqual({ methods: 0, research: 0, contacts: 0, tried: 0, reviewed: 0 })
  for (const change of [contact('client'), contact('client'), contact('research')]) await team.change(change)
  const meeting = await team.meet({ agenda: [FREE, { kind: 'decide' }] })
  await holdBrainstorm(meeting, ['Tea in the hall'])
  await order(meeting, { type: 'skip' })
  for (const text of ['Buy a kettle', 'Ask the landlord'])
    await order(meeting, { type: 'add-action', text, owner: { outside: 'Omid' } })
  await order(meeting, { type: 'end' })
  expect(await countsOf(team)).toEqual({ methods: 1, research: 1, contacts: 2, tried: 0, reviewed: 0 })
  const { actions } = await team.page()
  expect(actions.map(({ text, owner, title }) => [text, owner, title])).toEqual([
    ['Buy a kettle', 'Omid', 'A session'],
    ['Ask the landlord', 'Omid', 'A session'],
  ])

  server.chance.jump(20 * DAY)
  const next = await team.meet({ agenda: [{ kind: 'decide' }] })
  await order(next, { type: 'start' })
  const decide = (await viewOf(next)).step?.id ?? ''
  const work = (await viewOf(next)).work?.[decide as keyof object] as unknown as { data: { earlier: unknown[] } }
  // What was left open is handed to the step that decides.
  expect(work.data.earlier).toMatchObject([{ text: 'Buy a kettle' }, { text: 'Ask the landlord' }])
  const review = { type: 'review-action', session: meeting.session, action: actions[0]?.action, state: 'done' }
  await order(next, { ...review, outcome: 'better' })
  server.chance.jump(85 * DAY)
  const page = await team.page()
  expect(page.actions.map(({ text }) => text)).toEqual(['Ask the landlord'])
  const [present, former] = page.quarters
  expect(former?.counters.find(({ id }) => id === 'tried')?.count).toBe(1)
  expect(present?.counters.find(({ id }) => id === 'reviewed')).toEqual({ id: 'reviewed', count: 1, least: 2 })
})

test('Z16 what is brought from an earlier session and from the contact log stands in the new one, by reference, once', async () => {
  const team = await start()
  const former = await team.meet({ agenda: [FREE] })
  const [idea] = await holdBrainstorm(former, ['Tea in the hall'])
  const { contacts } = (await team.change(contact('client', ['They wait too long', 'Nobody greets them']))).json
  const next = await team.meet({ agenda: [{ kind: 'brainstorm' }] })
  const listed = await ask<{ items: { item: string; text: string }[] }>(team.url(`/sessions/${former.session}/items`), {
    token: team.key,
  })
  expect(listed.json.items).toMatchObject([{ item: idea, text: 'Tea in the hall' }])
  const from = [
    { type: 'item', session: former.session, item: idea },
    { type: 'contact', contact: contacts[0]?.id, line: 1 },
  ]
  expect((await team.carry(next.session, from)).json.items).toHaveLength(2)
  expect((await team.carry(next.session, from)).json.items).toHaveLength(0)
  const { json } = await ask<{ items: { id: string; kind: string; text: string; mine?: true }[] }>(
    urlOf(next, '/items'),
    { token: next.token },
  )
  expect(json.items.map(({ kind, text }) => [kind, text])).toEqual([
    ['idea', 'Tea in the hall'],
    ['insight', 'Nobody greets them'],
  ])
  expect(json.items.some(({ mine }) => mine)).toBe(false)
  // The insight is asked about in the step to come.
  await order(next, { type: 'start' })
  expect((await viewOf(next)).step?.prompts).toEqual([json.items[1]?.id])
})

test('Z17 nothing is brought out of another workspace, nor what was withdrawn, hidden or never published', async () => {
  const team = await start()
  const stranger = await foundTeam(server)
  const theirs = await stranger.meet({ agenda: [FREE] })
  const [secret] = await holdBrainstorm(theirs, ['Theirs'])
  const own = await team.meet({ agenda: [FREE] })
  const [withdrawn, hidden] = await holdBrainstorm(own, ['Withdrawn', 'Hidden'])
  await order(own, { type: 'withdraw', item: withdrawn })
  await order(own, { type: 'hide', item: hidden })
  const next = await team.meet()
  for (const [session, item] of [
    [theirs.session, secret],
    [own.session, withdrawn],
    [own.session, hidden],
    [own.session, newId()],
  ]) {
    const reply = await team.carry(next.session, [{ type: 'item', session, item }])
    expect(refusalOf(reply)).toEqual([404, 'unknown'])
  }
  expect(refusalOf(await team.carry(theirs.session, [{ type: 'item', session: own.session, item: hidden }]))).toEqual([
    404,
    'unknown',
  ])
  expect(refusalOf(await ask(team.url(`/sessions/${theirs.session}/items`), { token: team.key }))).toEqual([
    404,
    'unknown',
  ])
})

test('Z18 an agenda is kept under a name, without what it began from, and taken away again', async () => {
  const team = await start()
  const meeting = await team.meet({ agenda: [{ ...FREE, title: 'Open', notes: 'Say hello' }, { kind: 'talk' }] })
  const kept = await team.change({ type: 'keep-agenda', title: 'Our hour', session: meeting.session })
  const [agenda] = kept.json.agendas
  expect(agenda).toMatchObject({ title: 'Our hour', agenda: [{ kind: 'brainstorm', title: 'Open' }, { kind: 'talk' }] })
  expect((await team.meet({ agenda: agenda?.agenda })).session).toHaveLength(16)
  expect((await team.change({ type: 'remove-agenda', agenda: agenda?.id })).json.agendas).toEqual([])
})

test('Z65 what was planned with an agenda is kept with it, from a session and as it is sent', async () => {
  const team = await start()
  const planned = {
    language: 'fa',
    challenge: { text: 'How might we?', who: 'a patient', translations: { ru: 'Как бы нам?' } },
    settings: { door: 'ask', participants: 20, participantsExport: true, allowLate: false, headcount: 12 },
    plannedMinutes: 50,
  }
  const meeting = await team.meet({ agenda: [FREE], ...planned })
  await team.change({ type: 'keep-agenda', title: 'Kept', session: meeting.session })
  const { json } = await team.change({ type: 'save-agenda', title: 'Sent', agenda: [FREE], ...planned })
  expect(json.agendas.map(({ title }) => title)).toEqual(['Kept', 'Sent'])
  for (const agenda of json.agendas) expect(agenda).toMatchObject(planned)
  const wrong = { type: 'save-agenda', title: 'Wrong', agenda: [FREE], plannedMinutes: 0 }
  expect(refusalOf(await team.change(wrong))).toEqual([422, 'bad-input'])
  expect(refusalOf(await team.change({ ...wrong, plannedMinutes: 5, more: 1 }))).toEqual([422, 'bad-input'])
  expect((await team.page()).agendas).toHaveLength(2)
})

test('Z19 a session that is deleted is gone with everyone shown out; so are all with the workspace', async () => {
  const dataDir = await makeDataDir()
  const team = await start({ store: await openIn(dataDir) })
  const [one, other] = [await team.meet({ title: 'the-first-of-two' }), await team.meet({ title: 'the-second-of-two' })]
  await order(one, { type: 'start' })
  expect((await ask(team.url(`/sessions/${one.session}`), { method: 'DELETE', token: team.key })).status).toBe(204)
  expect(refusalOf(await give(one, { type: 'advance' }))).toEqual([401, 'not-seated'])
  expect(await isAnywhere(dataDir, 'the-first-of-two')).toBe(false)
  await team.change(contact('client', ['a-line-of-a-client']))
  expect((await ask(team.url(), { method: 'DELETE', token: team.key })).status).toBe(204)
  expect(refusalOf(await ask(team.url(), { token: team.key }))).toEqual([401, 'not-seated'])
  expect(refusalOf(await give(other, { type: 'start' }))).toEqual([401, 'not-seated'])
  for (const text of ['the-second-of-two', 'a-line-of-a-client', 'Front desk'])
    expect(await isAnywhere(dataDir, text), text).toBe(false)
})

test('Z20 contacts and sessions go after the days that the workspace chose, which are no more than the operator’s', async () => {
  const team = await start()
  expect(refusalOf(await team.change({ type: 'edit', retentionDays: 401 }))).toEqual([422, 'bad-input'])
  expect(refusalOf(await team.change({ type: 'edit', retentionDays: 29 }))).toEqual([422, 'bad-input'])
  await team.change({ type: 'edit', retentionDays: 60 })
  await team.change(contact('client'))
  await team.meet()
  server.chance.jump(58 * DAY)
  await team.change({ type: 'edit', title: 'Still here' })
  server.chance.jump(3 * DAY)
  await expect.poll(async () => (await team.page()).contacts).toEqual([])
  await expect.poll(async () => (await team.page()).quarters.flatMap(({ sessions }) => sessions)).toEqual([])
})

test('Z21 a contact has one to three lines, is corrected, and is taken away', async () => {
  const team = await start()
  const wrong = [
    { lines: [] },
    { lines: ['1', '2', '3', '4'] },
    { who: '' },
    { kind: 'rumour' },
    { lines: ['x'.repeat(281)] },
  ]
  for (const part of wrong) {
    expect(refusalOf(await team.change({ ...contact('client'), ...part }))).toEqual([422, 'bad-input'])
  }
  const [noted] = (await team.change(contact('client'))).json.contacts
  const edited = { ...contact('research', ['Another line']), type: 'edit-contact', contact: noted?.id }
  expect((await team.change(edited)).json.contacts).toMatchObject([{ id: noted?.id, kind: 'research' }])
  expect((await team.change({ type: 'remove-contact', contact: noted?.id })).json.contacts).toEqual([])
  expect(refusalOf(await team.change({ type: 'remove-contact', contact: noted?.id }))).toEqual([404, 'unknown'])
})
