import * as v from 'valibot'
import { afterEach, expect, test } from 'vitest'
import { ask, createMeeting, order, refusalOf } from '../testing/program.ts'
import { type RunningServer, type ServerWish, startServer } from '../testing/running-server.ts'
import { PageSettings } from './answers.ts'

let server: RunningServer
const start = async (wish: ServerWish = {}): Promise<void> => {
  server = await startServer(wish)
}
afterEach(() => server.stop())

const get = (path: string, headers: Record<string, string> = {}) => ask(`${server.origin}${path}`, { headers })

test('W8 health and readiness answer anyone', async () => {
  await start()
  expect((await get('/api/health')).json).toEqual({ status: 'ok' })
  expect((await get('/api/ready')).json).toEqual({ status: 'ready' })
})

test('W8 the pages learn how to make links, and who runs the server', async () => {
  await start({ environment: { IMPRINT: 'Run by the library', PUBLIC_URL: 'https://board.example.org' } })
  expect(v.parse(PageSettings, (await get('/api/config')).json)).toEqual({
    origin: 'https://board.example.org',
    create: 'anyone',
    imprint: 'Run by the library',
  })
})

test('X127 the pages learn whether reports are printed here', async () => {
  await start({ printPage: async () => new Uint8Array() })
  expect(v.parse(PageSettings, (await get('/api/config')).json).pdf).toBe(true)
})

test('W8 figures are for this machine, and tell of no session and no person', async () => {
  await start()
  const meeting = await createMeeting(server, { title: 'A canary title' })
  await order(meeting, { type: 'start' })
  await get(`/api/join/${meeting.code}`)
  const { status, text } = await get('/metrics')
  expect(status).toBe(200)
  expect(text).toContain('roundel_sessions_open 1')
  expect(text).toMatch(/roundel_commands_total\{outcome="done"\} 1/)
  expect(text).toMatch(/roundel_request_seconds_count\{method="GET",route="\/api\/join\/:code",status="200"\} 1/)
  for (const told of [meeting.session, meeting.code, meeting.token, 'canary']) expect(text).not.toContain(told)
})

test('W8 a proxy on this machine does not open the figures to everyone', async () => {
  await start()
  expect(refusalOf(await get('/metrics', { 'x-forwarded-for': '198.51.100.1' }))).toEqual([403, 'not-allowed'])
  expect(refusalOf(await get('/metrics', { forwarded: 'for=198.51.100.1' }))).toEqual([403, 'not-allowed'])
})

test('W8 from elsewhere the figures need the token', async () => {
  await start({ environment: { METRICS_TOKEN: 'watch-closely' } })
  const away = { 'x-forwarded-for': '198.51.100.1' }
  expect((await get('/metrics', { ...away, authorization: 'Bearer watch-closely' })).status).toBe(200)
  expect(refusalOf(await get('/metrics', { ...away, authorization: 'Bearer watch-close' }))).toEqual([
    403,
    'not-allowed',
  ])
  expect(refusalOf(await get('/metrics', { authorization: 'Bearer wrong' }))).toEqual([403, 'not-allowed'])
})
