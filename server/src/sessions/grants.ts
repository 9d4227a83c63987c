import { DAY_MS, type SeatId, type SessionId } from '@roundel/shared/kernel'
import { hashSecret } from '../identity/secret.ts'
import type { Grant } from '../storage/store.ts'

/** How long a secret opens a seat. A browser's and a program's outlive every session that is not kept for a team. */
export const GRANT_MS: Readonly<Record<Grant['kind'], number>> = {
  cookie: 180 * DAY_MS,
  token: 180 * DAY_MS,
  transfer: DAY_MS,
}

/**
 * How long a personal link lasts that somebody who does not lead makes for themselves after the end: until then it opens their
 * seat as often as they like, to read what came of it, to say how an action went, or to be forgotten.
 */
const LASTING_MS = GRANT_MS.cookie

/** Whether a personal link is one that lasts. */
export const isLasting = ({ kind, createdAt, expiresAt }: Pick<Grant, 'kind' | 'createdAt' | 'expiresAt'>): boolean =>
  kind === 'transfer' && expiresAt - createdAt > GRANT_MS.transfer

/** A personal link that lasts. */
export const asLasting = (grant: Grant): Grant => ({ ...grant, expiresAt: grant.createdAt + LASTING_MS })

/** The right of whoever holds a secret to sit on a seat, from now on. `by` made it, the person themselves unless told. */
export const makeGrant = (
  secret: string,
  kind: Grant['kind'],
  session: SessionId,
  seat: SeatId,
  now: number,
  by: SeatId = seat,
): Grant => ({
  hash: hashSecret(secret),
  session,
  seat,
  kind,
  createdAt: now,
  expiresAt: now + GRANT_MS[kind],
  ...(by !== seat && { by }),
})
