import type { MessageKey } from '../../i18n/message-key.ts'
import { useText } from '../../i18n/text.ts'
import styles from './random-rules.module.css'
import { RANDOM_RULES } from './rule-keys.ts'

/** What everyone works by, before the draw. */
export const RandomRules = () => {
  const t = useText()
  return (
    <ol className={styles.rules}>
      {RANDOM_RULES.map((rule: MessageKey) => (
        <li key={rule} className={styles.rule}>
          {t(rule)}
        </li>
      ))}
    </ol>
  )
}
