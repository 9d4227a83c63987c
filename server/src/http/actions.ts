import { type Refusal, type Result, type SessionId, anId, fail, ok, refusal } from '@roundel/shared/kernel'
import { ACTION_STATES, OUTCOMES, ReviewFields } from '@roundel/shared/methods/decide'
import { LANGUAGES } from '@roundel/shared/session'
import type { FastifyRequest } from 'fastify'
import * as v from 'valibot'
import { writeDueDay } from '../export/calendar.ts'
import { readBearer } from '../identity/credential.ts'
import { isSecret, newSecret } from '../identity/secret.ts'
import type { LinkedAction } from '../sessions/action-desk.ts'
import type { SessionRoom } from '../sessions/session-room.ts'
import { CalendarFile, Gone, Refused } from './answers.ts'
import { type Doors, SessionParams, enter, sharedOrigin } from './doors.ts'
import { sendRefusal } from './refuse.ts'
import type { App } from './valibot.ts'

const ActionParams = v.strictObject({ ...SessionParams.entries, action: anId<'action'>() })

const LinkedAnswer = v.pipe(
  v.strictObject({
    session: v.strictObject({ id: v.string(), title: v.string(), language: v.picklist(LANGUAGES) }),
    action: v.strictObject({
      id: v.string(),
      text: v.string(),
      due: v.optional(v.string()),
      hypothesis: v.optional(v.string()),
      metric: v.optional(v.string()),
      baseline: v.optional(v.string()),
      state: v.picklist(ACTION_STATES),
      reviewed: v.optional(v.strictObject({ outcome: v.picklist(OUTCOMES), what: v.string(), at: v.number() })),
    }),
    decision: v.string(),
    why: v.string(),
    ideas: v.array(v.string()),
    isOver: v.boolean(),
  }),
  v.description('One action with the decision that it comes of, and no names.'),
)

const LinkMade = v.pipe(
  v.strictObject({ link: v.pipe(v.string(), v.url()) }),
  v.description('The link; any that was made before opens nothing any more.'),
)

const ReportBody = v.strictObject({ state: v.picklist(['open', 'done', 'dropped']), ...ReviewFields })

/** Somebody who came with the link of an action. */
interface Knocked {
  readonly room: SessionRoom
  readonly secret: string
  readonly linked: LinkedAction
}

/** The secret of an action's link, which programs and pages send as a token; undefined for what is none. */
const secretIn = (request: FastifyRequest): string | undefined => {
  const bearer = readBearer(request)
  return bearer !== undefined && isSecret(bearer) ? bearer : undefined
}

/** `POST` and `DELETE /api/sessions/:session/actions/:action/link`; `GET` and `PUT /api/sessions/:session/action`, `GET …/action/calendar.ics` */
export const serveActions = (app: App, doors: Doors): void => {
  const { rooms } = doors

  const knock = async (request: FastifyRequest, session: SessionId): Promise<Result<Knocked, Refusal>> => {
    const secret = secretIn(request)
    const room = secret === undefined ? undefined : await rooms.open(session)
    if (secret !== undefined && room) {
      const linked = await room.linkedAction(secret)
      if (linked.ok) return ok({ room, secret, linked: linked.value })
      if (linked.error.code !== 'unknown') return linked
    }
    return fail(refusal('unknown'))
  }

  const link = {
    summary: 'Makes the link of an action, for its owner and for those who lead',
    description: 'Whoever has it sees this one action without a seat and says how it went.',
    params: ActionParams,
    response: { 201: LinkMade, '4xx': Refused },
  }
  app.post('/sessions/:session/actions/:action/link', { schema: link }, async (request, reply) => {
    const { session, action } = request.params
    const entry = await enter(doors, request, session)
    if (!entry.ok) return sendRefusal(reply, entry.error)
    const secret = newSecret()
    const made = await entry.value.room.linkAction(entry.value.seat, action, secret)
    if (!made.ok) return sendRefusal(reply, made.error)
    return reply.code(201).send({ link: `${sharedOrigin(doors, request)}/a/${session}#${secret}` })
  })

  const unlink = {
    summary: 'Ends the link of an action, for its owner and for those who lead',
    description: 'Whoever has it finds nothing any more. Answers the same where there was none.',
    params: ActionParams,
    response: { 204: Gone, '4xx': Refused },
  }
  app.delete('/sessions/:session/actions/:action/link', { schema: unlink }, async (request, reply) => {
    const { session, action } = request.params
    const entry = await enter(doors, request, session)
    if (!entry.ok) return sendRefusal(reply, entry.error)
    const ended = await entry.value.room.linkAction(entry.value.seat, action, undefined)
    return ended.ok ? reply.code(204).send() : sendRefusal(reply, ended.error)
  })

  const look = {
    summary: 'One action, for whoever has its link',
    description: 'The secret of the link comes as `Authorization: Bearer`. It opens nothing else.',
    params: SessionParams,
    response: { 200: LinkedAnswer, '4xx': Refused },
  }
  app.get('/sessions/:session/action', { schema: look }, async (request, reply) => {
    const at = await knock(request, request.params.session)
    return at.ok ? at.value.linked : sendRefusal(reply, at.error)
  })

  const report = {
    summary: 'Says how an action went, for whoever has its link',
    description: 'After the end of its session, however long after. What is said last stands.',
    params: SessionParams,
    body: ReportBody,
    response: { 200: LinkedAnswer, '4xx': Refused },
  }
  app.put('/sessions/:session/action', { schema: report }, async (request, reply) => {
    const at = await knock(request, request.params.session)
    if (!at.ok) return sendRefusal(reply, at.error)
    const said = await at.value.room.reportLinked(at.value.secret, request.body)
    return said.ok ? said.value : sendRefusal(reply, said.error)
  })

  const calendar = {
    summary: 'The day of an action for a calendar, for whoever has its link',
    description: 'Refuses with `unknown` where no day was agreed. Nothing secret stands in the file.',
    params: SessionParams,
    response: { 200: CalendarFile, '4xx': Refused },
  }
  app.get('/sessions/:session/action/calendar.ics', { schema: calendar }, async (request, reply) => {
    const at = await knock(request, request.params.session)
    if (!at.ok) return sendRefusal(reply, at.error)
    const { action, session } = at.value.linked
    if (action.due === undefined) return sendRefusal(reply, refusal('unknown', { reason: 'no-date' }))
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', `attachment; filename="roundel-${action.id}.ics"`)
      .send(
        writeDueDay({
          id: action.id,
          title: action.text,
          session: session.title,
          due: action.due,
          now: doors.chance.now(),
        }),
      )
  })
}
