import { Ellipsis, LocateFixed } from 'lucide-react'
import { useState } from 'react'
import { Link } from '../app/link.tsx'
import { useDate, useList, useText } from '../i18n/text.ts'
import { METHOD_VIEWS } from '../methods/index.ts'
import type { ListedSession } from '../sync/workspaces.ts'
import { IconButton } from '../ui/button.tsx'
import { SessionPanel } from './session-panel.tsx'
import styles from './session-row.module.css'

/** One session in a quarter: when, what, how many, and how it stands. */
export const SessionRow = ({ session }: { readonly session: ListedSession }) => {
  const t = useText()
  const date = useDate()
  const list = useList()
  const [isOpen, setIsOpen] = useState(false)
  const kinds = [...new Set(session.steps.map(({ kind }) => kind))]
  const names = kinds.flatMap((kind) => (Object.hasOwn(METHOD_VIEWS, kind) ? [t(METHOD_VIEWS[kind].name)] : []))
  return (
    <li className={styles.row}>
      <time className={styles.when} dateTime={new Date(session.at).toISOString()}>
        {date(session.at, { day: 'numeric', month: 'short' })}
      </time>
      <div className={styles.words}>
        <p className={styles.title}>
          <Link to={{ page: 'stage', session: session.id }} className={styles.way} dir="auto">
            {session.title}
          </Link>
          <span className={styles.state}>
            {session.state === 'live' && <LocateFixed size={14} aria-hidden="true" />}
            {t(`quarter.state.${session.state}`)}
          </span>
        </p>
        <p className={styles.figures}>{t('quarter.figures', { people: session.people, ideas: session.ideas })}</p>
        <p className={styles.steps}>{list(names)}</p>
      </div>
      <IconButton label={t('quarter.more', { title: session.title })} onClick={() => setIsOpen(true)}>
        <Ellipsis size={20} aria-hidden="true" />
      </IconButton>
      {isOpen && <SessionPanel session={session} onClose={() => setIsOpen(false)} />}
    </li>
  )
}
