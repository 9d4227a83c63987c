import { ChevronDown } from 'lucide-react'
import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react'
import { joinClasses } from './classes.ts'
import styles from './field.module.css'

interface Labelled {
  readonly label: string
  /** One line under the control, read out with it. */
  readonly hint?: ReactNode
  /** Why what was typed cannot be taken. Announced when it appears. */
  readonly error?: ReactNode
}

/** A text decides its direction itself; an empty field stands as the page does, so that its example reads right. */
const directionOf = (value: unknown): 'auto' | undefined => (value ? 'auto' : undefined)

const useField = ({ label, hint, error }: Labelled) => {
  const id = useId()
  const noteId = `${id}-note`
  return {
    control: {
      id,
      'aria-invalid': error ? (true as const) : undefined,
      'aria-describedby': error || hint ? noteId : undefined,
    },
    around: (control: ReactNode) => (
      <div className={styles.field}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        {control}
        <p
          id={noteId}
          className={joinClasses(styles.note, Boolean(error) && styles.error)}
          role={error ? 'alert' : undefined}
        >
          {error ?? hint}
        </p>
      </div>
    ),
  }
}

/** A labelled line of text. */
export const TextField = ({
  label,
  hint,
  error,
  className,
  ...rest
}: Labelled & InputHTMLAttributes<HTMLInputElement>) => {
  const { control, around } = useField({ label, hint, error })
  return around(
    <input dir={directionOf(rest.value)} {...rest} {...control} className={joinClasses(styles.control, className)} />,
  )
}

/** A labelled text of several lines that grows with what is typed. */
export const TextArea = ({
  label,
  hint,
  error,
  className,
  ...rest
}: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>) => {
  const { control, around } = useField({ label, hint, error })
  return around(
    <textarea
      dir={directionOf(rest.value)}
      rows={1}
      {...rest}
      {...control}
      className={joinClasses(styles.control, styles.area, className)}
    />,
  )
}

/** A labelled choice out of a few words. */
export const SelectField = ({
  label,
  hint,
  error,
  className,
  ...rest
}: Labelled & SelectHTMLAttributes<HTMLSelectElement>) => {
  const { control, around } = useField({ label, hint, error })
  return around(
    <span className={styles.selectBox}>
      <select {...rest} {...control} className={joinClasses(styles.control, styles.select, className)} />
      <ChevronDown className={styles.chevron} size={18} aria-hidden="true" />
    </span>,
  )
}
