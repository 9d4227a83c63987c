import { CLOSE, type ServerMessage } from '@roundel/shared/protocol'
import type { View } from '@roundel/shared/session'
import type { Problem, Reply } from './problem.ts'
import { reconnectDelay } from './reconnect.ts'
import { type ServerClock, createServerClock } from './server-clock.ts'
import { subprotocols } from './tab-credential.ts'
import { NO_VIEW, mergeView, messageOf } from './view-state.ts'
import type { Way } from './way.ts'

/** Why the live socket will not come back by itself. */
export type LiveEnd = 'not-seated' | 'removed' | 'gone' | 'too-old'

const ENDS: Readonly<Record<number, LiveEnd>> = {
  [CLOSE.sessionGone]: 'not-seated',
  [CLOSE.notAllowed]: 'removed',
  [CLOSE.unknown]: 'gone',
  [CLOSE.deleted]: 'gone',
  [CLOSE.clientTooOld]: 'too-old',
}

const ENDS_BY_PROBLEM: Readonly<Partial<Record<Problem['code'], LiveEnd>>> = {
  'not-seated': 'not-seated',
  'not-allowed': 'removed',
  removed: 'removed',
  unknown: 'gone',
  ended: 'gone',
}

/** After this long without a socket the view is fetched instead. */
const POLL_AFTER_MS = 6_000
const POLL_EVERY_MS = 3_000
/** How often, on average, a socket is tried where requests get through. */
const SOCKET_EVERY_MS = 30_000
/** The server says something every 15 s: a socket that is silent for longer is a dead one that nobody closed. */
const SILENT_MS = 40_000

export interface LiveNotice {
  readonly code: string
  readonly details?: Readonly<Record<string, string | number>>
}

export interface LiveOptions {
  readonly url: string
  /** What is known before the first message, fetched over HTTP. */
  readonly view: View
  /**
   * Fetches the view where no socket opens: that also tells why none does. `again` says that its last answer still
   * stands here; undefined then, that it holds.
   */
  readonly fetchView: (again: boolean) => Promise<Reply<View | undefined>>
  readonly onConnected: () => void
  /** The server, which was there before, can be reached in no way. */
  readonly onLost: () => void
  readonly onNotice: (notice: LiveNotice) => void
  readonly random?: () => number
  readonly deviceNow?: () => number
  readonly Socket?: typeof WebSocket
}

/** The session as it is now, kept fresh by one socket, or by requests where no socket opens. */
export interface Live extends Way {
  readonly view: () => View
  readonly end: () => LiveEnd | undefined
  readonly clock: ServerClock
  /** Tries to connect at once, for instance because the device is online again. */
  readonly retry: () => void
  /** Something was done here whose effect is worth seeing at once, also where the view is fetched. */
  readonly refresh: () => void
  readonly close: () => void
}

const parseMessage = (data: unknown): ServerMessage | undefined => {
  try {
    const message: unknown = JSON.parse(String(data))
    return typeof message === 'object' && message !== null && 'type' in message ? (message as ServerMessage) : undefined
  } catch {
    return undefined
  }
}

