import { CLOSE, type ServerMessage } from '@roundel/shared/protocol'
import type { View } from '@roundel/shared/session'
import type { Problem, Reply } from './problem.ts'
import { reconnectDelay } from './reconnect.ts'
import { type ServerClock, createServerClock } from './server-clock.ts'
import { subprotocols } from './tab-credential.ts'
import { NO_VIEW, mergeView, messageOf } from './view-state.ts'

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
  removed: 'removed',
  unknown: 'gone',
  ended: 'gone',
}

/** After this long without a socket the view is fetched instead. */
const POLL_AFTER_MS = 6_000
const POLL_EVERY_MS = 3_000

export interface LiveNotice {
  readonly code: string
  readonly details?: Readonly<Record<string, string | number>>
}

export interface LiveOptions {
  readonly url: string
  /** What is known before the first message, fetched over HTTP. */
  readonly view: View
  /** Fetches the view where no socket opens: that also tells why none does. */
  readonly fetchView: () => Promise<Reply<View>>
  readonly onConnected: () => void
  readonly onLost: () => void
  readonly onNotice: (notice: LiveNotice) => void
  readonly random?: () => number
  readonly deviceNow?: () => number
  readonly Socket?: typeof WebSocket
}

/** The session as it is now, kept fresh by one socket. */
export interface Live {
  readonly view: () => View
  readonly end: () => LiveEnd | undefined
  readonly clock: ServerClock
  readonly subscribe: (onChange: () => void) => () => void
  /** Tries to connect at once, for instance because the device is online again. */
  readonly retry: () => void
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
  let end: LiveEnd | undefined
  let attempt = 0
  let isClosed = false
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let pollTimer: ReturnType<typeof setTimeout> | undefined

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

  const isOpen = (): boolean => socket?.readyState === Socket.OPEN

  const poll = async (): Promise<void> => {
    if (isClosed || end || isOpen()) return
    const fetched = await options.fetchView()
    if (isClosed || isOpen()) return
    if (fetched.ok) take(messageOf(fetched.value), true)
    else {
      end = ENDS_BY_PROBLEM[fetched.error.code]
      if (end) return notify()
    }
    pollTimer = setTimeout(() => void poll(), POLL_EVERY_MS)
  }

  const awaitPolling = (): void => {
    clearTimeout(pollTimer)
    pollTimer = setTimeout(() => void poll(), POLL_AFTER_MS)
  }

  const connect = (): void => {
    clearTimeout(retryTimer)
    if (isClosed || end || socket) return
    const opened = new Socket(options.url, subprotocols())
    socket = opened
    let isFirst = true
    opened.addEventListener('message', ({ data }) => {
      const message = parseMessage(data)
      if (!message || socket !== opened) return
      attempt = 0
      clearTimeout(pollTimer)
      take(message, isFirst)
      if (isFirst) options.onConnected()
      isFirst = false
    })
    opened.addEventListener('close', ({ code }) => {
      if (socket === opened) lose(code)
    })
  }

  const lose = (code: number): void => {
    socket = undefined
    if (isClosed) return
    end = ENDS[code]
    options.onLost()
    if (end) return notify()
    retryTimer = setTimeout(connect, reconnectDelay(attempt++, random))
    if (attempt === 1) awaitPolling()
  }

  const retry = (): void => {
    if (isOpen() || isClosed || end) return
    const stuck = socket
    socket = undefined
    stuck?.close()
    attempt = 0
    connect()
  }

  const wake = (): void => {
    if (document.visibilityState === 'visible') retry()
  }
  addEventListener('online', retry)
  document.addEventListener('visibilitychange', wake)
  awaitPolling()
  connect()

  return {
    view: () => view,
    end: () => end,
    clock,
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    retry,
    close: () => {
      isClosed = true
      clearTimeout(retryTimer)
      clearTimeout(pollTimer)
      removeEventListener('online', retry)
      document.removeEventListener('visibilitychange', wake)
      socket?.close()
    },
  }
}
