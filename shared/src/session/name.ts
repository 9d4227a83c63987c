import { LIMITS } from '../kernel/index.ts'
import { listSeats } from './rights.ts'
import type { Seat, Session } from './session.ts'

/** How two names are compared: a person who hears them could not tell them apart. */
const fold = (name: string): string => name.normalize('NFKC').toLowerCase()

/** A name without the number that `uniqueName` gave it. */
const bare = (name: string): string => name.replace(/ \(\d+\)$/, '')

/** Whether a name got a number because somebody else had it. */
export const isNumbered = (name: string): boolean => bare(name) !== name

/** Whether two names differ in nothing but the number that the later of them got. */
export const areNamesakes = (one: string, other: string): boolean => fold(bare(one)) === fold(bare(other))

/** The name, or the first of `Leila (2)`, `Leila (3)` … that nobody else at the session has. */
export const uniqueName = (session: Session, name: string, self?: Seat['id']): string => {
  const taken = new Set<string>()
  for (const seat of listSeats(session)) {
    if (seat.id !== self && seat.state !== 'removed' && seat.state !== 'refused') taken.add(fold(seat.name))
  }
  if (!taken.has(fold(name))) return name
  for (let number = 2; ; number++) {
    const suffix = ` (${number})`
    const candidate = `${name
      .slice(0, LIMITS.nameCharacters - suffix.length)
      .toWellFormed()
      .trimEnd()}${suffix}`
    if (!taken.has(fold(candidate))) return candidate
  }
}
