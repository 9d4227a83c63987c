import type { SessionId } from '@roundel/shared/kernel'
import { type Invite, LINK_LETTERS } from '@roundel/shared/session'

/**
 * The address that a link's secret makes: the secret stands behind the `#`, which no browser sends to any server.
 * A server that knows its public address gives whole addresses instead; those are taken as they are.
 */
export const inviteUrl = (origin: string, session: SessionId, invite: Invite, secret: string): string =>
  /^https?:\/\//.test(secret) ? secret : `${origin}/${LINK_LETTERS[invite]}/${session}#${secret}`
