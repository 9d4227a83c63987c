import type { ActionCause } from '@roundel/shared/methods/decide'
import { useText } from '../../i18n/text.ts'
import { Check } from '../../ui/check.tsx'
import styles from './decide.module.css'

/** What a result says of the causes that an action was to remove: that one of them was none. Asked only where there are any. */
export const RefutedFields = ({
  causes,
  refuted,
  onChange,
}: {
  readonly causes: readonly ActionCause[]
  readonly refuted: readonly ActionCause[]
  readonly onChange: (refuted: readonly ActionCause[]) => void
}) => {
  const t = useText()
  if (causes.length === 0) return null
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.subheading}>{t('decide.refutes')}</legend>
      {causes.map((cause) => (
        <Check
          key={`${cause.session} ${cause.item}`}
          label={t('decide.refutes-cause', { text: cause.text })}
          checked={refuted.includes(cause)}
          onChange={(isOn) => onChange(isOn ? [...refuted, cause] : refuted.filter((other) => other !== cause))}
        />
      ))}
    </fieldset>
  )
}
