import { FEELINGS, type TemperatureView } from '@roundel/shared/methods/decide'
import { useNumber, useText } from '../../i18n/text.ts'
import styles from './decide.module.css'
import { FeelingSign } from './feeling-sign.tsx'
import { FEELING_WORDS } from './words.ts'

/** How many said what. */
export const FeelingCounts = ({ counts }: Pick<Extract<TemperatureView, { readonly state: 'shown' }>, 'counts'>) => {
  const t = useText()
  const number = useNumber()
  return (
    <ul className={styles.counts} aria-label={t('decide.temperature')}>
      {FEELINGS.map((feeling) => (
        <li key={feeling} className={styles.feeling}>
          <FeelingSign feeling={feeling} />
          <span className={styles.count}>{number(counts[feeling])}</span>
          <span className={styles.small}>{t(FEELING_WORDS[feeling])}</span>
        </li>
      ))}
    </ul>
  )
}
