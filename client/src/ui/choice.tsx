import { type ReactNode, useId } from 'react'
import styles from './choice.module.css'

interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
  /** A picture before the words. */
  readonly sign?: ReactNode
}

/** One out of a few, side by side. Native radio buttons beneath, so arrows and screen readers work as everywhere. */
export const Choice = <Value extends string>({
  label,
  options,
  value,
  onChange,
  hint,
}: {
  readonly label: string
  readonly options: readonly Option<Value>[]
  /** Undefined while nothing is chosen. */
  readonly value: Value | undefined
  readonly onChange: (value: Value) => void
  readonly hint?: string
}) => {
  const name = useId()
  return (
    <fieldset className={styles.choice} aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              className={styles.input}
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className={styles.words}>
              {option.sign}
              {option.label}
            </span>
          </label>
        ))}
      </div>
      {hint && (
        <p id={`${name}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </fieldset>
  )
}
