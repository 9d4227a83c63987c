import type { WorkspaceId } from '@roundel/shared/kernel'
import { Suspense } from 'react'
import { Link } from '../app/link.tsx'
import { PageFrame } from '../app/page-frame.tsx'
import { projectorWindow } from '../facilitator/projector-window.ts'
import { WayBack } from '../facilitator/way-back.tsx'
import { useText } from '../i18n/text.ts'
import type { CreatedSession } from '../sync/api.ts'
import { inviteUrl } from '../sync/invite-url.ts'
import { usePageSettings } from '../sync/page-settings.ts'
import { buttonClass } from '../ui/button.tsx'
import { Code } from '../ui/code.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { useFocusOnArrival } from '../ui/focus.ts'
import { Qr } from '../ui/qr.tsx'
import { CarryAfter } from '../workspace/carry-after.tsx'
import { type BroughtFile, FileContent } from './file-content.tsx'
import styles from './create.module.css'

/** A session just created, with what its page shows of it. */
export interface FreshSession extends CreatedSession {
  readonly title: string
  readonly isPlanned: boolean
  readonly workspace?: WorkspaceId
  /** How many things of its workspace were brought along. */
  readonly carried: number
  /** What became of the file that it began from. */
  readonly brought?: BroughtFile
}

/** The session exists: the way back for whoever leads, the way in for everyone else. */
export const Created = ({ session }: { readonly session: FreshSession }) => {
  const t = useText()
  const heading = useFocusOnArrival()
  const { origin } = usePageSettings()
  const { facilitator, participant } = session.links
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
        {session.carried > 0 && <p className={styles.lead}>{t('carry.done', { count: session.carried })}</p>}
        {session.brought && <FileContent session={session.id} brought={session.brought} />}
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
        <section className={styles.card} aria-labelledby="way-back">
          <h2 id="way-back" className={styles.linkName}>
            {t('way-back.title')}
          </h2>
          {facilitator && (
            <WayBack
              session={session.id}
              title={session.title}
              link={inviteUrl(origin, session.id, 'facilitator', facilitator)}
              isPlanned={session.isPlanned}
            />
          )}
        </section>
        {session.workspace && session.carried === 0 && (
          <Suspense>
            <CarryAfter workspace={session.workspace} into={session.id} />
          </Suspense>
        )}
        {participant && (
          <section className={styles.card}>
            <div className={styles.link}>
              <h2 className={styles.linkName}>{t('create.link-participant')}</h2>
              <p className={styles.linkAbout}>{t('create.link-participant-about')}</p>
              <CopyLine text={inviteUrl(origin, session.id, 'participant', participant)} />
            </div>
          </section>
        )}
        <Link to={{ page: 'stage', session: session.id }} className={buttonClass({ look: 'primary', large: true })}>
          {t('created.open')}
        </Link>
        <a className={buttonClass({ look: 'quiet' })} {...projectorWindow(session.id)}>
          {t('more.projector')}
        </a>
      </div>
    </PageFrame>
  )
}
