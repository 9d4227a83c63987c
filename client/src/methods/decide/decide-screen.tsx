import { FileText } from 'lucide-react'
import { useText } from '../../i18n/text.ts'
import { Question } from '../../session/question.tsx'
import { reportPath } from '../../sync/report.ts'
import { useView } from '../../sync/room-context.ts'
import { buttonClass } from '../../ui/button.tsx'
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
        {deciding.leads && <ReportSoFar />}
      </div>
    </div>
  )
}

/** For those who lead: what has come of the session up to now, as its report tells it. Beside the session, which goes on. */
const ReportSoFar = () => {
  const t = useText()
  const { session } = useView()
  return (
    <a className={buttonClass({ look: 'quiet' })} href={reportPath(session.id)} target="_blank" rel="noopener">
      <FileText size={18} aria-hidden="true" />
      {t('decide.report-so-far')}
    </a>
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
