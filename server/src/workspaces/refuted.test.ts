import type { OpenAction } from '@roundel/shared/methods'
import type { DecideView } from '@roundel/shared/methods/decide'
import type { Report } from '@roundel/shared/report'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Meeting, ask, give, order, refusalOf, secretOf, sitDown, urlOf, viewOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { type Team, foundTeam } from '../testing/team.ts'

const DAY = 86_400_000
const STATEMENT = { what: 'People wait', where: 'At the desk', when: 'Mornings', extent: '25 minutes', since: 'March' }

let server: RunningServer
let team: Team
beforeEach(async () => {
  server = await startServer()
  team = await foundTeam(server)
})
afterEach(() => server.stop())

const phaseOf = async (meeting: Meeting) => (await viewOf(meeting)).step?.phase
const goTo = async (meeting: Meeting, phase: string): Promise<void> => {
  for (let presses = 0; presses < 5 && (await phaseOf(meeting)) !== phase; presses++) {
    await order(meeting, { type: 'advance' })
  }
  expect(await phaseOf(meeting)).toBe(phase)
}

const decideOf = async (meeting: Meeting): Promise<DecideView> => {
  const { step, work } = await viewOf(meeting)
  return work?.[(step?.id ?? '') as never]?.data as DecideView
}

/** A session that finds a cause and an idea against it, and agrees on an action because of that idea. */
const holdFirst = async () => {
  const first = await team.meet({ title: 'The long queue', agenda: [{ kind: 'five-whys' }, { kind: 'decide' }] })
  const leila = await sitDown(first, 'Leila')
  await order(first, { type: 'start' })
  for (const [field, text] of Object.entries(STATEMENT))
    await order(first, { type: 'state-problem', field, text, was: '' })
  await order(first, { type: 'accept-problem', accepted: true, statement: STATEMENT })
  await goTo(first, 'whys')
  const { item: forms } = await order(first, { type: 'add-cause', text: 'Forms are filled in at the desk' })
  const { item: other } = await order(first, { type: 'add-cause', text: 'One desk is open' })
  await goTo(first, 'roots')
  await order(first, { type: 'mark-root', cause: forms, mark: 'candidate' })
  await goTo(first, 'countermeasures')
  const { item: mail } = await order(first, { type: 'add-countermeasure', root: forms, text: 'Forms by mail' })
  await order(first, { type: 'skip' })
  await order(first, { type: 'add-action', text: 'Mail the forms', owner: { outside: 'Omid' }, items: [mail] })
  await order(first, { type: 'end' })
  server.chance.jump(95 * DAY)
  return { first, leila, forms, other, mail }
}

const reviewOf = ({ session, action }: OpenAction, more: object = {}) => ({
  type: 'review-action',
  session,
  action,
  state: 'done',
  outcome: 'same',
  what: 'They wait as before',
  ...more,
})

/** The session of the next quarter, in which what was tried is looked at. */
const holdSecond = async (title = 'The quarter after') => {
  const second = await team.meet({ title, agenda: [{ kind: 'decide' }] })
  await order(second, { type: 'start' })
  const [open] = (await decideOf(second)).earlier
  if (!open) throw new Error('nothing was left open')
  return { second, open }
}

const reportFor = async (person: Pick<Meeting, 'origin' | 'session' | 'token'>): Promise<Report> =>
  (await ask<Report>(urlOf(person, '/report'), { token: person.token })).json

const causesIn = ({ whys }: Report) => whys.flatMap(({ causes }) => causes.map(({ text, refuted }) => [text, refuted]))

test('A57 an earlier action says to which causes it goes back, and what came of it may say that one was none', async () => {
  const { first, forms, other } = await holdFirst()
  const { second, open } = await holdSecond()
  const cause = { session: first.session, item: forms }
  expect(open.causes).toEqual([{ ...cause, text: 'Forms are filled in at the desk' }])
  const refuses = [
    await give(second, reviewOf(open, { refutes: [{ ...cause, item: other }] })),
    await give(second, reviewOf(open, { refutes: [{ ...cause, session: second.session }] })),
    await give(second, reviewOf(open, { state: 'dropped', outcome: 'not-tried', refutes: [cause] })),
  ]
  expect(refuses.map(refusalOf)).toEqual([
    [404, 'unknown'],
    [404, 'unknown'],
    [422, 'bad-input'],
  ])
  await order(second, reviewOf(open, { refutes: [cause] }))
  expect((await decideOf(second)).earlier).toMatchObject([{ state: 'done', reviewed: { refutes: [cause] } }])
})

