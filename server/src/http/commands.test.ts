import type { SessionId } from '@roundel/shared/kernel'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type Meeting,
  type Person,
  ask,
  createMeeting,
  give,
  newId,
  order,
  refusalOf,
  secretOf,
  sitDown,
  urlOf,
  viewOf,
} from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { openLive, until } from '../testing/sockets.ts'
import { Done } from './answers.ts'

let server: RunningServer
let meeting: Meeting
let ann: Person
beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server)
  ann = await sitDown(meeting, 'Ann')
})
afterEach(() => server.stop())

const versionNow = async (): Promise<number> => (await viewOf(meeting)).v

describe('W13 one command, one effect', () => {
  test('W13 a command that comes again gets the first answer and changes nothing', async () => {
    const command = { type: 'start', commandId: newId() }
    const first = await give(meeting, command)
    v.parse(Done, first.json)
    expect(first.status).toBe(200)
    await order(meeting, { type: 'lock', locked: true })
    const version = await versionNow()
    const again = await give(meeting, command)
    expect([again.status, again.json]).toEqual([200, first.json])
    expect(await versionNow()).toBe(version)
  })

  test('W13 twenty at once, over HTTP and the live socket, have one effect and one answer', async () => {
    await order(meeting, { type: 'start' })
    const live = await openLive(meeting)
    const body = { type: 'insert-step', commandId: newId(), step: { kind: 'brainstorm', title: 'Once' } }
    const before = (await server.store.log(meeting.session as SessionId)).length
    live.say({ type: 'command', ref: 7, command: body })
    const replies = await Promise.all(Array.from({ length: 19 }, () => give(meeting, body)))
    const done = await until(() => live.messages.find((message) => message.type === 'done'))
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    expect(replies[0]?.status).toBe(200)
    expect(done).toMatchObject({ ref: 7, version: replies[0]?.json.version })
    expect((await viewOf(meeting)).session.agenda).toHaveLength(2)
    expect(await server.store.log(meeting.session as SessionId)).toHaveLength(before + 1)
  })

  test("W13 somebody else's command cannot be repeated for its answer", async () => {
    const command = { type: 'start', commandId: newId() }
    await order(meeting, command)
    expect(refusalOf(await give(ann, command))).toEqual([409, 'duplicate'])
  })

  test('W13 a refused command can be given again', async () => {
    const command = { type: 'pause', commandId: newId() }
    expect(refusalOf(await give(meeting, command))).toEqual([409, 'wrong-phase'])
    await order(meeting, { type: 'start' })
    expect((await give(meeting, command)).status).toBe(200)
  })

  test('W13 a refused command leaves everything as it was', async () => {
    const before = JSON.stringify(await server.store.session(meeting.session as SessionId))
    for (const type of ['start', 'end', 'arm']) expect((await give(ann, { type })).status).toBeGreaterThanOrEqual(400)
    expect(JSON.stringify(await server.store.session(meeting.session as SessionId))).toBe(before)
  })
})

test('W23 a seat gives 30 commands at once and then has to wait, others do not', async () => {
  const hand = (nth: number) => give(ann, { type: 'rename', seat: ann.seat, name: `Ann ${nth}` })
  server.chance.stand()
  const replies = await Promise.all(Array.from({ length: 60 }, (_, nth) => hand(nth)))
  const refused = replies.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(30)
  expect(refused[0]?.headers.get('retry-after')).toBe('1')
  expect((await give(meeting, { type: 'start' })).status).toBe(200)
  server.chance.jump(3_000)
  expect((await hand(99)).status).toBe(200)
})

describe('W18 somebody who is removed', () => {
  test('W18 is out at once: every door says so, sockets close, the same browser does not come back in', async () => {
    const cookieSeat = await ask<{ seat: { id: string } }>(urlOf(meeting, '/seats'), {
      body: { invite: meeting.code, name: 'Bob' },
    })
    const cookie = cookieSeat.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const headers = { cookie, origin: server.origin }
    const live = await openLive({ ...meeting, token: '' }, { headers })
    await order(meeting, { type: 'remove', seat: cookieSeat.json.seat.id })
    expect((await live.closed).code).toBe(4403)
    for (const path of ['', '/items', '/export'])
      expect(refusalOf(await ask(urlOf(meeting, path), { headers }))).toEqual([403, 'removed'])
    const again = await ask(urlOf(meeting, '/seats'), { body: { invite: meeting.code, name: 'Robert' }, headers })
    expect(refusalOf(again)).toEqual([403, 'removed'])
    expect((await viewOf(meeting)).people.map(({ name }) => name)).toEqual(['Fay', 'Ann'])

    await order(meeting, { type: 'restore', seat: cookieSeat.json.seat.id })
    expect((await ask(urlOf(meeting), { headers })).status).toBe(200)
  })
})

describe('W19 deletion', () => {
  test('W19 the facilitator alone deletes; everyone is shown out, and nothing is left', async () => {
    const observer = await sitDown(meeting, 'Otto', secretOf(meeting.links.observer))
    await order(meeting, { type: 'set-role', seat: ann.seat, role: 'co-facilitator' })
    for (const person of [ann, observer])
      expect(refusalOf(await ask(urlOf(meeting), { method: 'DELETE', token: person.token }))).toEqual([
        403,
        'not-allowed',
      ])

    const live = await openLive(ann)
    expect((await ask(urlOf(meeting), { method: 'DELETE', token: meeting.token })).status).toBe(204)
    expect((await live.closed).code).toBe(4410)
    expect(await server.store.session(meeting.session as SessionId)).toBeUndefined()
    expect(refusalOf(await ask(urlOf(meeting), { token: meeting.token }))).toEqual([401, 'not-seated'])
    expect(refusalOf(await ask(`${server.origin}/api/join/${meeting.code}`))).toEqual([404, 'unknown'])
  })
})
