import { Minus, Plus } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import styles from './minutes-stepper.module.css'

/** Minutes of something, less or more. Zero leaves it out where that is possible. */
export const MinutesStepper = ({
  label,
  value,
  canLess,
  canMore,
  onLess,
  onMore,
}: {
  readonly label: string
  readonly value: number
  readonly canLess: boolean
  readonly canMore: boolean
  readonly onLess: () => void
  readonly onMore: () => void
}) => {
  const t = useText()
  const said = value === 0 ? t('create.left-out') : t('unit.minutes', { minutes: value })
  return (
    <fieldset className={styles.stepper} aria-label={label}>
      <button
        type="button"
        className={styles.button}
        aria-label={t('create.less', { phase: label })}
        aria-disabled={!canLess || undefined}
        onClick={onLess}
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
        aria-disabled={!canMore || undefined}
        onClick={onMore}
      >
        <Plus size={17} aria-hidden="true" />
      </button>
    </fieldset>
  )
}
