import { useText } from '../i18n/text.ts'
import { usePageSettings } from '../sync/page-settings.ts'
import { useView } from '../sync/room-context.ts'
import { Code } from '../ui/code.tsx'
import { joinClasses } from '../ui/classes.ts'
import { Qr } from '../ui/qr.tsx'
import styles from './entrance.module.css'

/** How to get in, to be read from a wall. `isLarge` where it is what the wall is for now. */
export const Entrance = ({ isLarge = false }: { readonly isLarge?: boolean }) => {
  const t = useText()
  const { code } = useView().session
  const { origin } = usePageSettings()
  if (!code) return null
  return (
    <aside className={joinClasses(styles.entrance, isLarge && styles.large)} aria-label={t('join-board.title')}>
      <Qr text={`${origin}/j/${code}`} label={t('join-board.qr')} />
      <div className={styles.words}>
        <p className={styles.how}>{t(isLarge ? 'join-board.title' : 'projector.entrance')}</p>
        <p className={styles.address}>
          <bdi dir="ltr">{new URL(origin).host}</bdi>
        </p>
        <Code code={code} />
      </div>
    </aside>
  )
}
