import type { Random } from '../../kernel/index.ts'
import { itemNamed } from '../simulated-cast.ts'
import type { Levels } from './ballot.ts'
import { type Duels, countLevels, emptyDuels, indexLevels } from './duels.ts'

/** Ballots by chance over numbered items, with ties, all items on each: for laws over rules. */
export const anyLevels = (items: number, voters: number, random: Random): readonly Levels[] =>
  Array.from({ length: voters }, () => {
    const steps = 1 + Math.floor(random() * items)
    const places = Array.from({ length: items }, () => Math.floor(random() * steps))
    return [...new Set(places)]
      .toSorted((one, other) => one - other)
      .map((place) => places.flatMap((each, index) => (each === place ? [itemNamed(String(index + 10))] : [])))
  })

/** The duels of such ballots. */
export const duelsOf = (ballots: readonly Levels[]): Duels => {
  const items = [...new Set(ballots.flat(2))].toSorted()
  const duels = emptyDuels(items)
  for (const levels of ballots) countLevels(duels, indexLevels(items, levels))
  return duels
}
