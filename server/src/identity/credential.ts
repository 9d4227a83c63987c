import type {} from '@fastify/cookie'
import type {} from '@fastify/websocket'
import type { FastifyRequest } from 'fastify'
import { TOKEN_SUBPROTOCOL } from '@roundel/shared/protocol'
import { isSecret } from './secret.ts'

/** Over https the cookie is bound to this very host and to https by its name; over plain http that name is refused. */
export const COOKIE_NAME = { secure: '__Host-roundel', plain: 'roundel' } as const

/** What a request proves itself by: a program's token, or a browser's cookie. */
export type Credential = { readonly kind: 'token' | 'cookie'; readonly secret: string }

/** The subprotocols that a socket offered, in its order. */
const offeredSubprotocols = (header: string | undefined): readonly string[] =>
  (header ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')

const BEARER = /^Bearer ([\x21-\x7E]+)$/i

/** The token after `Authorization: Bearer`, whatever it looks like. */
export const readBearer = (request: FastifyRequest): string | undefined =>
  BEARER.exec(request.headers.authorization ?? '')?.[1]

const readToken = (request: FastifyRequest): string | undefined => {
  const bearer = readBearer(request)
  if (bearer !== undefined || !request.ws) return bearer
  return offeredSubprotocols(request.headers['sec-websocket-protocol'])
    .find((part) => part.startsWith(TOKEN_SUBPROTOCOL))
    ?.slice(TOKEN_SUBPROTOCOL.length)
}

/** The browser's secret, or undefined when it sent none that we could have made. */
export const readCookie = (request: FastifyRequest, isSecure: boolean): string | undefined => {
  const value = request.cookies[isSecure ? COOKIE_NAME.secure : COOKIE_NAME.plain]
  return value !== undefined && isSecret(value) ? value : undefined
}

/** What the request proves itself by. A token wins over a cookie; one of the wrong shape proves nothing. */
export const readCredential = (request: FastifyRequest, isSecure: boolean): Credential | undefined => {
  const token = readToken(request)
  if (token !== undefined) return isSecret(token) ? { kind: 'token', secret: token } : undefined
  const cookie = readCookie(request, isSecure)
  return cookie === undefined ? undefined : { kind: 'cookie', secret: cookie }
}
