import type { StepId } from '@roundel/shared/kernel'
import type { ScoreView } from '@roundel/shared/methods'
import { useText } from '../../i18n/text.ts'
import { Results } from '../../scoring/results.tsx'
import { SubjectList } from '../../scoring/subject-list.tsx'
import { MoreTexts } from '../../i18n/texts.tsx'
import { useWork } from '../use-work.ts'
import { SCORE_TEXTS } from './texts.ts'

/** A vote as one looks back at it: what it came to, or what was to be voted on and was not. */
export const PastVote = ({ step }: { readonly step: StepId }) => (
  <MoreTexts from={SCORE_TEXTS}>
    <Past step={step} />
  </MoreTexts>
)

const Past = ({ step }: { readonly step: StepId }) => {
  const t = useText()
  const view = useWork<ScoreView>(step)
  if (!view) return null
  const { poll, result, sheet } = view
  if (poll && result) return <Results result={result} poll={poll} step={step} />
  return (
    <>
      {poll?.state === 'cancelled' && <p>{t('score.cancelled-sub')}</p>}
      <SubjectList ids={poll?.items ?? sheet.items} />
    </>
  )
}
