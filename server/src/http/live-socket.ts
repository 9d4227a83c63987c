import type {} from '@fastify/websocket'
import { LIMITS, type Refusal, refusal } from '@roundel/shared/kernel'
import { CLOSE, ClientMessage, type ServerMessage } from '@roundel/shared/protocol'
import type { FastifyBaseLogger } from 'fastify'
import * as v from 'valibot'
import type { WebSocket } from 'ws'
import { keepHeartbeat } from '../relay/heartbeat.ts'
import { type Doors, type Entry, SessionParams, ShowQuery, enter } from './doors.ts'
import { sendRefusal } from './refuse.ts'
import { demandUpgrade, openHandover } from './upgrade.ts'
import type { App } from './valibot.ts'

/** The message that a frame holds, or undefined for anything that is none. */
const parseMessage = (data: Buffer): ClientMessage | undefined => {
  try {
    const parsed = v.safeParse(ClientMessage, JSON.parse(data.toString()))
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}

/** Serves one socket: what it says are commands, what it hears are views, notices and answers. */
const serveSocket = (
  socket: WebSocket,
  { room, seat }: Entry,
  { metrics, build }: Doors,
  log: FastifyBaseLogger,
  isScreen: boolean,
): void => {
  const say = (message: ServerMessage): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message))
  }
  const refuse = (ref: number, error: Refusal): void => say({ type: 'refused', ref, ...error })

  const take = async ({ ref, command }: ClientMessage): Promise<void> => {
    if (isScreen) return refuse(ref, refusal('not-allowed'))
    try {
      const done = await room.give(seat, command)
      metrics.countCommand(done.ok ? 'done' : done.error.code)
      if (!done.ok) return refuse(ref, done.error)
      say({ type: 'done', ref, version: done.value.version, ...done.value.answer })
    } catch (error) {
      log.error({ err: error }, 'a command failed')
      refuse(ref, refusal('overloaded', { reason: 'storage' }))
    }
  }

  // Messages come as one buffer each: that is what a server of `ws` hands over unless told otherwise.
  socket.on('message', (data: Buffer, isBinary) => {
    if (socket.readyState !== socket.OPEN) return
    if (data.length > LIMITS.bodyBytes) return socket.close(CLOSE.tooLarge, 'too large')
    const message = isBinary ? undefined : parseMessage(data)
    if (!message) return socket.close(CLOSE.badMessage, 'malformed')
    void take(message)
  })
  const leave = room.connectLive(seat, {
    send: (text) => {
      if (socket.readyState === socket.OPEN) socket.send(text)
    },
    buffered: () => socket.bufferedAmount,
    close: (code, reason) => socket.close(code, reason),
    isScreen,
  })
  socket.on('close', leave)
  // A page that stayed open while the server was renewed learns of it as it comes back.
  if (build !== undefined) say({ type: 'notice', code: 'build', details: { build } })
}

/** `GET /api/sessions/:session/live`, with `?show=screen` for a screen and for a second display of those who lead */
export const serveLive = (app: App, doors: Doors): void => {
  const entries = openHandover<Entry>()
  app.route({
    method: 'GET',
    url: '/sessions/:session/live',
    schema: { hide: true, params: SessionParams, querystring: ShowQuery },
    preHandler: async (request, reply) => {
      if (!request.ws) return undefined
      const entry = await enter(doors, request, request.params.session)
      if (!entry.ok) return sendRefusal(reply, entry.error)
      const { room, seat } = entry.value
      const admitted = room.admits(seat, 'live', request.query.show)
      if (!admitted.ok) return sendRefusal(reply, admitted.error)
      const passed = doors.turnstile.pass(room, seat)
      if (!passed.ok) return sendRefusal(reply, passed.error)
      return entries.put(request, entry.value)
    },
    handler: demandUpgrade,
    wsHandler: (socket, request) => {
      keepHeartbeat(socket, doors.chance.clock)
      serveSocket(socket, entries.take(request), doors, request.log, request.query.show === 'screen')
    },
  })
}
