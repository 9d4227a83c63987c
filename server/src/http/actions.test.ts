import type { DecideView } from '@roundel/shared/methods/decide'
import { afterEach, beforeEach, expect, test } from 'vitest'
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
  viewOf,
} from '../testing/program.ts'
import { readCalendar } from '../testing/calendar.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'

let server: RunningServer
let meeting: Meeting
let ann: Person
let bob: Person
let action: string

beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server, {
    title: 'Front desk, again; and more',
    agenda: [{ kind: 'brainstorm', names: 'shown', settings: { variant: 'free' } }, { kind: 'decide' }],
  })
  ann = await sitDown(meeting, 'Ann')
  bob = await sitDown(meeting, 'Bob')
  await order(meeting, { type: 'start' })
  const { item } = await order(ann, { type: 'add-item', kind: 'idea', text: 'Text me when it is my turn' })
  await order(meeting, { type: 'skip' })
  await order(meeting, { type: 'draft-decision', text: 'We text people', items: [item], revision: 0 })
  await order(meeting, { type: 'decide', revision: 1 })
  await order(meeting, {
    type: 'add-action',
    text: 'Pilot it, at one clinic',
    owner: { seat: ann.seat },
    due: '2027-01-15',
    items: [item],
  })
  action = (await decisionOf()).actions[0]?.id ?? ''
})
afterEach(() => server.stop())

const decisionOf = async (person: Person = meeting): Promise<DecideView> => {
  const { work = {} } = await viewOf(person)
  return Object.values(work).map(({ data }) => data)[0] as DecideView
}

const linkFor = (person: { readonly token?: string }) =>
  ask<{ link: string }>(urlOf(meeting, `/actions/${action}/link`), {
    method: 'POST',
    ...(person.token !== undefined && { token: person.token }),
  })

const linked = (secret: string, path = '') =>
  ask<Record<string, unknown>>(urlOf(meeting, `/action${path}`), { token: secret })
const report = (secret: string, body: object) =>
  ask<Record<string, unknown>>(urlOf(meeting, '/action'), { method: 'PUT', token: secret, body })

test('A30 the link of an action is made for its owner and who leads, opens that action without a seat, and nothing else', async () => {
  expect(refusalOf(await linkFor(bob))).toEqual([403, 'not-allowed'])
  expect(refusalOf(await linkFor({}))).toEqual([401, 'not-seated'])
  const first = await linkFor(meeting)
  expect(first.status).toBe(201)
  const made = await linkFor(ann)
  expect(made.json.link).toMatch(new RegExp(`/a/${meeting.session}#[A-Za-z0-9_-]{43}$`))
  const secret = secretOf(made.json.link)
  expect(refusalOf(await linked(secretOf(first.json.link)))).toEqual([404, 'unknown'])
  const { status, json, text } = await linked(secret)
  expect(status).toBe(200)
  expect(json).toEqual({
    session: { id: meeting.session, title: 'Front desk, again; and more', language: 'en' },
    action: { id: action, text: 'Pilot it, at one clinic', due: '2027-01-15', state: 'open' },
    decision: 'We text people',
    why: '',
    ideas: ['Text me when it is my turn'],
    isOver: false,
  })
  for (const name of ['Ann', 'Bob', 'Fay', ann.seat]) expect(text).not.toContain(name)
  for (const path of ['', '/items', '/export', '/live']) {
    expect(refusalOf(await ask(urlOf(meeting, path), { token: secret }))[0], path).toBeGreaterThanOrEqual(400)
  }
  expect(refusalOf(await linked('A'.repeat(43)))).toEqual([404, 'unknown'])
  expect(refusalOf(await linked('short'))).toEqual([404, 'unknown'])
})

test('A31 whoever has it says after the end how the action went, and everybody at the session sees that', async () => {
  const secret = secretOf((await linkFor(ann)).json.link)
  const went = { state: 'done', outcome: 'better', what: 'Half as many  wait' }
  expect(refusalOf(await report(secret, went))).toEqual([409, 'wrong-phase'])
  await order(meeting, { type: 'end' })
  const said = await report(secret, went)
  expect(said.json).toMatchObject({ isOver: true, action: { state: 'done', reviewed: { what: 'Half as many wait' } } })
  expect((await decisionOf(bob)).actions[0]).toMatchObject({ state: 'done', reviewed: { outcome: 'better' } })
  expect(refusalOf(await report(secret, { ...went, state: 'carried' }))).toEqual([422, 'bad-input'])
  expect(refusalOf(await report(secret, { ...went, owner: 'me' }))).toEqual([422, 'bad-input'])
  expect((await report(secret, { state: 'open', outcome: 'not-tried' })).json).toMatchObject({
    action: { state: 'open' },
  })
  expect(refusalOf(await report('A'.repeat(43), went))).toEqual([404, 'unknown'])
})

