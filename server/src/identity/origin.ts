import type {} from '@fastify/websocket'
import type { FastifyRequest } from 'fastify'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether people reach this server over https, as far as it can know: by its public address or a trusted proxy. */
export const isSecureRequest = (request: FastifyRequest, publicUrl: URL | undefined): boolean =>
  publicUrl ? publicUrl.protocol === 'https:' : request.protocol === 'https'

/** The origin under which people reach this server, without a slash at the end. */
export const ownOrigin = (request: FastifyRequest, publicUrl: URL | undefined): string =>
  publicUrl?.origin ?? `${request.protocol}://${request.host}`

/**
 * Whether an `Origin` header names this server: exactly the public address when one is set, else the very host that the
 * request asked for, and https where the request came over https.
 */
const isOwnOrigin = (origin: string, request: FastifyRequest, publicUrl: URL | undefined): boolean => {
  if (publicUrl) return origin === publicUrl.origin
  if (origin === `https://${request.host}`) return true
  return request.protocol === 'http' && origin === `http://${request.host}`
}

/**
 * Whether a request that carries our cookie may act, so that no foreign page can use somebody's browser.
 *
 * Sockets must name their origin. A changing request must name it too, unless it is no cross-site request of a browser:
 * `Sec-Fetch-Site` is absent, as in programs, or says `same-origin`.
 */
export const isTrustedSource = (request: FastifyRequest, publicUrl: URL | undefined): boolean => {
  const { origin } = request.headers
  if (!request.ws && SAFE_METHODS.has(request.method)) return true
  if (origin !== undefined) return isOwnOrigin(origin, request, publicUrl)
  if (request.ws) return false
  const site = request.headers['sec-fetch-site']
  return site === undefined || site === 'same-origin'
}
