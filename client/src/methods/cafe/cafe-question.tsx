import type { ReactNode } from 'react'
import { useText } from '../../i18n/text.ts'
import { Question } from '../../session/question.tsx'
import { type Cafe, useCafe } from './cafe-model.ts'

/** What is going on, in a line under the question. */
const useSub = (): string => {
  const t = useText()
  const { phase, view, own, leads, isInRound, isMoving, tableOf } = useCafe()
  const table = tableOf(own?.place?.table)
  if (isInRound) {
    const round = t('cafe.round-of', { number: view.round ?? 1, most: view.rounds })
    return table ? t('cafe.sub-at-table', { table: table.title, round }) : round
  }
  if (isMoving) return t('cafe.sub-move')
  switch (phase) {
    case 'setup':
      return t(leads ? 'cafe.sub-setup-lead' : 'cafe.sub-setup')
    case 'welcome':
      return t(view.mode === 'free' ? 'cafe.sub-welcome-free' : 'cafe.sub-welcome')
    case 'gather':
      return t('cafe.sub-gather')
    default:
      return t('cafe.sub-harvest')
  }
}

/** What is asked where this person is: the question of their table, of the round, else that of the step. */
const questionFor = ({ own, view, tableOf, phase }: Cafe): string | undefined => {
  if (phase === 'gather' || phase === 'harvest') return view.questions[0]
  const { questions, round = 1 } = view
  return tableOf(own?.place?.table)?.question ?? questions[Math.min(round, questions.length) - 1]
}

/** The question of a café, and where one is in it. */
export const CafeQuestion = ({ aside }: { readonly aside?: ReactNode }) => {
  const heading = questionFor(useCafe())
  return <Question {...(heading && { heading })} sub={useSub()} aside={aside} />
}
