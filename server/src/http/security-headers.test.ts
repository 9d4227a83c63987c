import { afterEach, expect, test } from 'vitest'
import { ask, createMeeting } from '../testing/program.ts'
import { type RunningServer, type ServerWish, startServer } from '../testing/running-server.ts'

let server: RunningServer
const start = async (wish: ServerWish = {}): Promise<void> => {
  server = await startServer(wish)
}
afterEach(() => server.stop())

const directivesOf = (headers: Headers): ReadonlyMap<string, string> =>
  new Map(
    (headers.get('content-security-policy') ?? '').split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(' ')
      return [name, sources.join(' ')]
    }),
  )

test.each(['/', '/api/health', '/nowhere', '/api/join/AAAA-AAAA', '/metrics'])(
  'W7 %s comes with headers that keep foreign code away',
  async (path) => {
    await start()
    const { headers } = await ask(`${server.origin}${path}`)
    const policy = directivesOf(headers)
    expect(policy.get('default-src')).toBe("'self'")
    expect(policy.get('script-src')).toBe("'self'")
    expect(policy.get('style-src')).toBe("'self'")
    expect(policy.get('object-src')).toBe("'none'")
    expect(policy.get('base-uri')).toBe("'none'")
    expect(policy.get('frame-ancestors')).toBe("'none'")
    expect(policy.get('connect-src')).toBe(`'self' ${server.origin.replace('http', 'ws')}`)
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*|upgrade-insecure/)
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('permissions-policy')).toContain('camera=()')
  },
)

test('W7 strict transport security is sent only where the public address says https', async () => {
  await start()
  expect((await ask(`${server.origin}/api/health`)).headers.get('strict-transport-security')).toBeNull()
  await server.stop()
  await start({ environment: { PUBLIC_URL: 'https://board.example.org' } })
  const { headers } = await ask(`${server.origin}/api/health`)
  expect(headers.get('strict-transport-security')).toContain('max-age=31536000')
  expect(directivesOf(headers).get('connect-src')).toBe("'self' wss://board.example.org")
})

test('W7 answers of the interface are kept by nobody on the way', async () => {
  await start()
  await createMeeting(server)
  for (const path of ['/api/health', '/api/config', '/api/nowhere', '/api/openapi.json']) {
    const { headers, status } = await ask(`${server.origin}${path}`)
    if (status === 200) expect([path, headers.get('cache-control')]).toEqual([path, 'no-store'])
  }
})
