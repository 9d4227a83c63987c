import type { SessionPart } from '@roundel/shared/session'
import { STATE_ICONS } from '../agenda/state-icons.ts'
import { WayMark } from '../agenda/way-mark.tsx'
import { Link } from '../app/link.tsx'
import type { MessageKey } from '../i18n/message-key.ts'
import { useNumber, useText } from '../i18n/text.ts'
import { useAgendaWords } from '../methods/agenda-words.ts'
import { METHOD_VIEWS } from '../methods/index.ts'
import { useView } from '../sync/room-context.ts'
import { buttonClass } from '../ui/button.tsx'
import { joinClasses } from '../ui/classes.ts'
import { Panel } from '../ui/panel.tsx'
import styles from './steps-panel.module.css'

const STATE_WORDS = {
  done: 'steps.begun',
  live: 'steps.now',
  planned: 'steps.coming',
  skipped: 'steps.skipped',
} as const satisfies Readonly<Record<SessionPart['agenda'][number]['state'], MessageKey>>

/** The phases of the live step in order, with the present one marked. One phase alone says no more than the step. */
const LivePhases = () => {
  const t = useText()
  const { step } = useView()
  if (!step || step.phases.length < 2) return null
  const { phases } = METHOD_VIEWS[step.kind]
  return (
    <ol className={styles.phases} aria-label={t('steps.phases')}>
      {step.phases.map(({ key }) => {
        const phase = phases[key]
        return (
          phase && (
            <li key={key} className={styles.phase} aria-current={key === step.phase ? 'true' : undefined}>
              <phase.icon size={14} strokeWidth={1.9} aria-hidden="true" />
              {t(phase.label)}
            </li>
          )
        )
      })}
    </ol>
  )
}

/** The steps for everyone: where the session is, what each does, and the way to look back at what has begun. */
export const StepsPanel = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useText()
  const number = useNumber()
  const words = useAgendaWords()
  const { session } = useView()
  return (
    <Panel title={t('steps.title')} onClose={onClose}>
      <p className={styles.about}>{t('steps.about')}</p>
      <ol className={styles.list}>
        {session.agenda.map((entry, index) => {
          const { title, icon: Icon } = words(entry)
          const isLive = entry.state === 'live'
          const StateIcon = STATE_ICONS[entry.state]
          // Those who lead know the phases of what is to come, too.
          const hasBegun = entry.phases !== undefined && (entry.state !== 'planned' || !entry.plan || entry.plan.spent)
          return (
            <li
              key={entry.id}
              className={joinClasses(styles.step, styles[entry.state])}
              aria-current={isLive ? 'step' : undefined}
            >
              <Icon size={20} strokeWidth={1.8} className={styles.icon} aria-hidden="true" />
              <span className={styles.words}>
                <span>
                  {number(index + 1)}. <bdi translate={entry.title ? 'yes' : 'no'}>{title}</bdi>
                </span>
                <span className={styles.state}>
                  <span className={styles.stands}>
                    <StateIcon size={14} aria-hidden="true" />
                    {t(STATE_WORDS[entry.state])}
                  </span>
                  <WayMark kind={entry.kind} />
                </span>
              </span>
              {hasBegun && session.state !== 'lobby' && (
                <Link
                  to={{ page: 'stage', session: session.id, step: index + 1 }}
                  className={buttonClass({})}
                  onFollow={onClose}
                >
                  {t('steps.look')}
                </Link>
              )}
              {isLive && <LivePhases />}
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}
