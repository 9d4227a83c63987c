import { useDate, useText } from '../../i18n/text.ts'
import { ClockFace } from '../../session/clock-face.tsx'
import { Question } from '../../session/question.tsx'
import { useNow, useView } from '../../sync/room-context.ts'
import { WithStepTexts } from '../../steps/step-texts.tsx'
import { useAgendaWords } from '../agenda-words.ts'
import type { ScreenProps } from '../method-view.tsx'
import styles from './screen.module.css'

/** How long the break still is, and when everyone goes on. */
export const BreakScreen = (props: ScreenProps) => (
  <WithStepTexts>
    <Break {...props} />
  </WithStepTexts>
)

const Break = ({ frame }: ScreenProps) => {
  const t = useText()
  const date = useDate()
  const words = useAgendaWords()
  const { step, session } = useView()
  const now = useNow(step?.clock.state === 'running')
  const entry = session.agenda.find(({ state }) => state === 'live')
  if (!step || !entry) return null
  const { clock } = step
  const endsAt = clock.state === 'running' && clock.endsAt > now ? clock.endsAt : undefined
  return frame({
    question: <Question heading={words(entry).title} sub={t('break.sub')} />,
    room: (
      <div className={styles.pause}>
        <p className={styles.clock}>
          <ClockFace ring={72} />
        </p>
        <p className={styles.until}>
          {endsAt === undefined ? t('break.soon') : t('break.until', { time: date(endsAt, { timeStyle: 'short' }) })}
        </p>
      </div>
    ),
  })
}
