import type { ItemId } from '@roundel/shared/kernel'
import type { ScoringResult } from '@roundel/shared/scoring'

const LETTERS = 26

/** The letter by which an item is known in every chart of a result: A for the first in its order, then B; AA after Z. */
export const letterOf = ({ order }: Pick<ScoringResult, 'order'>, item: ItemId): string => {
  const at = order.findIndex((placed) => placed.item === item)
  const letter = (index: number): string => String.fromCodePoint(65 + index)
  return at < LETTERS ? letter(at) : `${letter(Math.floor(at / LETTERS) - 1)}${letter(at % LETTERS)}`
}
