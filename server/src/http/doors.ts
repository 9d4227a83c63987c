import { type Refusal, type Result, type SeatId, type SessionId, anId, fail, ok, refusal } from '@roundel/shared/kernel'
import type { FastifyRequest } from 'fastify'
import * as v from 'valibot'
import type { Config } from '../config.ts'
import type { Failures } from '../identity/failures.ts'
import { identify } from '../identity/identify.ts'
import { ownOrigin } from '../identity/origin.ts'
import type { Renewals } from '../identity/renewal.ts'
import type { FileReader } from '../import/file-reader.ts'
import type { Metrics } from '../metrics.ts'
import type { Rehearsals } from '../rehearsal/rehearsals.ts'
import type { Printer } from '../paper/printer.ts'
import type { Chance } from '../sessions/chance.ts'
import type { Readiness } from '../sessions/readiness.ts'
import type { Rooms } from '../sessions/rooms.ts'
import type { SessionRoom } from '../sessions/session-room.ts'
import type { Store } from '../storage/store.ts'
import type { Past } from '../workspaces/stored-past.ts'
import type { Workspaces } from '../workspaces/workspaces.ts'
import type { Creations } from './creations.ts'
import type { Turnstile } from './turnstile.ts'

/** What the routes have at hand. */
export interface Doors {
  readonly config: Config
  readonly store: Store
  readonly chance: Chance
  readonly rooms: Rooms
  readonly readiness: Readiness
  readonly failures: Failures
  readonly turnstile: Turnstile
  readonly renewals: Renewals
  readonly metrics: Metrics
  readonly creations: Creations
  readonly workspaces: Workspaces
  /** The sessions of workspaces as they are on disk. */
  readonly past: Past
  readonly readFile: FileReader
  /** Absent where no browser is set up to print with. */
  readonly printer: Printer | undefined
  /** Where the built client lies. */
  readonly clientFolder: string
  readonly rehearsals: Pick<Rehearsals, 'begin'>
  /** Which pages this server serves, see `readBuild`. */
  readonly build: string | undefined
  /** This machine's address in the local network, when people can reach the server there. */
  readonly lanAddress: string | undefined
}

/** Somebody who is known to a session, and the session. */
export interface Entry {
  readonly room: SessionRoom
  readonly seat: SeatId
}

export const SessionParams = v.strictObject({ session: anId<'session'>() })
/** What a device opens a seat for, see `Show`. */
export const ShowQuery = v.strictObject({ show: v.optional(v.literal('screen')) })
export const DocumentParams = v.strictObject({ ...SessionParams.entries, document: v.string() })

/**
 * Lets whoever makes a request into a session.
 *
 * Refuses with `not-seated`, whether there is no such session or one that does not know them: an id alone tells nothing.
 */
export const enter = async (
  { store, rooms, config, chance, renewals }: Doors,
  request: FastifyRequest,
  session: SessionId,
): Promise<Result<Entry, Refusal>> => {
  const grant = await identify({ store, publicUrl: config.publicUrl, now: chance.now }, request, session)
  if (grant?.kind === 'cookie') renewals.noteUse(grant.hash)
  const room = grant && (await rooms.open(session))
  return grant && room ? ok({ room, seat: grant.seat }) : fail(refusal('not-seated'))
}

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/

/**
 * The origin that links for other people begin with: the public address, or the one this request used. One that only this
 * machine understands is replaced by its address in the local network, where there is one.
 */
export const sharedOrigin = (
  { config, lanAddress }: Pick<Doors, 'config' | 'lanAddress'>,
  request: FastifyRequest,
): string => {
  const local = config.publicUrl ? null : LOOPBACK.exec(request.host)
  return local && lanAddress !== undefined
    ? `${request.protocol}://${lanAddress}${local[1] ?? ''}`
    : ownOrigin(request, config.publicUrl)
}
