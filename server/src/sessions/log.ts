import type { FastifyBaseLogger } from 'fastify'

/** What sessions need of the server's log. */
export type Log = Pick<FastifyBaseLogger, 'debug' | 'info' | 'warn' | 'error'>
