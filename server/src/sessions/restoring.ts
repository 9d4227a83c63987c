import { type Refusal, type Result, type SeatId, fail, ok, refusal } from '@roundel/shared/kernel'
import { type DocumentWrite, findSeated, leads } from '@roundel/shared/session'
import { setImmediate } from 'node:timers/promises'
import { type Restored, readSessionFile } from '../import/json.ts'
import type { SavedContent } from '../import/saved.ts'
import type { CommandLine } from './command-line.ts'
import type { SessionCore } from './session-core.ts'

/** Records, and characters in them, that are written at once: in between others are served. */
const AT_ONCE = { records: 400, characters: 150_000 } as const

/** Reads a session's own file into this session. */
export interface Restoring {
  /** Whether a seat may do that now, and not too often, before anybody reads the file. */
  readonly admits: (seat: SeatId) => Result<void, Refusal>
  readonly restore: (seat: SeatId, file: SavedContent) => Promise<Result<Pick<Restored, 'taken' | 'refused'>, Refusal>>
}

export const openRestoring = (
  core: SessionCore,
  { inTurn }: Pick<CommandLine, 'inTurn'>,
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

  return {
    admits: (seat) => {
      const allowed = mayRestore(seat)
      return allowed.ok ? afford(seat) : allowed
    },
    restore: (seat, file) =>
      inTurn(async () => {
        const allowed = mayRestore(seat)
        if (!allowed.ok) return allowed
        const { itemCount } = core.circumstances()
        const read = readSessionFile(core.ahead(), file, { itemCount: itemCount(), newId })
        if (!read.ok) return read
        const { session, writes, taken, refused } = read.value
        if (!core.documents.areWritable(writes)) return fail(refusal('frozen', { reason: 'damaged' }))
        // Groups come before what stands in them, and both ends of a link before the link.
        const [first = [], ...others] = split(writes)
        let stored = core.change({ session, writes: first, log: { seat, type: 'import' } })
        for (const part of others) {
          await Promise.all([stored, setImmediate()])
          stored = core.change({ session: core.ahead(), writes: part })
        }
        await stored
        return ok({ taken, refused })
      }),
  }
}

const lengthOf = (write: DocumentWrite): number => (write.type === 'add-item' ? write.item.text.length : 0)

/** The writes in their order, in parts that each take little time. */
const split = (writes: readonly DocumentWrite[]): readonly (readonly DocumentWrite[])[] => {
  const parts: DocumentWrite[][] = []
  let characters = Infinity
  for (const write of writes) {
    const part = parts.at(-1)
    if (part && part.length < AT_ONCE.records && characters < AT_ONCE.characters) part.push(write)
    else {
      parts.push([write])
      characters = 0
    }
    characters += lengthOf(write)
  }
  return parts
}
