import type { MessageKey } from '../../i18n/message-key.ts'
import { useText } from '../../i18n/text.ts'
import styles from './rules.module.css'

/** Osborn's four rules, and one of ours. */
const RULES: readonly MessageKey[] = ['rule.defer', 'rule.wild', 'rule.quantity', 'rule.build', 'rule.one']

/** Before writing: the rules everyone works by. */
export const Rules = () => {
  const t = useText()
  return (
    <ol className={styles.rules} aria-label={t('brainstorm.rules')}>
      {RULES.map((rule) => (
        <li key={rule} className={styles.rule}>
          {t(rule)}
        </li>
      ))}
    </ol>
  )
}
