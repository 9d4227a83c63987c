import type { View } from '@roundel/shared/session'
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
let [ben, cleo]: Person[] = []
beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server)
  ben = await sitDown(meeting, 'Ben')
  cleo = await sitDown(meeting, 'Cleo')
})
afterEach(() => server.stop())

const linkTo = async (seat: string, giver: Person = meeting): Promise<string> => {
  const reply = await ask<{ link: string }>(urlOf(meeting, `/seats/${seat}/transfer`), {
    method: 'POST',
    token: giver.token,
  })
  expect(reply.status).toBe(201)
  return secretOf(reply.json.link)
}
const redeem = (invite: string) =>
  ask<{ seat: { id: string }; view: View }>(urlOf(meeting, '/seats'), { body: { invite, credential: 'token' } })
const handOver = () => order(meeting, { type: 'hand-over', seat: ben?.seat })

test('I18 a personal link of a former facilitator opens what that seat may do now', async () => {
  const own = await linkTo(meeting.seat)
  await handOver()
  const { seat, view } = (await redeem(own)).json
  expect(seat.id).toBe(meeting.seat)
  expect(view.me.role).not.toBe('facilitator')
  expect(view.me.can['hand-over']).toBeFalsy()
})

test('I18 links that a facilitator made to the seats of others end with the lead, the successor’s first of all', async () => {
  const toBen = await linkTo(ben?.seat ?? '')
  const toCleo = await linkTo(cleo?.seat ?? '')
  await handOver()
  expect(refusalOf(await redeem(toBen))).toEqual([404, 'unknown'])
  expect(refusalOf(await redeem(toCleo))).toEqual([404, 'unknown'])
})

test('I18 links that people made to their own seats, and those of a facilitator who leads still, stay good', async () => {
  const byFay = await linkTo(cleo?.seat ?? '')
  const byBen = await linkTo(ben?.seat ?? '', ben)
  expect((await redeem(byFay)).json.seat.id).toBe(cleo?.seat)
  await handOver()
  const led = (await redeem(byBen)).json
  expect(led.seat.id).toBe(ben?.seat)
  expect(led.view.me.role).toBe('facilitator')
})
