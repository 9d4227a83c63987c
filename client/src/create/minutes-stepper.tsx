import { Minus, Plus } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import styles from './minutes-stepper.module.css'

/** Minutes of a phase, less or more. Zero leaves the phase out where that is possible. */
export const MinutesStepper = ({
  label,
  value,
  least,
  onChange,
}: {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly onChange: (minutes: number) => void
}) => {
  const t = useText()
  const said = value === 0 ? t('create.left-out') : t('unit.minutes', { minutes: value })
  return (
    <fieldset className={styles.stepper} aria-label={label}>
      <button
        type="button"
        className={styles.button}
        aria-label={t('create.less', { phase: label })}
        disabled={value <= least}
        onClick={() => onChange(value - 1)}
      >
        <Minus size={17} aria-hidden="true" />
      </button>
      <output className={styles.value} aria-live="polite">
        {said}
      </output>
      <button
        type="button"
        className={styles.button}
        aria-label={t('create.more', { phase: label })}
        disabled={value >= 240}
        onClick={() => onChange(value + 1)}
      >
        <Plus size={17} aria-hidden="true" />
      </button>
    </fieldset>
  )
}
