import { useDate, useText } from '../../i18n/text.ts'
import styles from './decide.module.css'

/** That words were put right after the end, and when. */
export const Corrected = ({ at }: { readonly at: number | undefined }) => {
  const t = useText()
  const date = useDate()
  return (
    at !== undefined && (
      <p className={styles.small}>{t('decide.corrected', { day: date(at, { day: 'numeric', month: 'long' }) })}</p>
    )
  )
}
