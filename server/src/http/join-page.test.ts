import * as v from 'valibot'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask, createMeeting, order, refusalOf, sitDown } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { Doorplate } from './answers.ts'

let server: RunningServer
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.stop())

const page = (code: string) => ask(`${server.origin}/api/join/${encodeURIComponent(code)}`)

test('W6 with the code one sees title, facilitator, how many there are and the door, and nothing else', async () => {
  const meeting = await createMeeting(server, { title: 'Mornings', challenge: { text: 'A secret question' } })
  await sitDown(meeting, 'Ann')
  const reply = await page(meeting.code)
  expect(reply.status).toBe(200)
  expect(v.parse(Doorplate, reply.json)).toEqual({
    id: meeting.session,
    title: 'Mornings',
    facilitator: 'Fay',
    people: 2,
    door: 'open',
    colour: 'rose',
  })
})

test('W6 a code is understood as people type it', async () => {
  const { code } = await createMeeting(server)
  for (const typed of [code.toLowerCase(), code.replace('-', ' '), code.replace('-', '')]) {
    expect((await page(typed)).status).toBe(200)
  }
})

test.each(['AAAA-AAAA', 'nonsense', 'K7QM', '..%2f', '٣٣٣٣٣٣٣٣', 'x'.repeat(90)])('W6 %s is unknown', async (code) => {
  await createMeeting(server)
  expect(refusalOf(await page(code))).toEqual([404, 'unknown'])
})

test('W6 looking at the page sits nobody down', async () => {
  const meeting = await createMeeting(server)
  for (let times = 0; times < 20; times++) await page(meeting.code)
  expect((await page(meeting.code)).json).toMatchObject({ people: 1 })
})

test('W6 a code holds until a day after the end, a renewed one holds at once', async () => {
  const meeting = await createMeeting(server)
  await order(meeting, { type: 'renew-link', invite: 'code' })
  expect(refusalOf(await page(meeting.code))).toEqual([404, 'unknown'])
  const { json } = await ask<{ session: { code: string } }>(`${server.origin}/api/sessions/${meeting.session}`, {
    token: meeting.token,
  })
  const { code } = json.session
  expect((await page(code)).status).toBe(200)

  await order(meeting, { type: 'start' })
  await order(meeting, { type: 'end' })
  server.chance.jump(24 * 60 * 60 * 1000 - 60_000)
  expect((await page(code)).status).toBe(200)
  server.chance.jump(120_000)
  expect(refusalOf(await page(code))).toEqual([410, 'ended'])
})

test('I8 after 30 wrong codes an address waits, right codes included, and is told how long', async () => {
  const meeting = await createMeeting(server)
  for (let tries = 0; tries < 30; tries++) expect((await page('AAAA-AAAA')).status).toBe(404)
  const reply = await page(meeting.code)
  expect(refusalOf(reply)).toEqual([429, 'too-many'])
  expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0)
})
