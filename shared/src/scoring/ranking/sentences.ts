import { type LeadKey, type Sentence, describeLead } from '../sentence.ts'
import type { Cycle } from './cycles.ts'
import type { RankingResult } from './result.ts'

export type RankingKey =
  | LeadKey
  | 'cycle-overruled'
  | 'cycle-level'
  | 'rules-agree'
  | 'rules-differ'
  | 'concord-little'
  | 'concord-some'
  | 'concord-clear'
  | 'concord-strong'

/** Who leads and how firmly, why if majorities go in a circle, and how much the voters agree. */
export const describeRanking = (result: RankingResult): readonly Sentence<RankingKey>[] => {
  const { cycles, comparison, concordance, levels } = result
  const [cycle] = cycles
  const [difference] = comparison.differences
  const rules: readonly Sentence<RankingKey>[] = cycle
    ? [describeCycle(cycle)]
    : difference
      ? [{ key: 'rules-differ', values: { ...difference, count: comparison.count } }]
      : levels.flat().length > 1 && comparison.isAgreed
        ? [{ key: 'rules-agree', values: {} }]
        : []
  const concord: readonly Sentence<RankingKey>[] =
    concordance.concord && concordance.value !== null
      ? [{ key: `concord-${concordance.concord}`, values: { value: concordance.value } }]
      : []
  return [...describeLead(result), ...rules, ...concord]
}

const describeCycle = ({ items, majorities, isOverruled }: Cycle): Sentence<RankingKey> => {
  const weakest = majorities.at(-1)
  return {
    key: isOverruled ? 'cycle-overruled' : 'cycle-level',
    values: {
      items,
      count: items.length,
      over: weakest?.over ?? '',
      under: weakest?.under ?? '',
      for: weakest?.for ?? 0,
      against: weakest?.against ?? 0,
    },
  }
}
