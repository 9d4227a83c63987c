import type { ItemId } from '../../kernel/index.ts'
import type { Levels } from './ballot.ts'

const lift = (levels: Levels, item: ItemId): Levels =>
  levels.map((level) => level.filter((each) => each !== item)).filter((level) => level.length > 0)

/** The item alone on a level of its own at a position from 1; beyond the ends it stands at the end. Also for one that had no place. */
export const moveToPosition = (levels: Levels, item: ItemId, position: number): Levels => {
  const others = lift(levels, item)
  const place = Math.min(Math.max(1, Math.round(position)), others.length + 1) - 1
  return others.toSpliced(place, 0, [item])
}

/** The item behind everything that has a place; one that has a place stays where it is. */
export const placeNext = (levels: Levels, item: ItemId): Levels =>
  levels.some((level) => level.includes(item)) ? levels : [...levels, [item]]

/** The item equal to another one; where that has no place, nothing changes. */
export const placeBeside = (levels: Levels, item: ItemId, other: ItemId): Levels => {
  if (item === other || !levels.some((level) => level.includes(other))) return levels
  return lift(levels, item).map((level) => (level.includes(other) ? [...level, item] : level))
}

/** The item without a place. */
export const takeOut = (levels: Levels, item: ItemId): Levels => lift(levels, item)

/**
 * The item one step up or down: out of a level of equals to just before or behind them, otherwise past its neighbours.
 * At the end, or without a place, nothing changes.
 */
export const moveBy = (levels: Levels, item: ItemId, step: 'up' | 'down'): Levels => {
  const at = levels.findIndex((level) => level.includes(item))
  if (at < 0) return levels
  const isAlone = levels[at]?.length === 1
  const isAtEnd = step === 'up' ? at === 0 : at === levels.length - 1
  if (isAlone && isAtEnd) return levels
  const others = lift(levels, item)
  const place = step === 'up' ? (isAlone ? at - 1 : at) : at + 1
  return others.toSpliced(place, 0, [item])
}
