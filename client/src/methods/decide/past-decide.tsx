import type { StepId } from '@roundel/shared/kernel'
import type { DecideView } from '@roundel/shared/methods/decide'
import { MoreTexts } from '../../i18n/texts.tsx'
import { useWork } from '../use-work.ts'
import { DecideSummary } from './summary.tsx'
import { DECIDE_TEXTS } from './texts.ts'

/** A step that decided, as one looks back at it. */
export const PastDecide = ({ step }: { readonly step: StepId }) => {
  const view = useWork<DecideView>(step)
  return (
    view && (
      <MoreTexts from={DECIDE_TEXTS}>
        <DecideSummary view={view} />
      </MoreTexts>
    )
  )
}
