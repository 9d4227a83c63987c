import { useText } from '../../i18n/text.ts'
import { BRAINSTORM_RULES } from './rule-keys.ts'
import styles from './rules.module.css'

/** Before writing: the rules everyone works by. */
export const Rules = () => {
  const t = useText()
  return (
    <ol className={styles.rules} aria-label={t('brainstorm.rules')}>
      {BRAINSTORM_RULES.map((rule) => (
        <li key={rule} className={styles.rule}>
          {t(rule)}
        </li>
      ))}
    </ol>
  )
}
