import { REFUSALS, type Refusal, type RefusalCode } from '@roundel/shared/kernel'
import type { FastifyReply } from 'fastify'
import type { Duplex, Writable } from 'node:stream'

/** Reasons that only this door knows, beside those of the rules. */
const DOOR_STATUS = {
  'bad-json': 400,
  'bad-request': 400,
  'replica-outdated': 409,
  'unsupported-type': 415,
  'upgrade-required': 426,
  internal: 500,
} as const

export type ErrorCode = RefusalCode | keyof typeof DOOR_STATUS

const STATUS: Readonly<Record<ErrorCode, number>> = { ...REFUSALS, ...DOOR_STATUS }

// For people who write programs against this interface; the application has sentences of its own for each code.
const MESSAGES: Readonly<Record<ErrorCode, string>> = {
  'bad-json': 'The body is not valid JSON.',
  'bad-request': 'The request cannot be read.',
  'replica-outdated': 'This copy of the document does not fit the present one.',
  'unsupported-type': 'The body is not of the type that this address takes.',
  'upgrade-required': 'This address speaks websockets.',
  internal: 'Something broke on this server.',
  'bad-input': 'Something in the request does not fit its schema.',
  'not-seated': 'Nobody sits in this session with these credentials.',
  'not-allowed': 'This person may not do that.',
  'not-revealed': 'This has not been shown yet.',
  removed: 'This person was removed from the session.',
  unknown: 'There is nothing of that name.',
  'wrong-phase': 'This cannot be done in the present phase.',
  'stale-phase': 'The session has moved on since.',
  closed: 'This is closed.',
  duplicate: 'This exists already.',
  ended: 'The session has ended.',
  'too-large': 'The request is too large.',
  locked: 'The board is locked.',
  frozen: 'This cannot be changed now.',
  'too-many': 'Too many tries. Wait a little.',
  full: 'There is no place left.',
  overloaded: 'The server cannot take this now.',
}

export interface ErrorBody {
  readonly error: { readonly code: ErrorCode; readonly message: string; readonly details?: Refusal['details'] }
}

const bodyOf = (code: ErrorCode, details?: Refusal['details']): ErrorBody => ({
  error: { code, message: MESSAGES[code], ...(details && { details }) },
})

/** Answers with a true status and a code. */
export const sendError = (reply: FastifyReply, code: ErrorCode, details?: Refusal['details']): FastifyReply =>
  reply.code(STATUS[code]).type('application/json; charset=utf-8').send(bodyOf(code, details))

/** Answers on a bare connection, and hangs up. */
const hangUp = (socket: Writable, status: string, error: ErrorBody, ...headers: readonly string[]): void => {
  if (!socket.writable) return
  const body = JSON.stringify(error)
  const head = [
    `HTTP/1.1 ${status}`,
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
    'Connection: close',
    ...headers,
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** Answers what is not even HTTP, and hangs up. */
export const refuseUnreadable = (socket: Writable): void => hangUp(socket, '400 Bad Request', bodyOf('bad-request'))

/** Answers whoever wants a socket while the server stops, and hangs up: nothing else would end that connection. */
export const refuseClosing = (socket: Duplex): void => {
  socket.on('error', () => socket.destroy())
  socket.on('finish', () => socket.destroy())
  hangUp(socket, '503 Service Unavailable', bodyOf('overloaded', { reason: 'closing' }), 'Retry-After: 5')
}

/** Answers with the reason for which a rule turned the request down. `retryAfter`, where it is known, in seconds. */
export const sendRefusal = (
  reply: FastifyReply,
  { code, details }: Omit<Refusal, 'code'> & { readonly code: ErrorCode },
): FastifyReply => {
  const wait = details?.['retryAfter']
  if (typeof wait === 'number') void reply.header('retry-after', String(wait))
  return sendError(reply, code, details)
}
