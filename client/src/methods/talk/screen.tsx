import { useText } from '../../i18n/text.ts'
import { Question } from '../../session/question.tsx'
import { useView } from '../../sync/room-context.ts'
import { WithStepTexts } from '../../steps/step-texts.tsx'
import type { ScreenProps } from '../method-view.tsx'
import { SpeakingRound } from './speaking-round.tsx'

/** The question, and in a round who speaks and who comes next. */
export const TalkScreen = (props: ScreenProps) => (
  <WithStepTexts>
    <Talk {...props} />
  </WithStepTexts>
)

const Talk = ({ frame }: ScreenProps) => {
  const t = useText()
  const { step } = useView()
  if (!step) return null
  const { round } = step
  return frame({
    question: <Question sub={t(round ? 'talk.in-turn' : 'talk.freely')} />,
    room: round && <SpeakingRound round={round} />,
  })
}
