import type { Invite } from '@roundel/shared/session'
import { KeyRound } from 'lucide-react'
import { Link } from '../app/link.tsx'
import { PageFrame } from '../app/page-frame.tsx'
import type { MessageKey } from '../i18n/message-key.ts'
import { useText } from '../i18n/text.ts'
import type { CreatedSession } from '../sync/api.ts'
import { inviteUrl } from '../sync/invite-url.ts'
import { usePageSettings } from '../sync/page-settings.ts'
import { buttonClass } from '../ui/button.tsx'
import { Code } from '../ui/code.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { useFocusOnArrival } from '../ui/focus.ts'
import { Hint } from '../ui/hint.tsx'
import { Qr } from '../ui/qr.tsx'
import styles from './create.module.css'

const LINKS: readonly (readonly [Invite, MessageKey, MessageKey])[] = [
  ['facilitator', 'create.link-facilitator', 'create.link-facilitator-about'],
  ['participant', 'create.link-participant', 'create.link-participant-about'],
]

/** The session exists: the way back for whoever leads, the way in for everyone else. */
export const Created = ({ session }: { readonly session: CreatedSession }) => {
  const t = useText()
  const heading = useFocusOnArrival()
  const { origin } = usePageSettings()
  const join = `${origin}/j/${session.code}`
  return (
    <PageFrame title={t('created.title')}>
      <div className={styles.created}>
        <div>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {t('created.title')}
          </h1>
          <p className={styles.lead}>{t('created.lead')}</p>
        </div>
        <section className={styles.card}>
          <div className={styles.invite}>
            <Qr text={join} label={t('join-board.qr')} />
            <div className={styles.inviteWords}>
              <p className={styles.linkAbout}>{t('join-board.title')}</p>
              <Code code={session.code} />
              <CopyLine text={join} />
            </div>
          </div>
        </section>
        <section className={styles.card}>
          {LINKS.map(([invite, name, about]) => {
            const secret = session.links[invite]
            return (
              secret && (
                <div key={invite} className={styles.link}>
                  <h2 className={styles.linkName}>{t(name)}</h2>
                  <p className={styles.linkAbout}>{t(about)}</p>
                  <CopyLine text={inviteUrl(origin, session.id, invite, secret)} />
                </div>
              )
            )
          })}
          <Hint icon={KeyRound}>{t('created.keep')}</Hint>
        </section>
        <Link to={{ page: 'stage', session: session.id }} className={buttonClass({ look: 'primary', large: true })}>
          {t('created.open')}
        </Link>
      </div>
    </PageFrame>
  )
}
