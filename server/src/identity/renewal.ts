import { DAY_MS, type SessionId } from '@roundel/shared/kernel'
import { type Grant, Conflict, type Store } from '../storage/store.ts'
import type { Chance } from '../sessions/chance.ts'
import { hashSecret } from './secret.ts'

/** How long an old secret goes on when nobody knows whether the new one arrived, and when it is known to have. */
export const OLD_SECRET_MS = { unheard: DAY_MS, heard: 10_000 } as const

/** Gives browsers new secrets for what they have. */
export interface Renewals {
  /** Whether a secret opens anything, anywhere, as a cookie. */
  readonly isKnown: (secret: string) => Promise<boolean>
  /**
   * Lets a new secret open all that an old one opens, but for a session in which it does already; resolves when that is on
   * disk. The old one goes on for a day, because the answer with the new one may be lost, or for ten seconds, for what is
   * under way, from the first use of the new one on.
   */
  readonly renew: (from: string, to: string, except?: SessionId) => Promise<void>
  /** To be called when somebody proved themselves by a secret of this hash. */
  readonly noteUse: (hash: string) => void
}

export const openRenewals = (
  store: Pick<Store, 'grantsWith' | 'commit'>,
  { now, clock }: Pick<Chance, 'now' | 'clock'>,
): Renewals => {
  /** Hashes of old secrets by those of the new ones. What a restart forgets ends by itself within the day. */
  const former = new Map<string, string>()

  const cookiesWith = async (hash: string): Promise<readonly Grant[]> =>
    (await store.grantsWith(hash)).filter(({ kind, expiresAt }) => kind === 'cookie' && expiresAt > now())

  const put = async (session: SessionId, grants: readonly Grant[]): Promise<void> => {
    try {
      await store.commit({ session, grants })
    } catch (error) {
      // The session was deleted meanwhile, and its grants with it.
      if (!(error instanceof Conflict)) throw error
    }
  }

  const endBy = (grant: Grant, time: number): Grant => ({ ...grant, expiresAt: Math.min(grant.expiresAt, time) })

  const end = async (hash: string): Promise<void> => {
    const until = now() + OLD_SECRET_MS.heard
    for (const grant of await cookiesWith(hash)) await put(grant.session, [endBy(grant, until)])
  }

  return {
    isKnown: async (secret) => (await cookiesWith(hashSecret(secret))).length > 0,
    renew: async (from, to, except) => {
      const [old, hash] = [hashSecret(from), hashSecret(to)]
      const until = now() + OLD_SECRET_MS.unheard
      for (const grant of await cookiesWith(old)) {
        const copy = grant.session === except ? [] : [{ ...grant, hash }]
        await put(grant.session, [...copy, endBy(grant, until)])
      }
      former.set(hash, old)
      clock.after(OLD_SECRET_MS.unheard, () => former.delete(hash))
    },
    noteUse: (hash) => {
      const old = former.get(hash)
      if (old === undefined) return
      former.delete(hash)
      // A store that fails here fails everybody; the old secret then ends within the day.
      end(old).catch(() => undefined)
    },
  }
}
