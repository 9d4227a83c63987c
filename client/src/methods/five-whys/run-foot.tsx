import { useText } from '../../i18n/text.ts'
import { CheckList } from './checks.tsx'
import { Figures } from './figures.tsx'
import { useWhys } from './model.ts'
import { PauseButton } from './pause.tsx'
import styles from './whys.module.css'

/** Below the room: what is still to be found out, how the run stands, and the way to put it aside. */
export const RunFoot = () => {
  const t = useText()
  const { tree, isScreen } = useWhys()
  const { checks, paused } = tree
  if (isScreen) return null
  return (
    <>
      {checks.length > 0 && !paused && (
        <section className={styles.foot} aria-label={t('whys.checks')}>
          <h2 className={styles.subheading}>{t('whys.checks')}</h2>
          <CheckList checks={checks} showsCause />
        </section>
      )}
      <Figures />
      <PauseButton />
    </>
  )
}
