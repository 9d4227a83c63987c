// @vitest-environment jsdom
import { fail, ok } from '@roundel/shared/kernel'
import { CLOSE } from '@roundel/shared/protocol'
import type { View } from '@roundel/shared/session'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { aView } from '../testing/a-view.ts'
import { type LiveOptions, openLive } from './live.ts'
import { messageOf } from './view-state.ts'

class PlayedSocket extends EventTarget {
  static readonly OPEN = 1
  static all: PlayedSocket[] = []
  readyState = 0
  constructor() {
    super()
    PlayedSocket.all.push(this)
  }
  close(): void {
    this.readyState = 3
  }
  say(message: unknown): void {
    this.readyState = PlayedSocket.OPEN
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }))
  }
  end(code: number): void {
    this.readyState = 3
    this.dispatchEvent(Object.assign(new Event('close'), { code }))
  }
}

const view = aView({ step: {} })
const named = (name: string): View => ({ ...view, me: { ...view.me, name } })
const last = (): PlayedSocket => {
  const socket = PlayedSocket.all.at(-1)
  if (!socket) throw new Error('no socket')
  return socket
}

const open = (options: Partial<LiveOptions> = {}) =>
  openLive({
    url: 'wss://roundel.test/live',
    view,
    fetchView: async () => fail({ code: 'offline' }),
    onConnected: () => undefined,
    onLost: () => undefined,
    onNotice: () => undefined,
    random: () => 0.5,
    Socket: PlayedSocket as unknown as typeof WebSocket,
    ...options,
  })

