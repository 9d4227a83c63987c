import type { FastifyError, FastifyInstance } from 'fastify'
import type { Readiness } from '../sessions/readiness.ts'
import { Stopping } from '../sessions/rooms.ts'
import { UnreadableSession } from '../sessions/stored-session.ts'
import { Conflict, StorageFault } from '../storage/store.ts'
import { UnreadableWorkspace } from '../workspaces/stored-workspace.ts'
import { sendError } from './refuse.ts'
import { BadInput } from './valibot.ts'

/** The codes of the framework's own refusals. */
const FRAMEWORK_CODES = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad-json',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
} as const

const isKnown = (code: string): code is keyof typeof FRAMEWORK_CODES => Object.hasOwn(FRAMEWORK_CODES, code)

const isStorageTrouble = (error: unknown): boolean => error instanceof StorageFault || error instanceof Conflict

/** Turns every exception into an answer with a true status and a code. Nothing of the exception itself is told. */
export const handleErrors = (app: FastifyInstance, readiness: Pick<Readiness, 'noteFault'>): void => {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    if (error instanceof BadInput) {
      if (error.validationContext === 'params') return sendError(reply, 'unknown')
      return sendError(reply, 'bad-input', { path: error.path, problem: error.problem })
    }
    if (isKnown(error.code)) return sendError(reply, FRAMEWORK_CODES[error.code])
    if (isStorageTrouble(error)) {
      readiness.noteFault(error)
      request.log.error({ err: error }, 'storage failed')
      return sendError(reply, 'overloaded', { reason: 'storage' })
    }
    if (error instanceof UnreadableSession || error instanceof UnreadableWorkspace) {
      request.log.error({ err: error }, 'a stored session or workspace cannot be read')
      return sendError(reply, 'overloaded', { reason: 'newer' })
    }
    if (error instanceof Stopping) return sendError(reply, 'overloaded', { reason: 'closing' })
    // The parser of JSON throws its own errors, and they quote the body.
    if (error instanceof SyntaxError) return sendError(reply, 'bad-json')
    if (error.statusCode !== undefined && error.statusCode < 500) return sendError(reply, 'bad-request')
    request.log.error({ err: error }, 'request failed')
    return sendError(reply, 'internal')
  })
}