test('A32 its day comes as a whole day for a calendar, without a link, a name or a secret', async () => {
  const secret = secretOf((await linkFor(ann)).json.link)
  const { status, headers, text } = await linked(secret, '/calendar.ics')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const [event, ...more] = readCalendar(text)
  expect(more).toEqual([])
  expect([event?.summary, event?.description]).toEqual(['Pilot it, at one clinic', 'Front desk, again; and more'])
  // A day of the calendar, not a moment: it is the same one in every time zone, and ends with the next.
  expect([event?.startDate.isDate, event?.startDate.toString()]).toEqual([true, '2027-01-15'])
  expect(event?.endDate.toString()).toBe('2027-01-16')
  for (const word of [secret, 'Ann', 'http', meeting.code]) expect(text).not.toContain(word)
  await order(meeting, { type: 'edit-action', action, due: null })
  expect(refusalOf(await linked(secret, '/calendar.ics'))).toEqual([404, 'unknown'])
})

test('A54 a day survives another program’s reading in every script, however long its words are', async () => {
  const secret = secretOf((await linkFor(ann)).json.link)
  const words = [
    'Опросить всех, кто ждёт; записать, сколько минут',
    'از همه بپرسیم که چقدر منتظر می‌مانند، و بنویسیم',
    `Call\\them \\n and "ask": ${'long words, '.repeat(20)}`,
    'BEGIN:VALARM',
  ].map((text) => text.slice(0, 270).trim())
  for (const text of words) {
    await order(meeting, { type: 'edit-action', action, text })
    const [event] = readCalendar((await linked(secret, '/calendar.ics')).text)
    expect(event?.summary).toBe(text)
    expect(event?.component.getAllSubcomponents()).toEqual([])
  }
})

test('A33 only the hash of the link is kept, nothing of it leaves, and it ends with its owner', async () => {
  const secret = secretOf((await linkFor(ann)).json.link)
  const stored = await server.store.session(meeting.session as never)
  expect(stored?.json).not.toContain(secret)
  for (const person of [meeting, ann, bob]) {
    const exported = await ask(urlOf(meeting, '/export?format=json'), { token: person.token })
    expect(exported.text + JSON.stringify(await viewOf(person))).not.toContain('madeAt')
  }
  await order(meeting, { type: 'end' })
  await order(ann, { type: 'forget-me' })
  expect(refusalOf(await linked(secret))).toEqual([404, 'unknown'])
  expect((await decisionOf(bob)).actions[0]?.owner).not.toHaveProperty('name')
})

test('A34 that a link was made, and that somebody said how it went, is logged without a word of it', async () => {
  const secret = secretOf((await linkFor(ann)).json.link)
  const log = await server.store.log(meeting.session as never)
  expect(log.filter(({ type }) => type === 'link-action')).toMatchObject([{ seat: ann.seat }])
  await order(meeting, { type: 'end' })
  await report(secret, { state: 'done', outcome: 'worse', what: 'Nobody came' })
  const after = await server.store.log(meeting.session as never)
  expect(after.filter(({ type }) => type === 'report-action')).toMatchObject([{ seat: 'server' }])
  expect(JSON.stringify(after)).not.toMatch(/Nobody came|worse/)
})

test('A53 a link that was ended opens nothing, and ending one that is not there changes nothing', async () => {
  const end = (person: { readonly token?: string }) =>
    ask(urlOf(meeting, `/actions/${action}/link`), {
      method: 'DELETE',
      ...(person.token !== undefined && { token: person.token }),
    })
  const secret = secretOf((await linkFor(ann)).json.link)
  expect(refusalOf(await end(bob))).toEqual([403, 'not-allowed'])
  expect(refusalOf(await end({}))).toEqual([401, 'not-seated'])
  expect((await linked(secret)).status).toBe(200)
  expect((await end(ann)).status).toBe(204)
  expect(refusalOf(await linked(secret))).toEqual([404, 'unknown'])
  expect((await end(meeting)).status).toBe(204)
  const log = await server.store.log(meeting.session as never)
  expect(log.filter(({ type }) => type === 'unlink-action')).toMatchObject([{ seat: ann.seat }, { seat: meeting.seat }])
})
