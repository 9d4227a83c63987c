import { parseDocumentName } from '@roundel/shared/board'
import { LIMITS, type Refusal, type RefusalCode, refusal } from '@roundel/shared/kernel'
import { CLOSE, type CloseCode } from '@roundel/shared/protocol'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { EXCHANGE_BYTES, parseExchange } from '../relay/exchange.ts'
import { Exchange, Exchanged, Refused } from './answers.ts'
import { DocumentParams, type Doors, ShowQuery, enter } from './doors.ts'
import { type ErrorCode, sendRefusal } from './refuse.ts'
import { type App, useValibot } from './valibot.ts'

const OCTETS = 'application/octet-stream'

/** After 4529: the time in which the largest update of all is within the pace again. */
const SLOW_DOWN_S = LIMITS.syncStep2Bytes / LIMITS.syncBytesPerSecond

/** How a socket would have been closed, for those who would not even have got one. */
const CLOSE_OF: Readonly<Partial<Record<RefusalCode, CloseCode>>> = {
  'not-seated': CLOSE.sessionGone,
  'not-allowed': CLOSE.notAllowed,
  removed: CLOSE.notAllowed,
  unknown: CLOSE.unknown,
  'too-many': CLOSE.slowDown,
}

/** What an answer says instead of a close code. The codes that are not here ask for nothing but to come back. */
const CODE_OF: Readonly<Partial<Record<CloseCode, ErrorCode>>> = {
  [CLOSE.badMessage]: 'bad-input',
  [CLOSE.sessionGone]: 'not-seated',
  [CLOSE.notAllowed]: 'not-allowed',
  [CLOSE.unknown]: 'unknown',
  [CLOSE.replicaOutOfDate]: 'replica-outdated',
  [CLOSE.deleted]: 'ended',
  [CLOSE.tooLarge]: 'too-large',
  [CLOSE.locked]: 'locked',
  [CLOSE.abuse]: 'too-many',
  [CLOSE.slowDown]: 'too-many',
}

const waitAfter = (close: CloseCode): { readonly retryAfter?: number } => {
  if (close === CLOSE.abuse) return { retryAfter: LIMITS.strikesMs / 1000 }
  return close === CLOSE.slowDown ? { retryAfter: SLOW_DOWN_S } : {}
}

/** Refuses, and always says how a socket would have been closed: what a client does follows from that alone. */
const turnAway = (reply: FastifyReply, why: Refusal | CloseCode): FastifyReply => {
  const close = typeof why === 'number' ? why : (CLOSE_OF[why.code] ?? CLOSE.restart)
  const { code, details } = typeof why === 'number' ? { code: CODE_OF[why] ?? ('overloaded' as const) } : why
  return sendRefusal(reply, { code, details: { ...waitAfter(close), ...details, close } })
}

/** Leaves every other error to the one handler of all. */
const refuseTooLarge = (error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void => {
  if (error.code !== 'FST_ERR_CTP_BODY_TOO_LARGE') throw error
  void turnAway(reply, CLOSE.tooLarge)
}

/** `POST /api/sessions/:session/docs/:document`: a document without a socket. */
export const serveExchange = (app: App, doors: Doors): void => {
  const schema = {
    summary: 'Exchanges what is new in a document, for those who can open no websocket',
    description:
      'Answered when what was sent is on disk. A refusal names in `details.close` the code with which a socket would have been closed.',
    params: DocumentParams,
    querystring: ShowQuery,
    body: Exchange,
    response: { 200: Exchanged, '4xx': Refused, 503: Refused },
  }
  void app.register(async (plain) => {
    // Bytes are taken here and nowhere else, and nothing else is taken here.
    plain.removeAllContentTypeParsers()
    plain.addContentTypeParser(OCTETS, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    useValibot(plain).post(
      '/sessions/:session/docs/:document',
      { schema, bodyLimit: EXCHANGE_BYTES, errorHandler: refuseTooLarge },
      async (request, reply) => {
        const entry = await enter(doors, request, request.params.session)
        if (!entry.ok) return turnAway(reply, entry.error)
        const address = parseDocumentName(request.params.document)
        if (!address || address.kind === 'presence') return turnAway(reply, refusal('unknown'))
        const asked = parseExchange(request.body)
        if (!asked) return turnAway(reply, CLOSE.badMessage)
        const answer = await entry.value.room.exchange(entry.value.seat, address, asked, request.query.show)
        return answer.ok ? reply.type(OCTETS).send(answer.value) : turnAway(reply, answer.error)
      },
    )
  })
}
