import { useEffect } from 'react'
import { useText } from '../i18n/text.ts'
import { useAction } from '../keys/actions.ts'
import { useKnownSessions } from '../state/known-sessions.ts'
import { fetchView } from '../sync/api.ts'
import { CodeForm } from './code-form.tsx'
import { HomeArt } from './home-art.tsx'
import { KnownSessionCard } from './known-session-card.tsx'
import { Link } from './link.tsx'
import { navigate } from './navigation.ts'
import { PageFrame } from './page-frame.tsx'
import { RehearseButton } from './rehearse-button.tsx'
import { rememberView } from './remember.ts'
import { HomeWorkspaces } from '../workspace/home-workspaces.tsx'
import styles from './home.module.css'

const SHOWN = 8
/** Only what was open a while ago can have changed since without this device. */
const REFRESHED = 4

/** Asks how the sessions are that were open when this device saw them last. */
const useFreshSessions = (): void => {
  useEffect(() => {
    const { sessions } = useKnownSessions.getState()
    for (const known of sessions.filter(({ state }) => state !== 'ended').slice(0, REFRESHED)) {
      void fetchView(known.id).then((reply) => {
        if (reply.ok) return rememberView(reply.value)
        const isOver = ['unknown', 'ended', 'not-seated', 'removed'].includes(reply.error.code)
        if (isOver) useKnownSessions.getState().remember({ ...known, state: 'ended' })
      })
    }
  }, [])
}

/** The first page: a code for those who join, a link for those who lead, and the sessions of this device. */
export const Home = () => {
  const t = useText()
  const sessions = useKnownSessions((known) => known.sessions)
  useFreshSessions()
  useAction({ id: 'start', name: t('home.start'), run: () => navigate({ page: 'new' }) })
  return (
    <PageFrame title={t('home.title')} width="column">
      <div className={styles.home}>
        <section className={styles.hero}>
          <div className={styles.words}>
            <h1 className={styles.claim}>
              <span>{t('home.claim-think')}</span> <span>{t('home.claim-lost')}</span>
            </h1>
            <p className={styles.lead}>{t('home.lead')}</p>
            <CodeForm onCode={(code) => navigate({ page: 'join', code })} />
            <p className={styles.start}>
              {t('home.start-question')}{' '}
              <Link to={{ page: 'new' }} className={styles.link}>
                {t('home.start')}
              </Link>{' '}
              <span className={styles.aside}>{t('home.start-note')}</span>{' '}
              <Link to={{ page: 'new', from: 'file' }} className={styles.link}>
                {t('home.from-file')}
              </Link>
            </p>
            <RehearseButton />
          </div>
          <div className={styles.art}>
            <HomeArt />
          </div>
        </section>
        <HomeWorkspaces />
        {sessions.length > 0 && (
          <section aria-labelledby="known-sessions">
            <h2 id="known-sessions" className={styles.heading}>
              {t('home.sessions')}
            </h2>
            <ul className={styles.sessions}>
              {sessions.slice(0, SHOWN).map((session) => (
                <KnownSessionCard key={session.id} session={session} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </PageFrame>
  )
}
