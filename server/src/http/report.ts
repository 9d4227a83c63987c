import { type Refusal, type Result, type SessionId, fail, refusal } from '@roundel/shared/kernel'
import * as v from 'valibot'
import { makeReportAside } from '../export/aside.ts'
import type { FileSource } from '../export/file-source.ts'
import { isSecret, newSecret } from '../identity/secret.ts'
import { Gone, Refused, ReportAnswer, ReportLinkAnswer, SharedFile } from './answers.ts'
import { type Doors, SessionParams, enter, sharedOrigin } from './doors.ts'
import { FileWish, NamesWish, sendFile } from './export.ts'
import { sendRefusal } from './refuse.ts'
import type { App } from './valibot.ts'

/** The secret of a link to a report. */
export const reportSecret = v.pipe(v.string(), v.check(isSecret))

/** What the secret of a link opens. An id that nobody has and a secret that is wrong are the same. */
export const openShared = async (
  { rooms }: Pick<Doors, 'rooms'>,
  session: SessionId,
  given: string,
): Promise<Result<FileSource, Refusal>> => {
  const room = await rooms.open(session)
  return room ? room.reportLink.read(given) : fail(refusal('unknown'))
}

/** `GET /api/sessions/:session/report`, and the link by which it is read by people without a seat. */
export const serveReport = (app: App, doors: Doors): void => {
  const params = SessionParams
  const response = { 200: ReportAnswer, '4xx': Refused }

  app.get(
    '/sessions/:session/report',
    {
      schema: {
        summary: 'What the session came to, the same for everybody who is seated',
        params,
        querystring: v.strictObject(NamesWish),
        response,
      },
    },
    async (request, reply) => {
      const entry = await enter(doors, request, request.params.session)
      const source = entry.ok ? await entry.value.room.report(entry.value.seat, request.query.names) : entry
      return source.ok ? makeReportAside(source.value) : sendRefusal(reply, source.error)
    },
  )

  const make = {
    summary: 'Shares the report by a link',
    description:
      'For those who lead, after the end. It opens in five seconds, unless it is taken back. The link is told once; making another ends it.',
    params,
    body: v.strictObject({ names: v.optional(v.picklist(['hidden', 'shown']), 'hidden') }),
    response: { 201: ReportLinkAnswer, '4xx': Refused },
  }
  app.post('/sessions/:session/report/link', { schema: make }, async (request, reply) => {
    const { session } = request.params
    const entry = await enter(doors, request, session)
    if (!entry.ok) return sendRefusal(reply, entry.error)
    const fresh = newSecret()
    const made = await entry.value.room.reportLink.make(entry.value.seat, fresh, request.body.names)
    if (!made.ok) return sendRefusal(reply, made.error)
    const { opensAt, names } = made.value
    return reply.code(201).send({ link: `${sharedOrigin(doors, request)}/r/${session}#${fresh}`, opensAt, names })
  })

  app.post(
    '/sessions/:session/report/link/now',
    { schema: { summary: 'Shares the report at once', params, response: { 204: Gone, '4xx': Refused } } },
    async (request, reply) => {
      const entry = await enter(doors, request, request.params.session)
      const done = entry.ok ? await entry.value.room.reportLink.hasten(entry.value.seat) : entry
      return done.ok ? reply.code(204).send() : sendRefusal(reply, done.error)
    },
  )

  app.delete(
    '/sessions/:session/report/link',
    { schema: { summary: 'Ends the link to the report', params, response: { 204: Gone, '4xx': Refused } } },
    async (request, reply) => {
      const entry = await enter(doors, request, request.params.session)
      const done = entry.ok ? await entry.value.room.reportLink.end(entry.value.seat) : entry
      return done.ok ? reply.code(204).send() : sendRefusal(reply, done.error)
    },
  )

  app.post(
    '/sessions/:session/report/shared',
    {
      schema: {
        summary: 'The report, for whoever has the secret of its link',
        params,
        body: v.strictObject({ secret: reportSecret }),
        response,
      },
    },
    async (request, reply) => {
      const source = await openShared(doors, request.params.session, request.body.secret)
      return source.ok ? makeReportAside(source.value) : sendRefusal(reply, source.error)
    },
  )

  app.post(
    '/sessions/:session/report/shared/file',
    {
      schema: {
        summary: 'The report as a file, for whoever has the secret of its link',
        params,
        body: v.strictObject({ secret: reportSecret, ...FileWish }),
        response: { 200: SharedFile, '4xx': Refused },
      },
    },
    async (request, reply) => {
      const { secret: given, ...wish } = request.body
      const source = await openShared(doors, request.params.session, given)
      return source.ok ? sendFile(reply, source.value, wish) : sendRefusal(reply, source.error)
    },
  )
}