test("Z88 who has the link to the later session's report reads that something was tried and how it went, but no cause of the earlier session", async () => {
  const { first, forms } = await holdFirst()
  const { second, open } = await holdSecond()
  await order(second, reviewOf(open, { refutes: [{ session: first.session, item: forms }] }))
  await order(second, { type: 'end' })
  const link = await ask<{ link: string }>(urlOf(second, '/report/link'), { token: second.token, body: {} })
  await ask(urlOf(second, '/report/link/now'), { method: 'POST', token: second.token })
  const secret = secretOf(link.json.link)
  const fileOf = async (format: string) =>
    (await ask(urlOf(second, '/report/shared/file'), { body: { secret, format } })).text
  const read = (await ask(urlOf(second, '/report/shared'), { body: { secret } })).text
  const texts = [read, ...(await Promise.all(['json', 'md', 'html'].map(fileOf)))]
  for (const text of texts) expect(text).toContain('Mail the forms')
  // Its table of ideas has no room for actions.
  texts.push(await fileOf('csv'))
  for (const text of texts) expect(text).not.toContain('Forms are filled in at the desk')
  const whole = await ask(urlOf(second, '/export?format=json'), { token: second.token })
  expect(whole.text).toContain('Forms are filled in at the desk')
})

test('Z88 a cause that a later result refuted is marked in the report and the panel of its own session, which stands as it was', async () => {
  const { first, leila, forms, other, mail } = await holdFirst()
  const stored = (await server.store.session(first.session as never))?.json
  const { second, open } = await holdSecond()
  const cause = { session: first.session, item: forms }
  expect(causesIn(await reportFor(leila)).map(([, refuted]) => refuted)).toEqual([undefined, undefined])
  await order(second, reviewOf(open, { refutes: [cause] }))

  const quarter = (await team.page()).quarters[0]?.quarter
  const where = { title: 'The quarter after', quarter }
  expect(causesIn(await reportFor(leila))).toEqual([
    ['Forms are filled in at the desk', where],
    ['One desk is open', undefined],
  ])
  const lineageOf = async (item: string | undefined) =>
    (await ask(urlOf(first, `/items/${item}/lineage`), { token: leila.token })).json
  expect(await lineageOf(forms)).toMatchObject({ here: { refuted: where } })
  for (const item of [other, mail]) expect(await lineageOf(item)).not.toMatchObject({ here: { refuted: where } })
  const file = await ask(urlOf(first, '/export?format=md'), { token: first.token })
  expect(file.text.replaceAll(/[\u2066-\u2069]/g, '')).toMatch(
    /Forms are filled in at the desk \(.*later refuted: The quarter after, \d{4}, quarter \d\)/,
  )
  expect((await server.store.session(first.session as never))?.json).toBe(stored)

  // Who has only the link learns that it was refuted, and no word of where.
  const link = await ask<{ link: string }>(urlOf(first, '/report/link'), { token: first.token, body: {} })
  await ask(urlOf(first, '/report/link/now'), { method: 'POST', token: first.token })
  const guest = await ask<Report>(urlOf(first, '/report/shared'), { body: { secret: secretOf(link.json.link) } })
  expect(causesIn(guest.json)[0]).toEqual(['Forms are filled in at the desk', {}])
  expect(guest.text).not.toContain('The quarter after')

  // What is taken back, or gone with its session, refutes nothing.
  await order(second, reviewOf(open, { state: 'open' }))
  expect(causesIn(await reportFor(leila))[0]?.[1]).toBeUndefined()
  await order(second, reviewOf(open, { refutes: [cause] }))
  await ask(team.url(`/sessions/${second.session}`), { method: 'DELETE', token: team.key })
  expect(causesIn(await reportFor(leila))[0]?.[1]).toBeUndefined()
})

test('A58 an action that goes on in another session goes back to the same causes, and an idea that was brought along to those of where it began', async () => {
  const { first, forms, mail } = await holdFirst()
  const cause = { session: first.session, item: forms, text: 'Forms are filled in at the desk' }
  const { second, open } = await holdSecond()
  await order(second, reviewOf(open, { state: 'carried', outcome: 'not-tried' }))
  const [brought] = (await team.carry(second.session, [{ type: 'item', session: first.session, item: mail }])).json
    .items
  await order(second, { type: 'add-action', text: 'Ask by phone', owner: { outside: 'Sara' }, items: [brought] })
  await order(second, { type: 'end' })
  server.chance.jump(95 * DAY)
  const third = await team.meet({ title: 'And so on', agenda: [{ kind: 'decide' }] })
  await order(third, { type: 'start' })
  const { earlier } = await decideOf(third)
  expect(earlier.map(({ text, causes }) => [text, causes])).toEqual([
    ['Mail the forms', [cause]],
    ['Ask by phone', [cause]],
  ])
})
