import { ArrowRight, LocateFixed, X } from 'lucide-react'
import { useDate, useText } from '../i18n/text.ts'
import { type KnownSession, useKnownSessions } from '../state/known-sessions.ts'
import { dropDraftCache } from '../sync/drop-draft-cache.ts'
import { IconButton } from '../ui/button.tsx'
import { joinClasses } from '../ui/classes.ts'
import { Link } from './link.tsx'
import styles from './known-session-card.module.css'

const leads = ({ role }: KnownSession): boolean => role === 'facilitator' || role === 'co-facilitator'

/** A session in which this device holds a seat: the way back into it. */
export const KnownSessionCard = ({ session }: { readonly session: KnownSession }) => {
  const t = useText()
  const date = useDate()
  const forget = useKnownSessions((known) => known.forget)
  const isOpen = session.state !== 'ended'
  const day = date(session.seenAt, { day: 'numeric', month: 'long' })
  const role = leads(session)
    ? t('home.session-lead')
    : session.name
      ? t('home.session-as', { name: session.name })
      : ''
  return (
    <li className={joinClasses(styles.card, session.state === 'live' && styles.live)}>
      <p className={styles.when}>
        {session.state === 'live' && <LocateFixed size={16} aria-hidden="true" />}
        {session.state === 'live' ? t('home.session-live') : session.state === 'lobby' ? t('home.session-lobby') : day}
      </p>
      <h3 className={styles.title} dir="auto">
        <Link to={{ page: 'stage', session: session.id }} className={styles.way}>
          {session.title}
        </Link>
      </h3>
      <p className={styles.foot}>
        <span>{role}</span>
        <span className={styles.go} aria-hidden="true">
          {isOpen ? t('home.session-continue') : t('home.session-look')}
          <ArrowRight className={styles.arrow} size={16} />
        </span>
      </p>
      {!isOpen && (
        <IconButton
          className={styles.forget}
          label={t('home.session-forget', { title: session.title })}
          onClick={() => {
            forget(session.id)
            if (session.seat) dropDraftCache(session.id, session.seat)
          }}
        >
          <X size={16} aria-hidden="true" />
        </IconButton>
      )}
    </li>
  )
}
