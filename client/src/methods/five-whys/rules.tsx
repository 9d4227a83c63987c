import { useText } from '../../i18n/text.ts'
import { WHY_RULES } from './rule-keys.ts'
import styles from './whys.module.css'

/** What everyone works by. */
export const Rules = () => {
  const t = useText()
  return (
    <ul className={styles.rules}>
      {WHY_RULES.map((rule) => (
        <li key={rule}>{t(rule)}</li>
      ))}
    </ul>
  )
}
