import type { Report } from '@roundel/shared/report'
import type { Names } from '@roundel/shared/session'
import { useText } from '../i18n/text.ts'
import { Choice } from '../ui/choice.tsx'
import styles from './report.module.css'

interface Chosen {
  readonly names: Names
  readonly onChange: (names: Names) => void
}

/** Whether files tell names. */
export const NamesChoice = ({ names, onChange }: Chosen) => {
  const t = useText()
  return (
    <Choice
      label={t('report.names')}
      options={[
        { value: 'shown', label: t('report.names-shown') },
        { value: 'hidden', label: t('report.names-hidden') },
      ]}
      value={names}
      onChange={onChange}
    />
  )
}

/** Whether the report, and every file that is taken from it, tells names; where the session showed none, that it did not. */
export const NamesSwitch = ({ report, ...chosen }: Chosen & { readonly report: Pick<Report, 'hasNames'> }) => {
  const t = useText()
  if (!report.hasNames) return <p className={styles.remarks}>{t('report.no-names')}</p>
  return (
    <div className={styles.names}>
      <NamesChoice {...chosen} />
    </div>
  )
}
