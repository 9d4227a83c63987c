import { useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import styles from './loading.module.css'

const APPEARS_AFTER_MS = 300
const SLOW_AFTER_MS = 8_000

/** The outline of a page on its way. Not shown for short waits; after long ones it offers to try again. */
export const Loading = () => {
  const t = useText()
  const [phase, setPhase] = useState<'hidden' | 'shown' | 'slow'>('hidden')
  useEffect(() => {
    const appear = setTimeout(() => setPhase('shown'), APPEARS_AFTER_MS)
    const slow = setTimeout(() => setPhase('slow'), SLOW_AFTER_MS)
    return () => {
      clearTimeout(appear)
      clearTimeout(slow)
    }
  }, [])
  if (phase === 'hidden') return <div className={styles.loading} />
  return (
    <main className={styles.loading}>
      <div className={styles.bar} aria-hidden="true" />
      <div className={styles.question} aria-hidden="true" />
      <div className={styles.room} aria-hidden="true" />
      {phase === 'slow' && (
        <output className={styles.slow}>
          <h1 className={styles.words}>{t('loading.slow')}</h1>
          <Button onClick={() => location.reload()}>{t('action.try-again')}</Button>
        </output>
      )}
    </main>
  )
}
