import { DAY_MS } from '@roundel/shared/kernel'
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
} from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'

let server: RunningServer
let meeting: Meeting
let ann: Person
beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server)
  ann = await sitDown(meeting, 'Ann')
  await order(meeting, { type: 'start' })
})
afterEach(() => server.stop())

const make = async (person: Person, seat = person.seat) =>
  (
    await ask<{ link: string; expiresAt: number }>(urlOf(person, `/seats/${seat}/transfer`), {
      method: 'POST',
      token: person.token,
    })
  ).json
const daysUntil = (at: number): number => Math.round((at - server.chance.now()) / DAY_MS)
const redeem = (link: string) =>
  ask<{ seat: { id: string; token: string } }>(urlOf(meeting, '/seats'), {
    body: { invite: secretOf(link), credential: 'token' },
  })

test('A35 a personal link that somebody makes after the end opens their seat again and again, for half a year', async () => {
  const before = await make(ann)
  await order(meeting, { type: 'end' })
  const { link, expiresAt } = await make(ann)
  expect(daysUntil(expiresAt)).toBe(180)
  for (let times = 0; times < 3; times++) {
    const { status, json } = await redeem(link)
    expect(status).toBe(201)
    expect(json.seat.id).toBe(ann.seat)
  }
  expect((await redeem(before.link)).status).toBe(201)
  expect(refusalOf(await redeem(before.link))).toEqual([404, 'unknown'])
  server.chance.jump(181 * DAY_MS)
  expect(refusalOf(await redeem(link))).toEqual([404, 'unknown'])
})

test('A35 it is for those alone who make it for themselves and do not lead', async () => {
  await order(meeting, { type: 'end' })
  for (const { expiresAt } of [await make(meeting), await make(meeting, ann.seat)]) {
    expect(daysUntil(expiresAt)).toBe(1)
  }
})

test('A35 it opens nothing once the end is taken back, and nothing for whoever is forgotten', async () => {
  await order(meeting, { type: 'end' })
  const { link } = await make(ann)
  await order(meeting, { type: 'undo' })
  expect(refusalOf(await redeem(link))).toEqual([404, 'unknown'])
  await order(meeting, { type: 'end' })
  expect((await redeem(link)).status).toBe(201)
  await order(ann, { type: 'forget-me' })
  expect(refusalOf(await redeem(link))).toEqual([404, 'unknown'])
})
