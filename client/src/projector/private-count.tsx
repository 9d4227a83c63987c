import { useNumber, useText } from '../i18n/text.ts'
import styles from './big-number.module.css'

/** How many ideas there are while nobody may read them. */
export const PrivateCount = ({ count }: { readonly count: number }) => {
  const t = useText()
  const number = useNumber()
  return (
    <div className={styles.frame}>
      <p className={styles.count}>
        <span className={styles.number}>{number(count)}</span>{' '}
        <span className={styles.word}>{t('projector.private', { count })}</span>
      </p>
    </div>
  )
}
