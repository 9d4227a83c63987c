import { isId } from '@roundel/shared/kernel'
import type { FastifyHttpOptions, FastifyReply, FastifyRequest, RawServerDefault } from 'fastify'
import type { Config } from './config.ts'
import { maskAddress } from './identity/address.ts'

/** Errors whose messages quote what they could not read. */
const QUOTING = new Set(['SyntaxError', 'ValiError'])

// A route is told by its pattern: what stands in the place of a parameter may be a code.
const describeRequest = (request: FastifyRequest) => {
  const { session } = (request.params ?? {}) as { readonly session?: unknown }
  return {
    method: request.method,
    route: request.routeOptions?.url ?? 'none',
    ...(isId(session) && { session }),
    address: maskAddress(request.ip ?? ''),
  }
}

const describeReply = (reply: Pick<FastifyReply, 'statusCode'>) => ({ statusCode: reply.statusCode })

const describeError = (error: Error & { readonly code?: unknown }) => ({
  type: error.name,
  ...(typeof error.code === 'string' && { code: error.code }),
  message: QUOTING.has(error.name) ? '' : error.message,
  stack: (error.stack ?? '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n'),
})

/** Where log lines go; standard output when absent. */
export interface LogStream {
  readonly write: (line: string) => void
}

type LogOptions = Extract<FastifyHttpOptions<RawServerDefault>['logger'], object>

/**
 * How the server logs: one JSON object per line, with nothing that people wrote and nothing that opens a door: no
 * addresses of pages, headers or bodies, and network addresses shortened.
 */
export const logOptions = (config: Pick<Config, 'logLevel'>, stream?: LogStream): LogOptions => ({
  level: config.logLevel,
  ...(stream && { stream }),
  serializers: { req: describeRequest, res: describeReply, err: describeError },
  // The serializers leave these out already; this is for whoever logs a whole request one day.
  redact: [
    '*.headers.cookie',
    '*.headers.authorization',
    '*.headers["sec-websocket-protocol"]',
    '*.headers["set-cookie"]',
  ],
})
