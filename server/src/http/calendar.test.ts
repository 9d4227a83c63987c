import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Meeting, ask, createMeeting, order, refusalOf, secretOf, sitDown, urlOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'

const PLANNED = Date.UTC(2027, 0, 12, 9, 30)

let server: RunningServer
let meeting: Meeting
beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server, {
    title: 'Front desk, again; and more',
    challenge: { text: 'A question nobody outside may read' },
    agenda: [{ kind: 'brainstorm', notes: 'Mention the budget' }],
    plannedAt: PLANNED,
    plannedMinutes: 75,
  })
})
afterEach(() => server.stop())

const calendarOf = (person: { origin: string; session: string; token?: string }) =>
  ask(urlOf(person, '/calendar.ics'), person.token === undefined ? {} : { token: person.token })

/** Lines of a calendar file, unfolded (RFC 5545, section 3.1). */
const linesOf = (text: string): readonly string[] => text.replaceAll(/\r\n[ \t]/g, '').split('\r\n')

test('S58 whoever is seated gets a planned session as an event: when, for how long, and where to come in', async () => {
  const ann = await sitDown(meeting, 'Ann')
  for (const person of [meeting, ann]) {
    const { status, headers, text } = await calendarOf(person)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(headers.get('content-disposition')).toBe(`attachment; filename="roundel-${meeting.session}.ics"`)
    const lines = linesOf(text)
    expect([lines[0], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR'])
    expect(lines).toContain(`UID:${meeting.session}@roundel`)
    expect(lines).toContain('DTSTART:20270112T093000Z')
    expect(lines).toContain('DTEND:20270112T104500Z')
    expect(lines).toContain(String.raw`SUMMARY:Front desk\, again\; and more`)
    expect(text).toContain(`/j/${meeting.code}`)
  }
})

test('S58 a calendar holds no secret, no question, no notes and no names; clients and observers get no code', async () => {
  const guests = [
    await sitDown(meeting, 'Rosa', secretOf(meeting.links.client)),
    await sitDown(meeting, 'Olga', secretOf(meeting.links.observer)),
  ]
  for (const person of [meeting, await sitDown(meeting, 'Ann'), ...guests]) {
    const text = linesOf((await calendarOf(person)).text).join('\n')
    for (const link of Object.values(meeting.links)) expect(text).not.toContain(secretOf(link))
    for (const secret of [person.token, 'question', 'budget', 'Ann', 'Fay', 'Rosa']) expect(text).not.toContain(secret)
    expect(text.includes(meeting.code)).toBe(!guests.includes(person))
  }
  const [rosa] = guests
  if (rosa) expect(linesOf((await calendarOf(rosa)).text).join('\n')).toContain(`/s/${meeting.session}`)
})

test('S58 nobody else gets one, and neither is there one without a time', async () => {
  expect(refusalOf(await calendarOf({ origin: server.origin, session: meeting.session }))).toEqual([401, 'not-seated'])
  await order(meeting, { type: 'set-setting', door: 'ask' })
  expect(refusalOf(await calendarOf(await sitDown(meeting, 'Waiting')))).toEqual([401, 'not-seated'])
  await order(meeting, { type: 'schedule', plannedAt: null })
  expect(refusalOf(await calendarOf(meeting))).toEqual([404, 'unknown'])
  const url = `${urlOf(meeting, '/calendar.ics')}?token=${meeting.token}`
  expect(refusalOf(await ask(url, { token: meeting.token }))).toEqual([422, 'bad-input'])
})

test('S58 a changed time comes under the same id with a higher number, so that calendars take it', async () => {
  const numberOf = async (): Promise<number> =>
    Number(/SEQUENCE:(\d+)/.exec((await calendarOf(meeting)).text)?.[1] ?? 'none')
  const before = await numberOf()
  await order(meeting, { type: 'schedule', plannedAt: PLANNED + 60_000 })
  expect(await numberOf()).toBeGreaterThan(before)
})
