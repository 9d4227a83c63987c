import { AlarmClock } from 'lucide-react'
import { Link } from '../app/link.tsx'
import { useDate, useText } from '../i18n/text.ts'
import type { ListedAction } from '../sync/workspaces.ts'
import { useWorkspace } from './use-workspace.ts'
import styles from './workspace.module.css'

/** The day of the calendar in nobody's zone. */
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

const Action = ({ action, now }: { readonly action: ListedAction; readonly now: number }) => {
  const t = useText()
  const date = useDate()
  const { due } = action
  const isLate = due !== undefined && due < dayOf(now)
  return (
    <li className={styles.item}>
      <p className={styles.itemTitle} dir="auto">
        {action.text}
      </p>
      <span />
      <p className={styles.itemMeta}>
        <span>
          {t('actions.owner')}: <bdi>{action.owner || t('actions.no-owner')}</bdi>
        </span>
        <span>
          {t('actions.from')}:{' '}
          <Link to={{ page: 'stage', session: action.session }} className={styles.link}>
            <bdi>{action.title}</bdi>
          </Link>
        </span>
        <span className={isLate ? styles.late : undefined}>
          {isLate && <AlarmClock size={14} aria-hidden="true" />}
          {t('actions.due')}:{' '}
          {due === undefined
            ? t('actions.no-date')
            : date(Date.parse(due), { day: 'numeric', month: 'short', timeZone: 'UTC' })}
          {isLate && ` · ${t('actions.overdue')}`}
        </span>
      </p>
    </li>
  )
}

/** What sessions decided to do and nobody has looked at again, the most urgent first. */
export const OpenActions = () => {
  const t = useText()
  const { actions, now } = useWorkspace().workspace
  return (
    <section className={styles.card} aria-labelledby="open-actions">
      <h2 id="open-actions" className={styles.heading}>
        {t('actions.title', { count: actions.length })}
      </h2>
      {actions.length === 0 ? (
        <p className={styles.about}>{t('actions.none')}</p>
      ) : (
        <ul className={styles.rows}>
          {actions.map((action) => (
            <Action key={`${action.session} ${action.action}`} action={action} now={now} />
          ))}
        </ul>
      )}
    </section>
  )
}
