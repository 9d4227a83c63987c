import type { ItemId } from '@roundel/shared/kernel'
import type { ScoreView } from '@roundel/shared/methods'
import type { DecideView } from '@roundel/shared/methods/decide'
import type { ScoringResult } from '@roundel/shared/scoring'
import { useNumber, useText } from '../../i18n/text.ts'
import { useWork } from '../use-work.ts'

/** The one figure by which a vote puts an item where it stands, in words; undefined where it has none. */
const figureOf = (
  result: ScoringResult,
  id: ItemId,
): { readonly key: 'judged' | 'dots' | 'ranked'; readonly value: number } | undefined => {
  if ('criteria' in result) {
    const value = result.items.find(({ item }) => item === id)?.scores?.[result.aggregate]
    return value === undefined ? undefined : { key: 'judged', value }
  }
  if ('budget' in result) {
    const value = result.items.find(({ item }) => item === id)?.dots
    return value === undefined ? undefined : { key: 'dots', value }
  }
  const value = result.items.find(({ item }) => item === id)?.borda?.points
  return value === undefined ? undefined : { key: 'ranked', value }
}

/** What the vote that a decision stands before said of an item: its place, and the figure of that, in words. */
export const useFigures = ({
  scored,
}: Pick<DecideView, 'scored'>): {
  readonly rankOf: (id: ItemId) => number | null | undefined
  readonly figureOf: (id: ItemId) => string | undefined
} => {
  const t = useText()
  const number = useNumber()
  const result = useWork<ScoreView>(scored?.step)?.result
  return {
    rankOf: (id) => scored?.places.find(({ item }) => item === id)?.rank,
    figureOf: (id) => {
      const found = scored && result && figureOf(result, id)
      if (!found) return undefined
      const { key, value } = found
      return t(`decide.figure-${key}`, { count: value, figure: number(value, { maximumFractionDigits: 1 }) })
    },
  }
}
