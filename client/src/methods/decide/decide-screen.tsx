import type { DecideView } from '@roundel/shared/methods/decide'
import { useText } from '../../i18n/text.ts'
import { Question } from '../../session/question.tsx'
import type { ScreenProps } from '../method-view.tsx'
import { useWork } from '../use-work.ts'
import { DecideSummary } from './summary.tsx'

/** The screen on which a room decides. */
export const DecideScreen = ({ frame }: ScreenProps) => {
  const t = useText()
  const view = useWork<DecideView>()
  if (!view) return null
  return frame({ question: <Question sub={t('decide.sub-leads')} />, room: <DecideSummary view={view} /> })
}
