import type { View as SessionView } from '@roundel/shared/session'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Board, Gone, Refused, Unchanged, View } from './answers.ts'
import { renewCookie } from './credential-reply.ts'
import { type Doors, SessionParams, enter } from './doors.ts'
import { isKnownTag, tagView } from './etag.ts'
import { sendRefusal } from './refuse.ts'
import type { App } from './valibot.ts'

/** Answers with a view, or that nothing has changed but the time since the one whose tag came with the request. */
const answerView = (request: FastifyRequest, reply: FastifyReply, view: SessionView) => {
  const tag = tagView(view)
  void reply.header('etag', tag)
  return isKnownTag(request.headers['if-none-match'], tag) ? reply.code(304).send() : view
}

/** `GET` and `DELETE /api/sessions/:session`, `GET …/screen`, `GET …/items` */
export const serveSession = (app: App, doors: Doors): void => {
  const params = SessionParams

  app.get(
    '/sessions/:session',
    {
      schema: {
        summary: 'The session as this seat may see it',
        description:
          'With the `ETag` of an earlier answer as `If-None-Match`, 304 as long as nothing but `now` differs. A browser whose seat has come to lead gets another cookie here.',
        params,
        response: { 200: View, 304: Unchanged, '4xx': Refused },
      },
    },
    async (request, reply) => {
      const entry = await enter(doors, request, request.params.session)
      const view = entry.ok ? entry.value.room.view(entry.value.seat) : entry
      const isBrowser = request.headers.authorization === undefined
      if (entry.ok && view.ok && isBrowser && entry.value.room.hasRisen(entry.value.seat)) {
        await renewCookie(request, reply, doors)
      }
      return view.ok ? answerView(request, reply, view.value) : sendRefusal(reply, view.error)
    },
  )

  app.get(
    '/sessions/:session/screen',
    {
      schema: {
        summary: 'The session as a screen shows it, for screens and for a second display of those who lead',
        params,
        response: { 200: View, 304: Unchanged, '4xx': Refused },
      },
    },
    async (request, reply) => {
      const entry = await enter(doors, request, request.params.session)
      const view = entry.ok ? entry.value.room.screen(entry.value.seat) : entry
      return view.ok ? answerView(request, reply, view.value) : sendRefusal(reply, view.error)
    },
  )

  app.get(
    '/sessions/:session/items',
    {
      schema: {
        summary: 'What stands on the board, as this seat may see it',
        params,
        response: { 200: Board, '4xx': Refused },
      },
    },
    async (request, reply) => {
      const entry = await enter(doors, request, request.params.session)
      const board = entry.ok ? await entry.value.room.items(entry.value.seat) : entry
      return board.ok ? board.value : sendRefusal(reply, board.error)
    },
  )

  app.delete(
    '/sessions/:session',
    { schema: { summary: 'Deletes the session for good', params, response: { 204: Gone, '4xx': Refused } } },
    async (request, reply) => {
      const entry = await enter(doors, request, request.params.session)
      const removed = entry.ok ? await entry.value.room.remove(entry.value.seat) : entry
      return removed.ok ? reply.code(204).send() : sendRefusal(reply, removed.error)
    },
  )
}
