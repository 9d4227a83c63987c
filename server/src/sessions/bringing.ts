import {
  type CommandId,
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
  /** Puts all rows of a table onto the board, for who leads; under the same id only once. */
  readonly bringTable: (
    seat: SeatId,
    rows: readonly Brought[],
    id: CommandId,
    into?: StepId,
  ) => Promise<Result<void, Refusal>>
  /** Puts what was referred to onto the board, for whoever holds the key of its workspace. What stands there is left out. */
  readonly bringAsKeeper: (brought: readonly Brought[]) => Promise<Result<readonly ItemId[], Refusal>>
}

export const openBringing = (
  core: SessionCore,
  { inTurn, doOnce }: Pick<CommandLine, 'inTurn' | 'doOnce'>,
  admission: Admission,
): Bringing => {
  const decide = (brought: readonly Brought[], into?: StepId): ReturnType<typeof bringIn> => {
    const decided = bringIn(core.ahead(), brought, core.circumstances(), into)
    if (!decided.ok) return decided
    return core.documents.areWritable(decided.value.writes) ? decided : fail(refusal('frozen', { reason: 'damaged' }))
  }

  return {
    admitsImport: (seat) => {
      const found = admission.leading(seat)
      if (!found.ok) return found
      const { position, language } = core.durable()
      if (position.state === 'ended') return fail(refusal('ended'))
      const affordable = admission.afford('import', seat)
      return affordable.ok ? ok({ language }) : affordable
    },
    bringTable: async (seat, rows, id, into) => {
      const found = admission.leading(seat)
      if (!found.ok) return found
      const done = await doOnce(seat, id, async () => {
        const decided = decide(rows, into)
        if (!decided.ok) return async () => decided
        const { session, writes } = decided.value
        const command = { id, seat, answer: {} }
        const version = core.change({ session, writes, command, log: { seat, type: 'bring' } })
        return async () => ok({ version: await version, answer: {} })
      })
      return done.ok ? ok(undefined) : done
    },
    bringAsKeeper: async (brought) => {
      const found = admission.open()
      if (!found.ok) return found
      const stored = await inTurn(async () => {
        const decided = decide(brought)
        if (!decided.ok) return async () => decided
        const { session, writes, items } = decided.value
        const version = core.change({ session, writes, log: { seat: 'server', type: 'bring' } })
        return async () => {
          await version
          return ok(items)
        }
      })
      return stored()
    },
  }
}
