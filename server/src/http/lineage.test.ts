import * as v from 'valibot'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Meeting, ask, newId, order, refusalOf, sitDown, urlOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { type Team, foundTeam, holdBrainstorm } from '../testing/team.ts'
import { Lineage } from './answers-of-workspaces.ts'

const FREE = { kind: 'brainstorm', settings: { variant: 'free' } }

let server: RunningServer
let team: Team
beforeEach(async () => {
  server = await startServer()
  team = await foundTeam(server)
})
afterEach(() => server.stop())

const trace = async ({ token, ...meeting }: Pick<Meeting, 'origin' | 'session' | 'token'>, item: string | undefined) =>
  ask(urlOf(meeting, `/items/${item}/lineage`), { token })

const textsOf = (stages: v.InferOutput<typeof Lineage>['before']) =>
  stages.map((stage) => (stage.type === 'gone' ? 'gone' : stage.text))

/** A line of the contact log that became an insight, an idea beside it, and what was decided of that. */
const holdThree = async () => {
  const noted = await team.change({ type: 'note-contact', kind: 'client', who: 'Ms Karimi', at: 1, lines: ['We wait'] })
  const first = await team.meet({ title: 'First', agenda: [FREE] })
  const line = { type: 'contact', contact: noted.json.contacts[0]?.id, line: 0 }
  const [insight] = (await team.carry(first.session, [line])).json.items
  const [idea] = await holdBrainstorm(first, ['Tea'])
  const second = await team.meet({ title: 'Second', agenda: [FREE, { kind: 'decide' }] })
  const from = [idea, insight].map((item) => ({ type: 'item', session: first.session, item }))
  const [tea, wait] = (await team.carry(second.session, from)).json.items
  await order(second, { type: 'start' })
  await order(second, { type: 'skip' })
  await order(second, { type: 'draft-decision', text: 'Tea it is', items: [tea], why: 'It is warm', revision: 0 })
  await order(second, { type: 'decide', revision: 1 })
  await order(second, { type: 'add-action', text: 'Buy a kettle', owner: { outside: 'Omid' }, items: [tea] })
  return { first, second, idea, insight, tea, wait }
}

test('Z30 an item says where it came from, through all sessions and up to the contact log', async () => {
  const { second, wait, tea } = await holdThree()
  const { before, here, after } = v.parse(Lineage, (await trace(second, wait)).json)
  expect([textsOf(before), here.type, after]).toEqual([['We wait', 'We wait'], 'item', []])
  expect(before.map(({ type }) => type)).toEqual(['contact', 'item'])
  expect(before[1]).toMatchObject({ title: 'First', kind: 'insight' })
  expect(v.parse(Lineage, (await trace(second, tea)).json).here).toMatchObject({
    passage: [{ type: 'chosen' }, { type: 'action', text: 'Buy a kettle', state: 'open' }],
  })
  // Whom they talked to stays in the log.
  expect((await trace(second, wait)).text).not.toContain('Karimi')
})

test('Z31 an item says what became of it in later sessions', async () => {
  const { first, idea } = await holdThree()
  const { before, after } = v.parse(Lineage, (await trace(first, idea)).json)
  expect(before).toEqual([])
  expect(after).toMatchObject([
    { type: 'item', title: 'Second', text: 'Tea', passage: [{ type: 'chosen' }, { type: 'action' }] },
  ])
})

test('Z32 what was deleted, withdrawn or hidden is told as gone, without a word of it', async () => {
  const { first, second, idea, tea, wait } = await holdThree()
  await order(first, { type: 'hide', item: idea })
  expect(v.parse(Lineage, (await trace(second, tea)).json).before).toEqual([{ type: 'gone' }])
  await ask(team.url(`/sessions/${first.session}`), { method: 'DELETE', token: team.key })
  expect(v.parse(Lineage, (await trace(second, wait)).json).before).toEqual([{ type: 'gone' }])
})

test('Z33 whoever may not see an item learns nothing of its way', async () => {
  const { first, idea, second, tea } = await holdThree()
  const participant = await sitDown(first, 'Leila')
  expect((await trace(participant, idea)).status).toBe(200)
  await order(first, { type: 'hide', item: idea })
  expect(refusalOf(await trace(participant, idea))).toEqual([404, 'unknown'])
  expect(refusalOf(await trace(participant, newId()))).toEqual([404, 'unknown'])
  expect(refusalOf(await trace({ ...participant, session: second.session }, tea))).toEqual([401, 'not-seated'])
})

test('Z34 a session of no workspace tells of its items as well', async () => {
  const own = await team.meet({ agenda: [FREE] })
  const [idea] = await holdBrainstorm(own, ['Tea'])
  expect(v.parse(Lineage, (await trace(own, idea)).json)).toMatchObject({
    before: [],
    here: { type: 'item', text: 'Tea', step: 'brainstorm', passage: [] },
    after: [],
  })
})
