import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { COOKIE_NAME, readCookie } from '../identity/credential.ts'
import { isSecureRequest } from '../identity/origin.ts'
import { newSecret } from '../identity/secret.ts'
import type { Grant } from '../storage/store.ts'
import { GRANT_MS } from '../sessions/grants.ts'

/** A secret for somebody who sits down: a new token for a program; for a browser the one that it has, or a new one. */
export interface Issued {
  readonly kind: Extract<Grant['kind'], 'cookie' | 'token'>
  readonly secret: string
}

export const issueSecret = (
  request: FastifyRequest,
  kind: Issued['kind'] | undefined,
  publicUrl: URL | undefined,
): Issued => {
  if (kind === 'token') return { kind, secret: newSecret() }
  return { kind: 'cookie', secret: readCookie(request, isSecureRequest(request, publicUrl)) ?? newSecret() }
}

/** Hands the secret over: a browser keeps it where no script can read it; a program gets it once, in the answer. */
export const handOver = (
  request: FastifyRequest,
  reply: FastifyReply,
  { kind, secret }: Issued,
  publicUrl: URL | undefined,
): { readonly token?: string } => {
  if (kind === 'token') return { token: secret }
  const secure = isSecureRequest(request, publicUrl)
  void reply.setCookie(secure ? COOKIE_NAME.secure : COOKIE_NAME.plain, secret, {
    httpOnly: true,
    secure,
    sameSite: 'lax',
    path: '/',
    maxAge: GRANT_MS.cookie / 1000,
  })
  return {}
}
