import type { View } from '@roundel/shared/session'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Meeting, type Person, ask, createMeeting, order, sitDown, urlOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { isKnownTag } from './etag.ts'

let server: RunningServer
let meeting: Meeting
let ann: Person
beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server)
  ann = await sitDown(meeting, 'Ann')
})
afterEach(() => server.stop())

const poll = async (person: Person, tag?: string) => {
  const reply = await ask<View>(urlOf(person), {
    token: person.token,
    ...(tag !== undefined && { headers: { 'if-none-match': tag } }),
  })
  return { ...reply, tag: reply.headers.get('etag') ?? '' }
}

test('W36 a view in which nothing changed but the time is answered with 304, and without a body', async () => {
  await order(meeting, { type: 'start' })
  const first = await poll(ann)
  expect([first.status, first.tag]).toEqual([200, expect.stringMatching(/^W\/"[\w-]{22}"$/)])
  for (let nth = 0; nth < 3; nth++) {
    server.chance.jump(3_000)
    const { status, text, tag } = await poll(ann, first.tag)
    expect([status, text, tag]).toEqual([304, '', first.tag])
  }
  const { status, json } = await poll(ann)
  expect([status, json.now > first.json.now]).toEqual([200, true])
})

test('W36 whatever else changes is sent: the session, the people, the counts', async () => {
  let { tag } = await poll(ann)
  const changes = async (): Promise<boolean> => {
    const next = await poll(ann, tag)
    tag = next.tag
    return next.status === 200
  }
  expect(await changes()).toBe(false)
  await order(meeting, { type: 'start' })
  expect(await changes()).toBe(true)
  await sitDown(meeting, 'Bob')
  expect(await changes()).toBe(true)
  await poll(meeting)
  expect(await changes()).toBe(true)
  expect(await changes()).toBe(false)
})

test('W36 a tag is of one seat, and whoever may not look learns nothing by one', async () => {
  const { tag } = await poll(ann)
  expect((await poll(meeting, tag)).status).toBe(200)
  await order(meeting, { type: 'remove', seat: ann.seat })
  expect((await poll(ann, tag)).status).toBe(403)
})

test('W36 tags are compared weakly, and there may be several', () => {
  for (const known of ['W/"a"', '"a"', '"b", W/"a"', ' W/"a" ,"c"']) expect(isKnownTag(known, 'W/"a"')).toBe(true)
  for (const other of [undefined, '', '"b"', 'a', 'W/a', '"a']) expect(isKnownTag(other, 'W/"a"')).toBe(false)
})
