import { type CommandId, type Refusal, type Result, type SeatId, fail, ok, refusal } from '@roundel/shared/kernel'
import { findSeated, leads } from '@roundel/shared/session'
import { type Restored, readSessionFile } from '../import/json.ts'
import type { SavedContent } from '../import/saved.ts'
import type { CommandLine } from './command-line.ts'
import type { SessionCore } from './session-core.ts'

/** What was taken of a file, and what was not. */
type Told = Pick<Restored, 'taken' | 'refused'>

/** Reads a session's own file into this session. */
export interface Restoring {
  /** Whether a seat may do that now, and not too often, before anybody reads the file. */
  readonly admits: (seat: SeatId) => Result<void, Refusal>
  /** Puts all of a file's content into the session, or nothing; under the same id only once. */
  readonly restore: (seat: SeatId, file: SavedContent, id: CommandId) => Promise<Result<Told, Refusal>>
}

export const openRestoring = (
  core: SessionCore,
  { doOnce }: Pick<CommandLine, 'doOnce'>,
  newId: () => string,
  afford: (seat: SeatId) => Result<void, Refusal>,
): Restoring => {
  const mayRestore = (seat: SeatId): Result<void, Refusal> => {
    const session = core.ahead()
    const found = findSeated(session, seat)
    if (!found.ok) return found
    if (!leads(found.value)) return fail(refusal('not-allowed'))
    return session.position.state === 'ended' ? fail(refusal('ended', { at: session.position.at })) : ok(undefined)
  }

  /** What a file that is in already came to: the same wherever there is room for it. */
  const tellAgain = (file: SavedContent): Result<Told, Refusal> =>
    readSessionFile({ ...core.ahead(), agenda: [] }, file, { itemCount: 0, newId })

  return {
    admits: (seat) => {
      const allowed = mayRestore(seat)
      return allowed.ok ? afford(seat) : allowed
    },
    restore: async (seat, file, id) => {
      let told: Told | undefined
      const done = await doOnce(seat, id, async () => {
        const allowed = mayRestore(seat)
        if (!allowed.ok) return async () => allowed
        const { itemCount } = core.circumstances()
        const read = readSessionFile(core.ahead(), file, { itemCount: itemCount(), newId })
        if (!read.ok) return async () => read
        const { session, writes } = read.value
        if (!core.documents.areWritable(writes)) return async () => fail(refusal('frozen', { reason: 'damaged' }))
        told = read.value
        // In one go, though a whole board takes some tenths of a second: what is stored by halves is worth nothing.
        const command = { id, seat, answer: {} }
        const version = core.change({ session, writes, command, log: { seat, type: 'import' } })
        return async () => ok({ version: await version, answer: {} })
      })
      if (!done.ok) return done
      return told ? ok(told) : tellAgain(file)
    },
  }
}
