// @vitest-environment jsdom
import type { SessionId } from '@roundel/shared/kernel'
import { afterEach, expect, test, vi } from 'vitest'
import { aView } from '../testing/a-view.ts'
import { viewPoller } from './api.ts'

afterEach(() => vi.unstubAllGlobals())

test('C20 a view is asked for by the tag of the last one, and as a whole when something else was heard since', async () => {
  const view = aView({ step: {} })
  const asked: unknown[] = []
  vi.stubGlobal('fetch', async (_url: string, { headers }: { headers: Record<string, string> }) => {
    const tag = headers['if-none-match']
    asked.push(tag)
    return tag === 'W/"1"' ? new Response(null, { status: 304 }) : Response.json(view, { headers: { etag: 'W/"1"' } })
  })
  const poll = viewPoller(view.session.id as SessionId)
  const whole = { ok: true, value: view }
  expect(await poll(false)).toEqual(whole)
  expect(await poll(true)).toEqual({ ok: true, value: undefined })
  expect(await poll(true)).toEqual({ ok: true, value: undefined })
  expect(await poll(false)).toEqual(whole)
  expect(asked).toEqual([undefined, 'W/"1"', 'W/"1"', undefined])
})
