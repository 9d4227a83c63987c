import type {} from '@fastify/cookie'
import type { SessionId } from '@roundel/shared/kernel'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { COOKIE_NAME, readCookie } from '../identity/credential.ts'
import { isSecureRequest } from '../identity/origin.ts'
import { newSecret } from '../identity/secret.ts'
import type { Grant } from '../storage/store.ts'
import { GRANT_MS } from '../sessions/grants.ts'
import type { Doors } from './doors.ts'

/** A secret for somebody who sits down. */
export interface Issued {
  readonly kind: Extract<Grant['kind'], 'cookie' | 'token'>
  readonly secret: string
}

/** What somebody who sits down may get, and what their browser has already. */
export interface Issue {
  /** For a program a new token; for a browser the secret that it has, or a new one where `rises`. */
  readonly secretFor: (rises: boolean) => Issued
  /** To be called when a seat was taken with a secret: all else that the browser had opens with it too. */
  readonly settle: (issued: Issued, session: SessionId) => Promise<void>
}

/**
 * Looks at what a request brings. A cookie that no session knows is never kept, and whoever comes to lead gets another one:
 * somebody may have put theirs into that browser before.
 */
export const openIssue = async (
  request: FastifyRequest,
  kind: Issued['kind'] | undefined,
  { config, renewals }: Pick<Doors, 'config' | 'renewals'>,
): Promise<Issue> => {
  const fresh = newSecret()
  if (kind === 'token') return { secretFor: () => ({ kind, secret: fresh }), settle: async () => undefined }
  const cookie = readCookie(request, isSecureRequest(request, config.publicUrl))
  const present = cookie !== undefined && (await renewals.isKnown(cookie)) ? cookie : undefined
  return {
    secretFor: (rises) => ({ kind: 'cookie', secret: rises || present === undefined ? fresh : present }),
    settle: async ({ secret }, session) => {
      if (present !== undefined && present !== secret) await renewals.renew(present, secret, session)
    },
  }
}

/** Gives a browser another cookie for all that it has, where the seat it came for has come to lead since. */
export const renewCookie = async (
  request: FastifyRequest,
  reply: FastifyReply,
  { config, renewals }: Pick<Doors, 'config' | 'renewals'>,
): Promise<void> => {
  const cookie = readCookie(request, isSecureRequest(request, config.publicUrl))
  if (cookie === undefined) return
  const secret = newSecret()
  await renewals.renew(cookie, secret)
  handOver(request, reply, { kind: 'cookie', secret }, config.publicUrl)
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
