import { afterEach, beforeEach, expect, test } from 'vitest'
import { ask, give, newId, order, secretOf, sitDown, urlOf } from './testing/program.ts'
import { type RunningServer, startServer } from './testing/running-server.ts'
import { knock, openDocument, openLive, until } from './testing/sockets.ts'

let server: RunningServer
beforeEach(async () => {
  server = await startServer({
    environment: {
      LOG_LEVEL: 'debug',
      CREATE_KEY: 'open-sesame',
      METRICS_TOKEN: 'watch-closely',
      TRUST_PROXY: 'loopback',
    },
  })
})
afterEach(() => server.stop())

test('W9 no secret, no code, no text and no whole address of anybody is logged', async () => {
  const address = '198.51.100.77'
  const headers = { 'x-forwarded-for': address }
  const created = await ask<{
    session: string
    seat: { id: string; token: string }
    code: string
    links: Record<string, string>
  }>(`${server.origin}/api/sessions`, {
    body: { title: 'A canary title', challenge: { text: 'A canary question' }, credential: 'token' },
    token: 'open-sesame',
    headers,
  })
  const { session, seat, code, links } = created.json
  const meeting = { origin: server.origin, session, seat: seat.id, token: seat.token, code, links: links as never }
  const ann = await sitDown(meeting, 'Canary Ann')
  const browser = await ask(urlOf(meeting, '/seats'), { body: { invite: code, name: 'Canary Bob' }, headers })
  const cookie = browser.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const transfer = await ask<{ link: string }>(urlOf(meeting, `/seats/${ann.seat}/transfer`), {
    method: 'POST',
    token: ann.token,
  })
  await ask(urlOf(meeting, '/seats'), { body: { invite: secretOf(transfer.json.link) }, headers })

  await ask(`${server.origin}/api/join/${code}`, { headers })
  await ask(`${server.origin}/api/%6Aoin/${code}`)
  await ask(`${server.origin}/api/join/${code}?invite=${secretOf(links['facilitator'] ?? '')}`)
  await ask(`${server.origin}/j/${code}`)
  await ask(`${server.origin}/nowhere/${ann.token}?token=${ann.token}`)
  await ask(`${server.origin}/metrics`, { token: 'watch-closely', headers })
  await ask(urlOf(meeting), { headers: { ...headers, cookie, origin: server.origin } })
  await ask(urlOf(meeting), { headers: { ...headers, cookie, origin: 'https://evil.example' } })
  await ask(`${server.origin}/api/sessions`, { body: `{"canary": "${ann.token}` })
  await give(ann, { type: 'rename', seat: ann.seat, name: 'Canary Anna', canary: ann.token })
  await order(meeting, { type: 'start' })
  await order(meeting, { type: 'message', text: 'canary' }).catch(() => undefined)
  const live = await openLive(ann)
  live.say(`canary ${ann.token}`)
  await live.closed
  const board = openDocument(ann, 'board')
  await until(board.isSynced)
  board.close()
  await knock(urlOf(meeting, '/docs/board'), [`token.${newId()}`])
  Object.assign(server.store, {
    grant: () => Promise.reject(new SyntaxError(`Unexpected token in "canary ${ann.token}"`)),
  })
  await ask(urlOf(meeting), { token: ann.token })

  const lines = server.lines.filter((line) => !line.includes('Server listening'))
  expect(lines.length).toBeGreaterThan(20)
  const log = lines.join('')
  const secrets = [
    seat.token,
    ann.token,
    cookie.split('=')[1] ?? '',
    secretOf(transfer.json.link),
    code,
    code.replace('-', ''),
    ...Object.values(links).map(secretOf),
    'open-sesame',
    'watch-closely',
    address,
    '127.0.0.1',
    'canary',
    'Canary',
  ]
  for (const secret of secrets) expect(log).not.toContain(secret)
  expect(log).toContain('"address":"198.51.100.0"')
  expect(log).toContain('"route":"/api/join/:code"')
})
