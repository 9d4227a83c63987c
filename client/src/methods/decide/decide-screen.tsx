import { useText } from '../../i18n/text.ts'
import { Question } from '../../session/question.tsx'
import { joinClasses } from '../../ui/classes.ts'
import type { ScreenProps } from '../method-view.tsx'
import { Actions } from './actions.tsx'
import { Candidates } from './candidates.tsx'
import { Concerns } from './concerns.tsx'
import styles from './decide.module.css'
import { DeciderAway } from './decider-away.tsx'
import { DecisionCard } from './decision-card.tsx'
import { EarlierActions } from './earlier-actions.tsx'
import { type Deciding, useDeciding } from './model.ts'
import { AnswerTemperature, Temperature } from './temperature.tsx'
import { WhoDecides } from './who-decides.tsx'

/** Who decides, in a sentence. */
const useWhoDecides = ({ own, view }: Deciding): string => {
  const t = useText()
  if (own.decides) return t('decide.sub-own')
  return view.decider?.name ? t('decide.sub', { name: view.decider.name }) : t('decide.sub-leads')
}

const DecideRoom = ({ deciding }: { readonly deciding: Deciding }) => {
  const { isWall, may, view } = deciding
  // A wall turns from page to page: once there are words of a decision, they are its first.
  const isSaidFirst = isWall && view.decision.text !== ''
  return (
    <div className={joinClasses(styles.decide, isWall && styles.wall)} {...(isWall && { 'data-wide': '' })}>
      <div className={styles.main}>
        {may('answer-temperature') && <AnswerTemperature deciding={deciding} />}
        {!isSaidFirst && <EarlierActions deciding={deciding} />}
        <DeciderAway deciding={deciding} />
        <DecisionCard deciding={deciding} />
        <Concerns deciding={deciding} />
        <Actions deciding={deciding} />
        {isSaidFirst && <EarlierActions deciding={deciding} />}
      </div>
      <div className={styles.aside}>
        <Candidates deciding={deciding} />
        <Temperature deciding={deciding} />
        <WhoDecides deciding={deciding} />
      </div>
    </div>
  )
}

const Parts = ({ deciding, frame }: ScreenProps & { readonly deciding: Deciding }) => {
  const who = useWhoDecides(deciding)
  return frame({ question: <Question sub={who} />, room: <DecideRoom deciding={deciding} /> })
}

/** The screen on which a room decides. */
export const DecideScreen = ({ frame }: ScreenProps) => {
  const deciding = useDeciding()
  return deciding ? <Parts deciding={deciding} frame={frame} /> : null
}
