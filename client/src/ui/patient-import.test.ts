// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { importPatiently } from './patient-import.ts'

const fetched = vi.fn<(url: string) => Promise<Response>>()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', fetched)
})

afterEach(() => {
  fetched.mockReset()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const served = async (): Promise<Response> => new Response('')

test('C19 a part is imported once all of its files are here, and asked for again through a tunnel of any length', async () => {
  const load = vi.fn<() => Promise<string>>(async () => 'here')
  fetched.mockImplementation(() => Promise.reject(new TypeError('no network')))
  const part = importPatiently(load, ['assets/one.js', 'assets/two.js'])
  await vi.advanceTimersByTimeAsync(600_000)
  expect(load).not.toHaveBeenCalled()
  fetched.mockImplementation(served)
  dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(0)
  expect(await part).toBe('here')
  expect(new Set(fetched.mock.calls.map(([url]) => new URL(url).pathname))).toEqual(
    new Set(['/assets/one.js', '/assets/two.js']),
  )
})

test('C19 a file that is here is not asked for again; a server in trouble is, and one without the file is not', async () => {
  fetched.mockImplementation(served)
  await importPatiently(async () => 'first', ['assets/three.js'])
  await importPatiently(async () => 'second', ['assets/three.js'])
  expect(fetched).toHaveBeenCalledTimes(1)

  fetched.mockImplementationOnce(async () => new Response('', { status: 503 }))
  const part = importPatiently(async () => 'here', ['assets/four.js'])
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await part).toBe('here')

  fetched.mockImplementation(async () => new Response('', { status: 404 }))
  await expect(importPatiently(async () => 'never', ['assets/five.js'])).rejects.toThrow('404')
})
