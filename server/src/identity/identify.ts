import type { SessionId } from '@roundel/shared/kernel'
import type { FastifyRequest } from 'fastify'
import type { Grant, Store } from '../storage/store.ts'
import { type Credential, readCredential } from './credential.ts'
import { isSecureRequest } from './origin.ts'
import { hashSecret } from './secret.ts'

/** What recognises people: the store's grants, and the clock that ends them. */
export interface Identification {
  readonly store: Pick<Store, 'grant'>
  readonly publicUrl: URL | undefined
  readonly now: () => number
}

/** The grant that a credential has at a session, while it lasts. Only kinds that open doors: a personal link is redeemed first. */
export const findGrant = async (
  { store, now }: Identification,
  credential: Credential,
  session: SessionId,
): Promise<Grant | undefined> => {
  const grant = await store.grant(hashSecret(credential.secret), session)
  return grant && grant.kind === credential.kind && grant.expiresAt > now() ? grant : undefined
}

/** Whoever makes a request, as this session knows them; undefined for strangers. */
export const identify = async (
  around: Identification,
  request: FastifyRequest,
  session: SessionId,
): Promise<Grant | undefined> => {
  const credential = readCredential(request, isSecureRequest(request, around.publicUrl))
  return credential && findGrant(around, credential, session)
}
