import type { SessionPart } from '@roundel/shared/session'
import type { LucideIcon } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import { joinClasses } from '../ui/classes.ts'
import styles from './agenda-list.module.css'

/** The agenda of a session before its start: what happens, in which order, for how long; what was brought in done says so. */
export const AgendaList = ({
  agenda,
  describe,
}: {
  readonly agenda: SessionPart['agenda']
  /** What a step is called and drawn as. */
  readonly describe: (step: SessionPart['agenda'][number]) => { readonly title: string; readonly icon: LucideIcon }
}) => {
  const t = useText()
  return (
    <ol className={styles.agenda}>
      {agenda.map((step) => {
        const { title, icon: Icon } = describe(step)
        return (
          <li key={step.id} className={joinClasses(styles.step, step.state === 'done' && styles.done)}>
            <Icon size={19} strokeWidth={1.8} aria-hidden="true" />
            <span dir="auto" translate={step.title ? 'yes' : 'no'}>
              {title}
            </span>
            <span className={styles.minutes}>
              {step.state === 'done' ? t('lobby.before') : t('unit.minutes', { minutes: step.minutes })}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
