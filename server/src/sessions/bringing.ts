import {
  type ItemId,
  type Refusal,
  type Result,
  type SeatId,
  type StepId,
  fail,
  ok,
  refusal,
} from '@roundel/shared/kernel'
import { type Brought, type Session, bringIn } from '@roundel/shared/session'
import type { Admission } from './admission.ts'
import type { CommandLine } from './command-line.ts'
import type { SessionCore } from './session-core.ts'

/** How things from outside come onto the board. */
export interface Bringing {
  /** Whether a seat may bring a table now: who leads, before the end, and not too often. Answers the session's language. */
  readonly admitsImport: (seat: SeatId) => Result<Pick<Session, 'language'>, Refusal>
  /** Puts what comes from outside onto the board, for who leads, or for whoever holds the key of its workspace. */
  readonly bring: (
    brought: readonly Brought[],
    by: SeatId | 'keeper',
    into?: StepId,
  ) => Promise<Result<readonly ItemId[], Refusal>>
}

export const openBringing = (
  core: SessionCore,
  { inTurn }: Pick<CommandLine, 'inTurn'>,
  admission: Admission,
): Bringing => ({
  admitsImport: (seat) => {
    const found = admission.leading(seat)
    if (!found.ok) return found
    const { position, language } = core.durable()
    if (position.state === 'ended') return fail(refusal('ended'))
    const affordable = admission.afford('import', seat)
    return affordable.ok ? ok({ language }) : affordable
  },
  bring: async (brought, by, into) => {
    const found = by === 'keeper' ? admission.open() : admission.leading(by)
    if (!found.ok) return found
    const stored = await inTurn(async () => {
      const decided = bringIn(core.ahead(), brought, core.circumstances(), into)
      if (!decided.ok) return async () => decided
      const { session, writes, items } = decided.value
      if (!core.documents.areWritable(writes)) return async () => fail(refusal('frozen', { reason: 'damaged' }))
      const log = { seat: by === 'keeper' ? ('server' as const) : by, type: 'bring' }
      const version = core.change({ session, writes, log })
      return async () => {
        await version
        return ok(items)
      }
    })
    return stored()
  },
})
