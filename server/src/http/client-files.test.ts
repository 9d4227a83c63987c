import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask, createMeeting, refusalOf } from '../testing/program.ts'
import { type RunningServer, emptyFolder, startServer } from '../testing/running-server.ts'
import { openLive, until } from '../testing/sockets.ts'

const PAGE =
  '<!doctype html><title>Roundel</title><script type="module" crossorigin src="/assets/main-3f2a.js"></script>'
let server: RunningServer

beforeEach(async () => {
  const folder = emptyFolder()
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), PAGE)
  writeFileSync(join(folder, 'icon.svg'), '<svg/>')
  writeFileSync(join(folder, 'assets', 'main-3f2a.js'), 'export {}')
  writeFileSync(join(folder, '..', 'roundel-outside.txt'), 'canary')
  server = await startServer({ clientFolder: folder })
})
afterEach(() => server.stop())

const asBrowser = (path: string) => ask(`${server.origin}${path}`, { headers: { accept: 'text/html,*/*;q=0.8' } })

test.each([
  '/',
  '/new',
  '/new?from=x',
  '/j/K7QM-4TDA',
  '/j/abcdefghijklmnop',
  '/s/abcdefghijklmnop',
  '/s/abcdefghijklmnop/screen',
  '/f/abcdefghijklmnop',
  '/me/abcdefghijklmnop',
  '/w/team/2026-q4',
  '/r/share',
  '/a/abcdefghijklmnop',
  '/methods/brainstorm',
])('W10 %s is a page of the application, fetched afresh each time', async (path) => {
  const reply = await asBrowser(path)
  expect([reply.status, reply.text]).toEqual([200, PAGE])
  expect(reply.headers.get('cache-control')).toBe('no-cache')
  expect(reply.headers.get('content-type')).toContain('text/html')
})

test('W10 files with a hash in their name are kept for a year, others are asked for again', async () => {
  const hashed = await ask(`${server.origin}/assets/main-3f2a.js`)
  expect(hashed.status).toBe(200)
  expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect((await ask(`${server.origin}/icon.svg`)).headers.get('cache-control')).toBe('no-cache')
})

test.each(['/nowhere', '/j', '/admin', '/assets/gone.js', '/index.php', '/s', '/new/x'])(
  'W10 %s is a true 404',
  async (path) => {
    expect(refusalOf(await ask(`${server.origin}${path}`))).toEqual([404, 'unknown'])
    const page = await asBrowser(path)
    expect([page.status, page.text]).toEqual([404, PAGE])
  },
)

test('W10 an unknown address of the interface never answers with the page', async () => {
  expect(refusalOf(await asBrowser('/api/nowhere'))).toEqual([404, 'unknown'])
})

test.each([
  '/../roundel-outside.txt',
  '/%2e%2e/roundel-outside.txt',
  '/assets/..%2f..%2froundel-outside.txt',
  '/assets/%2e%2e/%2e%2e/roundel-outside.txt',
  '/....//roundel-outside.txt',
])('W10 nothing outside the client is served: %s', async (path) => {
  const reply = await ask(`${server.origin}${path}`)
  expect(reply.status).toBeGreaterThanOrEqual(400)
  expect(reply.text).not.toContain('canary')
})

test('W27 fetching the page of a link redeems nothing', async () => {
  for (const method of ['GET', 'HEAD'])
    expect((await ask(`${server.origin}/f/abcdefghijklmnop`, { method })).headers.getSetCookie()).toEqual([])
})

test('C53 every live socket is told which pages the server has now, after its first view', async () => {
  const meeting = await createMeeting(server)
  const live = await openLive(meeting)
  const notice = await until(() => live.messages.find(({ type }) => type === 'notice'))
  expect(notice).toEqual({ type: 'notice', code: 'build', details: { build: '/assets/main-3f2a.js' } })
  expect(live.messages[0]?.type).toBe('view')
  live.close()
})
