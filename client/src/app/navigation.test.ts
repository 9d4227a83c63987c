// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest'

const session = 'abcdefghijklmnop'

beforeEach(() => {
  vi.resetModules()
})

test('C6 the secret of a link leaves the address at once, and only the address', async () => {
  history.replaceState(null, '', `/f/${session}?lang=fa#very-secret`)
  const { hideSecret, secretOfAddress } = await import('./navigation.ts')
  hideSecret()
  expect(location.href).not.toContain('very-secret')
  expect(location.pathname + location.search).toBe(`/f/${session}?lang=fa`)
  expect(secretOfAddress()).toBe('very-secret')
})

test('C6 a reload does not lose the secret, going on does', async () => {
  history.replaceState({ secret: 'very-secret' }, '', `/f/${session}`)
  const { hideSecret, navigate, secretOfAddress } = await import('./navigation.ts')
  hideSecret()
  expect(secretOfAddress()).toBe('very-secret')
  navigate({ page: 'stage', session: session as never }, 'replace')
  expect(location.pathname).toBe(`/s/${session}`)
  expect(secretOfAddress()).toBeUndefined()
})

test('C6 a fragment of another page is no secret', async () => {
  history.replaceState(null, '', '/#question')
  const { hideSecret, secretOfAddress } = await import('./navigation.ts')
  hideSecret()
  expect(location.hash).toBe('#question')
  expect(secretOfAddress()).toBeUndefined()
})

test('C156 the secret of a link to a report leaves the address at once, and a reload does not lose it', async () => {
  history.replaceState(null, '', `/r/${session}#very-secret`)
  const { hideSecret, secretOfAddress } = await import('./navigation.ts')
  hideSecret()
  expect(location.href).not.toContain('very-secret')
  expect(secretOfAddress()).toBe('very-secret')
})