/** Opens the live socket of a session and keeps it open. */
export const openLive = (options: LiveOptions): Live => {
  const { random = Math.random, deviceNow = Date.now, Socket = WebSocket } = options
  const clock = createServerClock(deviceNow)
  clock.hear(options.view.now)
  const listeners = new Set<() => void>()
  let state = mergeView(NO_VIEW, messageOf(options.view), true)
  let view = options.view
  let socket: WebSocket | undefined
  /** Whether the present socket has said anything: some networks open sockets and let nothing through. */
  let isHeard = false
  let isPolling = false
  /** Whether the server was reached at all: what has not begun is not lost. */
  let wasUp = false
  let end: LiveEnd | undefined
  let attempt = 0
  let misses = 0
  /** Counts questions for the view, so that an answer that a socket has overtaken is left out. */
  let asked = 0
  let isClosed = false
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let pollTimer: ReturnType<typeof setTimeout> | undefined
  let silenceTimer: ReturnType<typeof setTimeout> | undefined
  /** When the present socket last said something, by the device's clock. */
  let heardAt = 0

  const notify = (): void => {
    for (const listener of listeners) listener()
  }

  const take = (message: ServerMessage, fresh: boolean): void => {
    if (message.type === 'notice') return options.onNotice(message)
    if (message.type !== 'view') return
    clock.hear(message.now)
    state = mergeView(state, message, fresh)
    // A first message that lacks a part would leave nothing to show; what was known is better.
    view = state.view ?? view
    notify()
  }

  const reach = (): void => {
    wasUp = true
    options.onConnected()
  }

  const miss = (): void => {
    if (wasUp) options.onLost()
  }

  const pollIn = (ms: number): void => {
    clearTimeout(pollTimer)
    pollTimer = setTimeout(() => void poll(), ms)
  }

  const poll = async (): Promise<void> => {
    const question = ++asked
    const fetched = await options.fetchView(isPolling)
    if (isClosed || end || question !== asked) return
    const wasPolling = isPolling
    isPolling = fetched.ok
    if (fetched.ok) {
      misses = 0
      if (fetched.value) take(messageOf(fetched.value), true)
      reach()
      pollIn(POLL_EVERY_MS)
    } else {
      end = ENDS_BY_PROBLEM[fetched.error.code]
      if (end) drop()
      else {
        wasUp = true
        miss()
        pollIn(reconnectDelay(++misses + 1, random))
      }
    }
    // The network is back, or gone: in both cases what the socket waits for is past.
    if (wasPolling !== isPolling) retry()
    notify()
  }

  const connect = (): void => {
    clearTimeout(retryTimer)
    if (isClosed || end || socket) return
    // Where sockets are swallowed they do not even close.
    if (isPolling) retryTimer = setTimeout(retry, SOCKET_EVERY_MS * (0.5 + random()))
    const opened = new Socket(options.url, subprotocols())
    socket = opened
    opened.addEventListener('message', ({ data }) => {
      if (socket !== opened) return
      awaitNext()
      const message = parseMessage(data)
      if (!message) return
      attempt = 0
      const isFirst = !isHeard
      if (isFirst) begin()
      take(message, isFirst)
      if (isFirst) reach()
    })
    opened.addEventListener('close', ({ code }) => {
      if (socket === opened) lose(code)
    })
  }

  const begin = (): void => {
    isHeard = true
    isPolling = false
    asked++
    clearTimeout(pollTimer)
    clearTimeout(retryTimer)
  }

  const awaitNext = (): void => {
    heardAt = deviceNow()
    clearTimeout(silenceTimer)
    silenceTimer = setTimeout(bury, SILENT_MS)
  }

  /** Gives the present socket up as dead. */
  const bury = (): void => {
    drop()
    lose()
  }

  const drop = (): void => {
    const dropped = socket
    socket = undefined
    dropped?.close()
  }

  const lose = (code = 0): void => {
    const wasHeard = isHeard
    socket = undefined
    isHeard = false
    clearTimeout(silenceTimer)
    if (isClosed || end) return
    end = ENDS[code]
    if (isPolling && !end) return
    isPolling = false
    miss()
    if (end) return notify()
    retryTimer = setTimeout(connect, reconnectDelay(attempt++, random))
    if (wasHeard) pollIn(POLL_AFTER_MS)
  }

  const retry = (): void => {
    // Timers stand still while a device sleeps: it wakes with a socket that has been dead for an hour.
    if (isHeard && deviceNow() - heardAt >= SILENT_MS) bury()
    if (isHeard || isClosed || end) return
    drop()
    attempt = 0
    connect()
  }

  const wake = (): void => {
    if (document.visibilityState === 'visible') retry()
  }
  addEventListener('online', retry)
  document.addEventListener('visibilitychange', wake)
  pollIn(POLL_AFTER_MS)
  connect()

  return {
    view: () => view,
    end: () => end,
    clock,
    isPolling: () => isPolling,
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    retry,
    refresh: () => {
      if (isPolling) pollIn(0)
    },
    close: () => {
      isClosed = true
      clearTimeout(retryTimer)
      clearTimeout(pollTimer)
      clearTimeout(silenceTimer)
      removeEventListener('online', retry)
      document.removeEventListener('visibilitychange', wake)
      drop()
    },
  }
}
