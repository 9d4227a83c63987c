import type { ReactNode } from 'react'
import { useText } from '../i18n/text.ts'
import { useAction } from '../keys/actions.ts'
import { usePageSettings } from '../sync/page-settings.ts'
import { joinClasses } from '../ui/classes.ts'
import { PersonalControls } from '../ui/personal-controls.tsx'
import { Roundel } from '../ui/roundel.tsx'
import { SkipLink } from '../ui/skip-link.tsx'
import { Link } from './link.tsx'
import { navigate } from './navigation.ts'
import styles from './page-frame.module.css'

/** What pages outside of a session share: the way home, language and theme, and the place for the page itself. */
export const PageFrame = ({
  title,
  children,
  width = 'full',
}: {
  readonly title: string
  readonly children: ReactNode
  /** `column` keeps the top bar in line with the page's own column. */
  readonly width?: 'full' | 'column'
}) => {
  const t = useText()
  const { imprint } = usePageSettings()
  useAction({ id: 'home', name: t('action.home'), run: () => navigate({ page: 'home' }) })
  return (
    <div className={styles.frame}>
      <title>{`${title} · Roundel`}</title>
      <SkipLink to="main">{t('skip.content')}</SkipLink>
      <main id="main" className={styles.main}>
        {children}
      </main>
      {/* Seen first, but reached after what the page is for. */}
      <header className={joinClasses(styles.top, width === 'column' && styles.column)}>
        <Link to={{ page: 'home' }} className={styles.brand}>
          <Roundel size={30} />
          <span>Roundel</span>
        </Link>
        <PersonalControls />
      </header>
      {imprint && (
        <footer className={styles.imprint} dir="auto">
          {imprint}
        </footer>
      )}
    </div>
  )
}
