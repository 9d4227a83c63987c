import type {} from '@fastify/websocket'
import { type DocumentAddress, parseDocumentName } from '@roundel/shared/board'
import { refusal } from '@roundel/shared/kernel'
import { keepHeartbeat } from '../relay/heartbeat.ts'
import { serveSocket } from '../relay/ws-wire.ts'
import { DocumentParams, type Doors, type Entry, ShowQuery, enter } from './doors.ts'
import { sendRefusal } from './refuse.ts'
import { demandUpgrade, openHandover } from './upgrade.ts'
import type { App } from './valibot.ts'

/** `GET /api/sessions/:session/docs/:document`: the protocol of y-websocket. */
export const serveDocuments = (app: App, doors: Doors): void => {
  const entries = openHandover<Entry & { readonly address: DocumentAddress }>()
  app.route({
    method: 'GET',
    url: '/sessions/:session/docs/:document',
    schema: { hide: true, params: DocumentParams, querystring: ShowQuery },
    preHandler: async (request, reply) => {
      if (!request.ws) return undefined
      const entry = await enter(doors, request, request.params.session)
      if (!entry.ok) return sendRefusal(reply, entry.error)
      const address = parseDocumentName(request.params.document)
      if (!address) return sendRefusal(reply, refusal('unknown'))
      const { room, seat } = entry.value
      const admitted = room.admits(seat, address, request.query.show)
      if (!admitted.ok) return sendRefusal(reply, admitted.error)
      const passed = doors.turnstile.pass(room, seat)
      if (!passed.ok) return sendRefusal(reply, passed.error)
      await room.prepare(address)
      return entries.put(request, { room, seat, address })
    },
    handler: demandUpgrade,
    wsHandler: (socket, request) => {
      const { room, seat, address } = entries.take(request)
      keepHeartbeat(socket, doors.chance.clock)
      serveSocket(socket, (wire) => room.connectDocument(seat, address, wire, request.query.show))
    },
  })
}
