// @vitest-environment jsdom
import { openDraft } from '@roundel/shared/board'
import { CLOSE } from '@roundel/shared/protocol'
import { HOUR_MS, MINUTE_MS, ok } from '@roundel/shared/kernel'
import { beforeEach, expect, test, vi } from 'vitest'
import { readClock } from '../session/clock.ts'
import { aView } from '../testing/a-view.ts'
import { type LiveOptions, openLive } from './live.ts'
import { createServerClock } from './server-clock.ts'
import { addTo, idOf, openDevice, textsIn } from './testing/played-device.ts'
import { messageOf } from './view-state.ts'

// Before anything is loaded: lib0 keeps the `Date.now` that it finds, which is to follow the played clock of each test.
vi.hoisted(() => {
  const { Date: RealDate } = globalThis
  const now = RealDate.now.bind(RealDate)
  RealDate.now = () => (globalThis.Date === RealDate ? now() : globalThis.Date.now())
})

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.unstubAllGlobals()
})

/** A device goes to sleep: its clock goes on and none of its timers does. */
const sleep = (ms: number): void => void vi.setSystemTime(Date.now() + ms)

test('C91 a document on a socket that died without a word is in step again within 40 s, and nothing is lost', async () => {
  const { server, replica, told } = openDevice()
  await vi.advanceTimersByTimeAsync(1_000)
  server.deaden()
  addTo(replica.content(), 1, 'into the void')
  addTo(openDraft(server.doc), 2, 'from elsewhere')
  await vi.advanceTimersByTimeAsync(20_000)
  expect(told.isSaved).toBe(false)
  expect(textsIn(server.doc)).toEqual(['from elsewhere'])
  await vi.advanceTimersByTimeAsync(20_000)
  expect(textsIn(server.doc).toSorted()).toEqual(['from elsewhere', 'into the void'])
  expect(replica.content().items.get(idOf(2))?.text).toBe('from elsewhere')
  expect(told).toMatchObject({ isSaved: true, isLost: false })
  replica.close()
})

test.each([1006, CLOSE.locked, CLOSE.sessionGone])(
  'C91 the end of a socket that was given up, told late with code %i, changes nothing for the next one',
  async (code) => {
    const { server, replica, told, docs, kept } = openDevice()
    await vi.advanceTimersByTimeAsync(1_000)
    const tellLate = server.lateEnd()
    server.deaden()
    addTo(replica.content(), 1, 'meanwhile')
    await vi.advanceTimersByTimeAsync(40_000)
    const attempts = server.attempts()
    tellLate(code)
    await vi.advanceTimersByTimeAsync(5_000)
    addTo(replica.content(), 2, 'afterwards')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(server.attempts()).toBe(attempts)
    expect(textsIn(server.doc).toSorted()).toEqual(['afterwards', 'meanwhile'])
    expect(told).toMatchObject({ isSaved: true, isLost: false })
    expect(docs).toHaveLength(1)
    expect(kept.size).toBe(0)
    replica.close()
  },
)

test('C92 three hundred documents that one restart sent away come back spread, not in the same moments', async () => {
  let state = 1
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  const devices = Array.from({ length: 300 }, () => openDevice('work', 'board', random))
  await vi.advanceTimersByTimeAsync(1_000)
  for (const { server } of devices) {
    server.network.sockets = 'refused'
    server.dropSockets()
  }
  const knocks = (): number => devices.reduce((sum, { server }) => sum + server.attempts(), 0)
  /** How many knocked in each 20 ms. */
  const spread: number[] = []
  for (let before = knocks(); spread.length < 400; before = knocks()) {
    await vi.advanceTimersByTimeAsync(20)
    spread.push(knocks() - before)
  }
  // In lock-step all 300 would knock within the same 20 ms, again and again.
  expect(Math.max(...spread)).toBeLessThan(60)
  expect(Math.max(...spread.slice(50))).toBeLessThan(30)
  for (const { server } of devices) server.network.sockets = 'work'
  await vi.advanceTimersByTimeAsync(8_000)
  expect(devices.filter(({ told }) => told.isLost)).toEqual([])
  for (const { replica } of devices) replica.close()
}, 60_000)

class SleepySocket extends EventTarget {
  static all: SleepySocket[] = []
  isClosed = false
  constructor() {
    super()
    SleepySocket.all.push(this)
  }
  close(): void {
    this.isClosed = true
  }
  say(message: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }))
  }
  end(code: number): void {
    this.dispatchEvent(Object.assign(new Event('close'), { code }))
  }
}

