import { useText } from '../../i18n/text.ts'
import { Check as CheckBox } from '../../ui/check.tsx'
import { TextField } from '../../ui/field.tsx'

/** Until when: a day, or none, which is said. */
export const DueField = ({
  value,
  preset,
  onChange,
}: {
  /** A day of the calendar, or null for none. */
  readonly value: string | null
  /** The day that is proposed. */
  readonly preset: string
  readonly onChange: (day: string | null) => void
}) => {
  const t = useText()
  return (
    <>
      {value !== null && (
        <TextField
          label={t('decide.action-due')}
          type="date"
          dir="ltr"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
      <CheckBox
        label={t('decide.action-no-date')}
        checked={value === null}
        onChange={(isNone) => onChange(isNone ? null : preset)}
      />
    </>
  )
}
