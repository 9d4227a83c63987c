import { ArrowRight } from 'lucide-react'
import { Suspense, useState } from 'react'
import { Link } from '../app/link.tsx'
import { laterPart } from '../i18n/later-part.tsx'
import { useText } from '../i18n/text.ts'
import { useKnownWorkspaces } from '../state/known-workspaces.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import styles from './home-workspaces.module.css'

const MakePanel = laterPart(async () => (await import('./make-panel.tsx')).MakePanel)

/** The workspaces that this device knows, and the way to make one. */
export const HomeWorkspaces = () => {
  const t = useText()
  const workspaces = useKnownWorkspaces((known) => known.workspaces)
  const [isMaking, setIsMaking] = useState(false)
  return (
    <section className={styles.section} aria-labelledby="workspaces">
      <h2 id="workspaces" className={styles.heading}>
        {t('home.workspaces')}
      </h2>
      <div className={styles.row}>
        {workspaces.map(({ id, title }) => (
          <Link key={id} to={{ page: 'workspace', workspace: id }} className={buttonClass({ look: 'secondary' })}>
            <bdi>{title}</bdi> <ArrowRight className={styles.arrow} size={16} aria-hidden="true" />
          </Link>
        ))}
        {workspaces.length === 0 && <p className={styles.about}>{t('home.workspaces-about')}</p>}
        <Button look="quiet" onClick={() => setIsMaking(true)}>
          {t('home.make-workspace')}
        </Button>
      </div>
      {isMaking && (
        <Suspense>
          <MakePanel onClose={() => setIsMaking(false)} />
        </Suspense>
      )}
    </section>
  )
}