describe('the live view', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    PlayedSocket.all = []
  })

  test('C7 the view follows the socket, and a frame that cannot be read changes nothing', () => {
    const live = open()
    last().say(messageOf(named('first')))
    expect(live.view().me.name).toBe('first')
    last().dispatchEvent(new MessageEvent('message', { data: '{' }))
    last().say({ type: 'view', v: 9, versions: { me: 99 }, now: 1, me: named('second').me })
    expect(live.view().me.name).toBe('second')
    expect(live.view().session).toEqual(view.session)
  })

  test('C19 a lost socket comes back by itself, and its first message begins anew', () => {
    const onLost = vi.fn<() => void>()
    const live = open({ onLost })
    last().say(messageOf(named('before')))
    last().end(1006)
    expect(onLost).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(250)
    expect(PlayedSocket.all).toHaveLength(2)
    last().say(messageOf({ ...named('after'), v: 1 }))
    expect(live.view().me.name).toBe('after')
  })

  test.each([
    [CLOSE.sessionGone, 'not-seated'],
    [CLOSE.notAllowed, 'removed'],
    [CLOSE.deleted, 'gone'],
    [CLOSE.clientTooOld, 'too-old'],
  ] as const)('C19 close code %i ends it with %s, for good', (code, end) => {
    const live = open()
    last().end(code)
    expect(live.end()).toBe(end)
    vi.advanceTimersByTime(60_000)
    live.retry()
    expect(PlayedSocket.all).toHaveLength(1)
  })

  test('C85 where the view is fetched, a seat that may not see it any more is told as by a socket', async () => {
    const live = open({ fetchView: async () => fail({ code: 'not-allowed' }) })
    await vi.advanceTimersByTimeAsync(6_000)
    expect(live.end()).toBe('removed')
  })

  test('C20 where no socket opens within six seconds the view is fetched every three', async () => {
    const fetchView = vi.fn<LiveOptions['fetchView']>().mockResolvedValue(ok(named('fetched')))
    const live = open({ fetchView })
    await vi.advanceTimersByTimeAsync(5_999)
    expect(fetchView).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(live.view().me.name).toBe('fetched')
    await vi.advanceTimersByTimeAsync(3_000)
    expect(fetchView).toHaveBeenCalledTimes(2)
    last().say(messageOf(named('live')))
    await vi.advanceTimersByTimeAsync(10_000)
    expect(fetchView).toHaveBeenCalledTimes(2)
    expect(live.view().me.name).toBe('live')
  })

  test('C20 a socket that opens and says nothing is none', async () => {
    const fetchView = vi.fn<LiveOptions['fetchView']>().mockResolvedValue(ok(named('fetched')))
    const live = open({ fetchView })
    last().readyState = PlayedSocket.OPEN
    await vi.advanceTimersByTimeAsync(6_000)
    expect(live.view().me.name).toBe('fetched')
    expect(live.isPolling()).toBe(true)
  })

  test('C20 what has not changed is asked for by its tag, and nobody is told of anything', async () => {
    const fetchView = vi.fn<LiveOptions['fetchView']>().mockResolvedValueOnce(ok(named('fetched')))
    fetchView.mockResolvedValue(ok(undefined))
    const live = open({ fetchView })
    await vi.advanceTimersByTimeAsync(12_000)
    expect(fetchView.mock.calls).toEqual([[false], [true], [true]])
    expect(live.view().me.name).toBe('fetched')
  })

  test('C20 while requests get through a socket is tried twice a minute, even where sockets are swallowed', async () => {
    const live = open({ fetchView: async () => ok(view) })
    await vi.advanceTimersByTimeAsync(6_000)
    const before = PlayedSocket.all.length
    await vi.advanceTimersByTimeAsync(120_000)
    expect(PlayedSocket.all.length - before).toBe(4)
    last().end(1006)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(PlayedSocket.all.length - before).toBe(6)
    last().say(messageOf(named('live')))
    expect(live.isPolling()).toBe(false)
    expect(live.view().me.name).toBe('live')
  })

  test('C20 the effect of one’s own deed is fetched at once, and not where a socket tells it', async () => {
    const fetchView = vi.fn<LiveOptions['fetchView']>().mockResolvedValue(ok(view))
    const live = open({ fetchView })
    await vi.advanceTimersByTimeAsync(6_500)
    live.refresh()
    await vi.advanceTimersByTimeAsync(1)
    expect(fetchView).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(2_990)
    expect(fetchView).toHaveBeenCalledTimes(2)
    last().say(messageOf(view))
    live.refresh()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(fetchView).toHaveBeenCalledTimes(2)
  })

  test('C20 an answer that a socket has overtaken changes nothing', async () => {
    const answer = Promise.withResolvers<Awaited<ReturnType<LiveOptions['fetchView']>>>()
    const fetchView = vi.fn<LiveOptions['fetchView']>().mockReturnValue(answer.promise)
    const live = open({ fetchView })
    await vi.advanceTimersByTimeAsync(6_000)
    last().say(messageOf(named('newer')))
    last().end(1006)
    answer.resolve(ok(named('older')))
    await vi.advanceTimersByTimeAsync(100)
    expect(live.view().me.name).toBe('newer')
    expect(live.isPolling()).toBe(false)
  })

  test('C32 who polls is connected, whatever becomes of sockets; who reaches the server in no way is not', async () => {
    const onConnected = vi.fn<() => void>()
    const onLost = vi.fn<() => void>()
    const fetchView = vi.fn<LiveOptions['fetchView']>().mockResolvedValue(ok(view))
    const live = open({ fetchView, onConnected, onLost })
    last().end(1006)
    await vi.advanceTimersByTimeAsync(6_000)
    for (let nth = 0; nth < 10; nth++) {
      last().end(1006)
      await vi.advanceTimersByTimeAsync(10_000)
    }
    expect(onLost).not.toHaveBeenCalled()
    expect(onConnected).toHaveBeenCalled()
    fetchView.mockResolvedValue(fail({ code: 'offline' }))
    await vi.advanceTimersByTimeAsync(3_000)
    expect(onLost).toHaveBeenCalled()
    expect(live.isPolling()).toBe(false)
  })

  test('C33 a socket that says nothing for forty seconds is a dead one, and another is opened', async () => {
    const onLost = vi.fn<() => void>()
    open({ onLost })
    last().say(messageOf(view))
    for (let passed = 0; passed < 90_000; passed += 30_000) {
      await vi.advanceTimersByTimeAsync(30_000)
      last().say({ type: 'view', v: 1, versions: {}, now: 1 })
    }
    expect(PlayedSocket.all).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(40_000)
    expect(onLost).toHaveBeenCalledTimes(1)
    await vi.advanceTimersByTimeAsync(250)
    expect(PlayedSocket.all.length).toBeGreaterThan(1)
  })

  test('C20 a person who has no seat any more learns so though no socket can say it', async () => {
    const live = open({ fetchView: async () => fail({ code: 'not-seated' }) })
    await vi.advanceTimersByTimeAsync(6_000)
    expect(live.end()).toBe('not-seated')
  })
})
