import type { MessageKey } from '../../i18n/message-key.ts'
import { useText } from '../../i18n/text.ts'
import { BRAINSTORM_RULES } from './rule-keys.ts'
import styles from './rules.module.css'

/** Before writing: the rules everyone works by. */
export const Rules = ({ rules = BRAINSTORM_RULES }: { readonly rules?: readonly MessageKey[] }) => {
  const t = useText()
  return (
    <ol className={styles.rules} aria-label={t('brainstorm.rules')}>
      {rules.map((rule) => (
        <li key={rule} className={styles.rule}>
          {t(rule)}
        </li>
      ))}
    </ol>
  )
}