const SERVER_AHEAD_MS = -20 * MINUTE_MS

/** A live view of a server whose clock the device's is ahead of by twenty minutes. */
const openSleepy = (options: Partial<LiveOptions> = {}) => {
  SleepySocket.all = []
  const serverNow = (): number => Date.now() + SERVER_AHEAD_MS
  const endsAt = serverNow() + 10 * MINUTE_MS
  const view = () => ({ ...aView({ step: { clock: { state: 'running', endsAt } } }), now: serverNow() })
  const live = openLive({
    url: 'wss://roundel.test/live',
    view: view(),
    fetchView: async () => ok(view()),
    onConnected: () => undefined,
    onLost: () => undefined,
    onNotice: () => undefined,
    random: () => 0.5,
    Socket: SleepySocket as unknown as typeof WebSocket,
    ...options,
  })
  const last = (): SleepySocket => SleepySocket.all.at(-1) as SleepySocket
  return { live, view, last, serverNow, endsAt }
}

test('C93 a device that slept for an hour gives its dead socket up the moment it wakes, and knows the time', async () => {
  const { live, view, last, serverNow, endsAt } = openSleepy()
  last().say(messageOf(view()))
  await vi.advanceTimersByTimeAsync(1_000)
  const dead = last()
  sleep(HOUR_MS)
  document.dispatchEvent(new Event('visibilitychange'))
  expect(dead.isClosed).toBe(true)
  expect(SleepySocket.all).toHaveLength(2)
  last().say(messageOf({ ...view(), me: { ...view().me, name: 'after' } }))
  expect(live.view().me.name).toBe('after')
  expect(Math.abs(live.clock.now() - serverNow())).toBeLessThan(1_000)
  expect(readClock({ state: 'running', endsAt }, live.clock.now()).state).toBe('over')
  // What was said to the dead one meanwhile, and its end, come late.
  dead.say(messageOf({ ...view(), me: { ...view().me, name: 'before' } }))
  dead.end(CLOSE.notAllowed)
  expect(live.view().me.name).toBe('after')
  expect(live.end()).toBeUndefined()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(SleepySocket.all).toHaveLength(2)
  live.close()
})

test('C93 a page that was out of sight for a moment keeps its socket', async () => {
  const { live, view, last } = openSleepy()
  last().say(messageOf(view()))
  await vi.advanceTimersByTimeAsync(30_000)
  document.dispatchEvent(new Event('visibilitychange'))
  dispatchEvent(new Event('online'))
  expect(SleepySocket.all).toHaveLength(1)
  live.close()
})

test('C93 a document on a device that slept is in step again within seconds of waking', async () => {
  const { server, replica, told } = openDevice()
  await vi.advanceTimersByTimeAsync(1_000)
  server.deaden()
  addTo(openDraft(server.doc), 2, 'from elsewhere')
  sleep(HOUR_MS)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(replica.content().items.get(idOf(2))?.text).toBe('from elsewhere')
  expect(told.isLost).toBe(false)
  replica.close()
})

test('C93 a device whose clock is twenty minutes wrong shows what the server has left, to the second', async () => {
  const { live, view, last, serverNow, endsAt } = openSleepy()
  last().say(messageOf(view()))
  for (let passed = 0; passed < 10; passed++) {
    await vi.advanceTimersByTimeAsync(20_000)
    // Messages arrive with all the lateness of a train.
    last().say({ type: 'view', v: 9, versions: {}, now: serverNow() - (passed % 3) * 300 })
    const shown = readClock({ state: 'running', endsAt }, live.clock.now())
    const real = readClock({ state: 'running', endsAt }, serverNow())
    if (shown.state === 'off' || real.state === 'off') throw new Error('there is a clock')
    expect(Math.abs(shown.seconds - real.seconds)).toBeLessThanOrEqual(1)
  }
  live.close()
})

test('C93 when the clock of a device is set, the next message alone is believed', () => {
  const steady = 0
  let device = 1_000_000
  const clock = createServerClock(
    () => device,
    () => steady,
  )
  for (let count = 0; count < 9; count++) clock.hear(device + 5_000)
  const server = device + 5_000
  device -= 20 * MINUTE_MS
  clock.hear(server)
  expect(clock.now()).toBe(server)
})
