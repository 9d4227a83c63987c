import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isLoopback } from '../identity/address.ts'
import { readBearer } from '../identity/credential.ts'
import { equalSecrets } from '../identity/secret.ts'
import { PageSettings, Refused, Status } from './answers.ts'
import { type Doors, sharedOrigin } from './doors.ts'
import { sendError } from './refuse.ts'
import type { App } from './valibot.ts'

/** `GET /api/health`, `/api/ready`, `/api/config` */
export const serveOperation = (app: App, doors: Doors): void => {
  app.get('/health', { schema: { summary: 'Whether the process runs', response: { 200: Status } } }, () => ({
    status: 'ok',
  }))

  app.get(
    '/ready',
    {
      schema: {
        summary: 'Whether people should be sent here: 503 while the store fails or the server stops',
        response: { 200: Status, 503: Refused },
      },
    },
    (_request, reply) =>
      doors.readiness.isReady() ? { status: 'ready' } : sendError(reply, 'overloaded', { reason: 'not-ready' }),
  )

  app.get(
    '/config',
    { schema: { summary: 'What the pages need to know of this server', response: { 200: PageSettings } } },
    (request) => ({
      /** What links for other people begin with. */
      origin: sharedOrigin(doors, request),
      create: doors.config.createKey === undefined ? 'anyone' : 'key',
      ...(doors.config.consent && { consent: doors.config.consent }),
      ...(doors.config.imprint !== undefined && { imprint: doors.config.imprint }),
      ...(doors.printer && { pdf: true as const }),
    }),
  )
}

// A proxy on this machine passes requests on from everywhere, and says so.
const isPassedOn = ({ headers }: FastifyRequest): boolean =>
  headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined

/** `GET /metrics`: for this very machine, or for whoever has the token. */
export const serveMetrics = (app: FastifyInstance, { config, metrics }: Doors): void => {
  const mayRead = (request: FastifyRequest): boolean => {
    const token = readBearer(request)
    if (config.metricsToken !== undefined && token !== undefined) return equalSecrets(token, config.metricsToken)
    return isLoopback(request.socket.remoteAddress ?? '') && !isPassedOn(request)
  }
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) =>
    mayRead(request)
      ? reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
      : sendError(reply, 'not-allowed'),
  )
}
