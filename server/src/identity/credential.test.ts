import { randomBytes } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { ask, createMeeting, newId, refusalOf, sitDown, urlOf } from '../testing/program.ts'
import { type RunningServer, type ServerWish, startServer } from '../testing/running-server.ts'
import { knock } from '../testing/sockets.ts'
import { hashSecret, newSecret } from './secret.ts'

let server: RunningServer
const start = async (wish: ServerWish = {}): Promise<void> => {
  server = await startServer(wish)
}
afterEach(() => server.stop())

const cookieOf = async (headers: Record<string, string> = {}): Promise<string> => {
  const reply = await ask(`${server.origin}/api/sessions`, { body: { title: 'A' }, headers })
  return reply.headers.getSetCookie()[0] ?? ''
}

describe('I2 the cookie of a browser', () => {
  test('I2 over plain http no script can read it and no foreign page sends it', async () => {
    await start()
    const cookie = await cookieOf()
    expect(cookie).toMatch(/^roundel=[A-Za-z0-9_-]{43};/)
    expect(cookie).toContain('HttpOnly')
    expect(cookie).toContain('SameSite=Lax')
    expect(cookie).toContain('Path=/')
    expect(cookie).not.toContain('Secure')
    expect(cookie).not.toContain('Domain')
  })

  test.each([
    ['a public address with https', { PUBLIC_URL: 'https://board.example.org' }, {}],
    ['a trusted proxy that says https', { TRUST_PROXY: '127.0.0.0/8' }, { 'x-forwarded-proto': 'https' }],
  ])('I2 with %s it is bound to this host and to https', async (_, environment, headers) => {
    await start({ environment })
    const cookie = await cookieOf(headers as Record<string, string>)
    expect(cookie).toMatch(/^__Host-roundel=/)
    expect(cookie).toContain('Secure')
  })

  test('I11 nobody is believed to be a proxy who is not trusted', async () => {
    await start()
    expect(await cookieOf({ 'x-forwarded-proto': 'https' })).toMatch(/^roundel=/)
  })

  test('I2 a value that opens nothing is replaced, though we could have made it', async () => {
    await start()
    const meeting = await createMeeting(server)
    const planted = newSecret()
    const reply = await ask(urlOf(meeting, '/seats'), {
      body: { invite: meeting.code, name: 'Ann' },
      headers: { cookie: `roundel=${planted}` },
    })
    expect(reply.status).toBe(201)
    expect(reply.headers.getSetCookie()[0]).not.toContain(planted)
    expect((await ask(urlOf(meeting), { headers: { cookie: `roundel=${planted}` } })).status).toBe(401)
  })

  test('I2 a value that we cannot have made is replaced', async () => {
    await start()
    expect((await cookieOf({ cookie: 'roundel=chosen-by-somebody' })).split(';')[0]).not.toContain('chosen')
  })
})

describe('I3 tokens', () => {
  test('I3 a token opens its own session only, as bearer and as subprotocol', async () => {
    await start()
    const [one, other] = [await createMeeting(server), await createMeeting(server)]
    expect((await ask(urlOf(one), { token: one.token })).status).toBe(200)
    expect(refusalOf(await ask(urlOf(other), { token: one.token }))).toEqual([401, 'not-seated'])
    expect((await knock(urlOf(one, '/live'), [`token.${one.token}`])).status).toBe(101)
    expect((await knock(urlOf(other, '/live'), [`token.${one.token}`])).status).toBe(401)
  })

  test('I3 a forged or malformed token opens nothing', async () => {
    await start()
    const meeting = await createMeeting(server)
    for (const token of [
      newSecret(),
      'short',
      `${meeting.token}x`,
      hashSecret(meeting.token),
      meeting.seat,
      meeting.session,
    ]) {
      expect(refusalOf(await ask(urlOf(meeting), { token }))).toEqual([401, 'not-seated'])
      expect((await knock(urlOf(meeting, '/docs/board'), [`token.${token}`])).status).toBe(401)
    }
    for (const authorization of ['Basic YTpi', 'Bearer', `Token ${meeting.token}`]) {
      expect(refusalOf(await ask(urlOf(meeting), { headers: { authorization } }))).toEqual([401, 'not-seated'])
    }
  })

  test('I3 no secret is taken from a query or a path', async () => {
    await start()
    const meeting = await createMeeting(server)
    for (const query of [`?token=${meeting.token}`, `?access_token=${meeting.token}`, `/${meeting.token}`]) {
      expect([401, 404]).toContain((await ask(urlOf(meeting, query))).status)
    }
  })

  test('I4 a socket is answered with a subprotocol that it offered', async () => {
    await start()
    const meeting = await createMeeting(server)
    const token = `token.${meeting.token}`
    for (const [offered, answer] of [
      [['roundel.v1', token], 'roundel.v1'],
      [[token, 'yjs'], 'yjs'],
      [[token], token],
    ] as const) {
      expect(await knock(urlOf(meeting, '/docs/board'), [...offered])).toEqual({ status: 101, protocol: answer })
    }
  })

  test('I1 the store holds no secret, only what it can be compared with', async () => {
    await start()
    const meeting = await createMeeting(server)
    const ann = await sitDown(meeting, 'Ann')
    const grants = await server.store.grantsOf(ann.session as never, ann.seat as never)
    expect(grants.map(({ hash }) => hash)).toEqual([hashSecret(ann.token)])
    expect(JSON.stringify(grants)).not.toContain(ann.token)
  })

  test('I1 after half a year a token is over', async () => {
    await start()
    const meeting = await createMeeting(server)
    server.chance.jump(180 * 24 * 60 * 60 * 1000 + 1)
    expect(refusalOf(await ask(urlOf(meeting), { token: meeting.token }))).toEqual([401, 'not-seated'])
  })
})

describe('I5 strangers', () => {
  test('I5 a session that does not exist answers like one that does not know the caller', async () => {
    await start()
    const meeting = await createMeeting(server)
    const stranger = randomBytes(32).toString('base64url')
    const known = (await createMeeting(server)).token
    for (const token of [undefined, stranger, known]) {
      for (const path of ['', '/items', '/export']) {
        const wish = token === undefined ? {} : { token }
        const there = await ask(urlOf(meeting, path), wish)
        const absent = await ask(urlOf({ ...meeting, session: newId() }, path), wish)
        expect([there.status, there.text]).toEqual([401, absent.text])
        expect(absent.status).toBe(401)
      }
    }
    for (const path of ['/live', '/docs/board', `/docs/draft.${meeting.seat}`]) {
      const protocols = [`token.${stranger}`]
      expect((await knock(urlOf(meeting, path), protocols)).status).toBe(401)
      expect((await knock(urlOf({ ...meeting, session: newId() }, path), protocols)).status).toBe(401)
    }
  })

  test('I5 sockets never make a session', async () => {
    await start()
    const meeting = await createMeeting(server)
    const session = newId()
    await knock(urlOf({ ...meeting, session }, '/docs/board'), [`token.${meeting.token}`])
    expect(await server.store.session(session as never)).toBeUndefined()
  })
})
