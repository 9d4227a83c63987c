import { Hourglass, RefreshCw } from 'lucide-react'
import { useDate, useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import styles from './report.module.css'

/** That the session is still going on, how old the report is, and the press that makes it anew. Stands on paper too. */
export const SoFar = ({ madeAt, onUpdate }: { readonly madeAt: number; readonly onUpdate: () => void }) => {
  const t = useText()
  const date = useDate()
  return (
    <div className={styles.soFar}>
      <Hourglass size={18} aria-hidden="true" />
      <output>{t('report.so-far', { time: date(madeAt, { timeStyle: 'medium' }) })}</output>
      <Button onClick={onUpdate}>
        <RefreshCw size={17} aria-hidden="true" />
        {t('report.update')}
      </Button>
    </div>
  )
}
