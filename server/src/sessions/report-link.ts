import { type Refusal, type Result, type SeatId, fail, ok } from '@roundel/shared/kernel'
import {
  type Names,
  type Session,
  type Sharing,
  findSharing,
  shareNow,
  shareReport,
  unshareReport,
} from '@roundel/shared/session'
import type { FileSource } from '../export/file-source.ts'
import { equalSecrets, hashSecret } from '../identity/secret.ts'
import type { CommandLine } from './command-line.ts'
import { type ReportAround, gatherForLink } from './report-source.ts'
import type { SessionCore } from './session-core.ts'

/** The link to the report of a session. There is one at most; nobody keeps its secret. */
export interface ReportLink {
  /** Announces a link that will carry `secret`. Refuses as `shareReport`. */
  readonly make: (seat: SeatId, secret: string, names: Names) => Promise<Result<Sharing, Refusal>>
  /** Opens at once what was announced. */
  readonly hasten: (seat: SeatId) => Promise<Result<void, Refusal>>
  /** Ends the link, or takes back that there will be one. */
  readonly end: (seat: SeatId) => Promise<Result<void, Refusal>>
  /** What whoever has the secret may read. Refuses with `unknown`, `not-revealed` or `too-many`. */
  readonly read: (secret: string) => Promise<Result<FileSource, Refusal>>
}

export const openReportLink = (
  core: SessionCore,
  { inTurn }: Pick<CommandLine, 'inTurn'>,
  {
    now,
    afford,
    around,
  }: { readonly now: () => number; readonly afford: () => Result<void, Refusal>; readonly around: ReportAround },
): ReportLink => {
  const change = (
    seat: SeatId,
    type: string,
    decide: (session: Session) => Result<Session, Refusal>,
  ): Promise<Result<void, Refusal>> =>
    inTurn(async () => {
      const decided = decide(core.ahead())
      if (!decided.ok) return decided
      await core.change({ session: decided.value, log: { seat, type } })
      return ok(undefined)
    })

  return {
    make: async (seat, secret, names) => {
      let made: Sharing | undefined
      const changed = await change(seat, 'share-report', (session) => {
        const shared = shareReport(session, seat, { hash: hashSecret(secret), names }, now())
        if (!shared.ok) return shared
        made = shared.value.sharing
        return ok(shared.value.session)
      })
      return changed.ok && made ? ok(made) : (changed as Result<never, Refusal>)
    },
    hasten: (seat) => change(seat, 'share-report-now', (session) => shareNow(session, seat, now())),
    end: (seat) => change(seat, 'unshare-report', (session) => unshareReport(session, seat)),
    read: async (secret) => {
      const hash = hashSecret(secret)
      const found = findSharing(core.durable(), (known) => equalSecrets(known, hash), now())
      if (!found.ok) return found
      const affordable = afford()
      if (!affordable.ok) return affordable
      const source = await gatherForLink(core, found.value.names, now(), around)
      // Whoever ended the link meanwhile is obeyed.
      const still = findSharing(core.durable(), (known) => equalSecrets(known, hash), now())
      return still.ok ? ok(source) : fail(still.error)
    },
  }
}
