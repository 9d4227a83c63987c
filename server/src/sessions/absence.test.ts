import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type Meeting,
  type Person,
  createMeeting,
  give,
  order,
  refusalOf,
  sitDown,
  viewOf,
} from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { openLive, until } from '../testing/sockets.ts'

let server: RunningServer
let meeting: Meeting
let leila: Person
beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server, { settings: { participants: 1 } })
  leila = await sitDown(meeting, 'Leila')
  await order(meeting, { type: 'start' })
})
afterEach(() => server.stop())

/** Lets time pass in which only some ask for the view now and then. */
const pass = async (seconds: number, ...here: readonly Person[]): Promise<void> => {
  for (let left = seconds; left > 0; left -= 5) {
    server.chance.jump(Math.min(5, left) * 1_000)
    for (const person of here) await viewOf(person)
  }
}

const canTake = async (): Promise<boolean> => (await viewOf(leila)).me.can['take-clock'] === true

describe('S88 the clock without a facilitator', () => {
  test('S88 it is offered after 120 s, kept, and goes back the moment a facilitator is seen', async () => {
    await viewOf(meeting)
    // Who asked is here for ten seconds more.
    await pass(125, leila)
    expect(await canTake()).toBe(false)
    await pass(10, leila)
    await until(canTake)
    await order(leila, { type: 'take-clock' })
    await order(leila, { type: 'message', text: 'We go on' })
    expect((await viewOf(leila)).step?.keeper).toBe(leila.seat)
    expect(refusalOf(await give(leila, { type: 'end' }))).toEqual([403, 'not-allowed'])

    const live = await openLive(meeting)
    await until(async () => (await viewOf(leila)).step?.keeper === undefined)
    expect(refusalOf(await give(leila, { type: 'pause' }))).toEqual([403, 'not-allowed'])
    live.close()
  })

  test('S88 a second display of the facilitator leads nobody', async () => {
    for (let times = 0; times < 14; times++) {
      await pass(10, leila)
      const { status } = await fetch(`${meeting.origin}/api/sessions/${meeting.session}/screen`, {
        headers: { authorization: `Bearer ${meeting.token}` },
      })
      expect(status).toBe(200)
    }
    await until(canTake)
  })
})

test('R53 S88 while only the projector of the facilitator is left the clock is offered all the same', async () => {
  const projector = await openLive(meeting, { show: 'screen' })
  await pass(125, leila)
  await pass(10, leila)
  await until(canTake)
  expect(projector.isOpen()).toBe(true)
  projector.close()
})

describe('S96 the line', () => {
  test('S96 who waits in line and goes away loses the place, and who stays goes in by themselves', async () => {
    const line = async (name: string): Promise<Person> => {
      const reply = await fetch(`${meeting.origin}/api/sessions/${meeting.session}/seats`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ invite: meeting.code, name, credential: 'token', wait: true }),
      })
      expect(reply.status).toBe(202)
      const { seat } = (await reply.json()) as { seat: { id: string; token: string } }
      return { ...meeting, seat: seat.id, token: seat.token }
    }
    const [gone, bob] = [await line('Gone'), await line('Bob')]
    expect((await viewOf(gone)).me.line).toBe(1)
    expect((await viewOf(bob)).me.line).toBe(2)
    await pass(135, bob, leila)
    await until(async () => (await viewOf(bob)).me.line === 1)
    await order(leila, { type: 'leave' })
    await until(async () => (await viewOf(bob)).me.state === 'seated')
  })
})
