import { useId } from 'react'
import styles from './check.module.css'

/** A wish that is on or off, said as a sentence. A native box beneath. */
export const Check = ({
  label,
  hint,
  checked,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) => {
  const id = useId()
  return (
    <div className={styles.check}>
      <label className={styles.line}>
        <input
          className={styles.box}
          type="checkbox"
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          aria-describedby={hint ? id : undefined}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p id={id} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}
