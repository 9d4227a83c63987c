import type { ScoringResult } from '@roundel/shared/scoring'
import { createContext, use } from 'react'
import { type Asked, type CriterionWords, useCriteria } from './criterion-words.ts'

/** What was asked in the vote whose result is shown. */
export const AskedThen = createContext<Asked>({ scoring: 'fan', settings: {} })

/** The criteria of a result in words, those of the vote that it came from; none where nothing was judged by criteria. */
export const useCriteriaIn = (result: ScoringResult): readonly CriterionWords[] => {
  const known = useCriteria(use(AskedThen))
  if (!('criteria' in result)) return []
  return result.criteria.map(
    (criterion) =>
      known.find(({ key }) => key === criterion.key) ?? {
        ...criterion,
        label: criterion.key,
        letter: criterion.key.slice(0, 1).toUpperCase(),
        question: '',
        lowest: '',
        middle: '',
        highest: '',
      },
  )
}
