import type { View } from '@roundel/shared/session'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Meeting, type Reply, ask, createMeeting, newId, order, secretOf, urlOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { OLD_SECRET_MS } from './renewal.ts'

let server: RunningServer
let meeting: Meeting
beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server)
})
afterEach(() => server.stop())

/** A browser by its cookies: the present one, and every one that it ever had. */
const openBrowser = () => {
  const had: string[] = []
  const headers = (cookie = had.at(-1)) => ({ origin: server.origin, ...(cookie && { cookie }) })
  const keep = <Body>(reply: Reply<Body>): Reply<Body> => {
    const [cookie] = reply.headers.getSetCookie()
    const value = cookie?.split(';')[0]
    if (value !== undefined && value !== had.at(-1)) had.push(value)
    return reply
  }
  return {
    had: had as readonly string[],
    take: async (invite: string, name = 'Ann', at = meeting) =>
      keep(await ask<{ seat: { id: string } }>(urlOf(at, '/seats'), { body: { invite, name }, headers: headers() })),
    create: async () =>
      keep(
        await ask<{ session: string }>(`${server.origin}/api/sessions`, { body: { title: 'B' }, headers: headers() }),
      ),
    view: async (at: Pick<Meeting, 'origin' | 'session'> = meeting, cookie?: string) => {
      const reply = await ask<View>(urlOf(at), { headers: headers(cookie) })
      return cookie === undefined ? keep(reply) : reply
    },
  }
}

test('I16 a browser that takes a seat keeps its cookie, and gets another one where it comes to lead', async () => {
  const browser = openBrowser()
  await browser.take(meeting.code)
  await browser.take(meeting.code)
  expect(browser.had).toHaveLength(1)
  await browser.take(secretOf(meeting.links.facilitator))
  expect(browser.had).toHaveLength(2)
  const [before, now] = browser.had
  expect((await browser.view(meeting, before)).status).toBe(401)
  expect((await browser.view(meeting, now)).json.me.role).toBe('facilitator')
})

test('I16 whoever knew the cookie before never comes to lead by it, and soon has nothing', async () => {
  const browser = openBrowser()
  const other = await createMeeting(server)
  await browser.take(other.code, 'Ann', other)
  const [known] = browser.had
  const { session } = (await browser.create()).json
  const created = { origin: server.origin, session }
  expect((await browser.view(created)).json.me.role).toBe('facilitator')
  expect((await browser.view(created, known)).status).toBe(401)
  expect((await browser.view(other)).json.me.name).toBe('Ann')
  await expect.poll(async () => (await browser.view(other, known)).status).toBe(200)
  server.chance.jump(OLD_SECRET_MS.heard + 1)
  await expect.poll(async () => (await browser.view(other, known)).status).toBe(401)
  expect((await browser.view(other)).json.me.name).toBe('Ann')
})

test('I16 when the answer with the new cookie was lost the old one goes on for a day', async () => {
  const browser = openBrowser()
  const other = await createMeeting(server)
  await browser.take(other.code, 'Ann', other)
  const [known] = browser.had
  await browser.create()
  server.chance.jump(OLD_SECRET_MS.unheard - 60_000)
  expect((await browser.view(other, known)).status).toBe(200)
  server.chance.jump(120_000)
  expect((await browser.view(other, known)).status).toBe(401)
})

test('I17 whose seat is made to lead gets another cookie with the next view, for all of their sessions', async () => {
  const browser = openBrowser()
  const other = await createMeeting(server)
  await browser.take(other.code, 'Ann', other)
  const { seat } = (await browser.take(meeting.code, 'Ann')).json
  expect(browser.had).toHaveLength(1)
  await order(meeting, { type: 'set-role', seat: seat.id, role: 'co-facilitator', commandId: newId() })
  expect((await browser.view()).json.me.role).toBe('co-facilitator')
  expect(browser.had).toHaveLength(2)
  await browser.view()
  expect(browser.had).toHaveLength(2)
  expect((await browser.view(other)).json.me.name).toBe('Ann')
  const [known] = browser.had
  server.chance.jump(OLD_SECRET_MS.heard + 1)
  await expect.poll(async () => (await browser.view(meeting, known)).status).toBe(401)
  expect((await browser.view()).json.me.role).toBe('co-facilitator')
})
