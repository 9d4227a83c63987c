import type { ScoringId, ScoringResult } from '@roundel/shared/scoring'
import type { ScoreView } from '@roundel/shared/methods'
import { useWork } from '../methods/use-work.ts'
import { type CriterionWords, useCriteria } from './criterion-words.ts'

/** The criteria of a result in words, those of the poll that it came from; none where nothing was judged by criteria. */
export const useCriteriaIn = (result: ScoringResult): readonly CriterionWords[] => {
  const poll = useWork<ScoreView>()?.poll
  const known = useCriteria({ scoring: result.scoring as ScoringId, settings: poll?.settings ?? {} })
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
