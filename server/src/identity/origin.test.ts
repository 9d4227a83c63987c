import { afterEach, describe, expect, test } from 'vitest'
import type { ErrorBody } from '../http/refuse.ts'
import { type Meeting, ask, createMeeting, newId, refusalOf, urlOf } from '../testing/program.ts'
import { type RunningServer, type ServerWish, startServer } from '../testing/running-server.ts'
import { knock } from '../testing/sockets.ts'

let server: RunningServer
let meeting: Meeting
let cookie: string
afterEach(() => server.stop())

/** A server, a session, and the cookie of a browser that sits in it. */
const seatBrowser = async (wish: ServerWish = {}, headers: Record<string, string> = {}): Promise<void> => {
  server = await startServer(wish)
  meeting = await createMeeting(server)
  const reply = await ask(urlOf(meeting, '/seats'), { body: { invite: meeting.code, name: 'Ann' }, headers })
  cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

/** Whether a changing request comes past the check of its origin. */
const passes = async (headers: Record<string, string>): Promise<boolean> => {
  const body = { type: 'leave', commandId: newId(), unknown: true }
  const reply = await ask<ErrorBody>(urlOf(meeting, '/commands'), { body, headers: { cookie, ...headers } })
  if (reply.status === 422) return true
  expect(reply).toMatchObject({ status: 403, json: { error: { code: 'not-allowed', details: { reason: 'origin' } } } })
  return false
}

const lookalikes = (own: string): readonly string[] => {
  const { protocol, hostname, port, host } = new URL(own)
  return [
    'https://evil.example',
    'null',
    '',
    `${own}.evil.example`,
    `${protocol}//evil.example:${port}`,
    `${protocol}//${hostname}:1`,
    `${protocol}//${hostname}`,
    `${protocol}//x${host}`,
    `${own}/`,
    own.toUpperCase(),
    `file://${host}`,
  ]
}

describe('I6 foreign pages', () => {
  test('I6 a changing request with a cookie passes from our own pages and from programs only', async () => {
    await seatBrowser()
    expect(await passes({ origin: server.origin })).toBe(true)
    expect(await passes({ origin: server.origin, 'sec-fetch-site': 'same-origin' })).toBe(true)
    expect(await passes({})).toBe(true)
    for (const origin of lookalikes(server.origin)) expect([origin, await passes({ origin })]).toEqual([origin, false])
    for (const site of ['cross-site', 'same-site', 'none']) expect(await passes({ 'sec-fetch-site': site })).toBe(false)
  })

  test('I6 a foreign page cannot sit the browser down either', async () => {
    await seatBrowser()
    const reply = await ask(urlOf(meeting, '/seats'), {
      body: { invite: meeting.code, name: 'Eve' },
      headers: { cookie, origin: 'https://evil.example' },
    })
    expect(refusalOf(reply)).toEqual([403, 'not-allowed'])
  })

  test('I6 a form of a foreign page is not even read', async () => {
    await seatBrowser()
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const reply = await ask(`${server.origin}/api/sessions`, {
        body: '{"title":"A"}',
        headers: { 'content-type': type },
      })
      expect(refusalOf(reply)).toEqual([415, 'unsupported-type'])
    }
  })

  test.each(['/live', '/docs/board', '/docs/presence'])(
    'I6 a socket at %s with a cookie must name our origin',
    async (path) => {
      await seatBrowser()
      const status = async (headers: Record<string, string>) =>
        (await knock(urlOf(meeting, path), [], { cookie, ...headers })).status
      expect(await status({ origin: server.origin })).toBe(101)
      expect(await status({})).toBe(403)
      for (const origin of lookalikes(server.origin)) expect([origin, await status({ origin })]).toEqual([origin, 403])
    },
  )

  test('I6 a program with a token needs no origin', async () => {
    await seatBrowser()
    for (const path of ['/live', '/docs/board']) {
      expect((await knock(urlOf(meeting, path), [`token.${meeting.token}`])).status).toBe(101)
    }
  })

  test('I6 with a public address only that very origin passes', async () => {
    await seatBrowser({ environment: { PUBLIC_URL: 'http://board.example.org:8080' } })
    expect(await passes({ origin: 'http://board.example.org:8080' })).toBe(true)
    for (const origin of [
      server.origin,
      'https://board.example.org:8080',
      'http://board.example.org',
      'http://board.example.org:8080.evil.example',
    ]) {
      expect([origin, await passes({ origin })]).toEqual([origin, false])
    }
  })

  test('I6 over https a page that came over http does not pass', async () => {
    const https = { 'x-forwarded-proto': 'https' }
    await seatBrowser({ environment: { TRUST_PROXY: 'loopback' } }, https)
    expect(cookie.startsWith('__Host-')).toBe(true)
    expect(await passes({ ...https, origin: server.origin.replace('http', 'https') })).toBe(true)
    expect(await passes({ ...https, origin: server.origin })).toBe(false)
  })
})
