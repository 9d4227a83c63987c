import { useState } from 'react'
import { TextField } from './field.tsx'

/** A labelled whole number. While it is being typed anything may stand there; what counts is always within its bounds. */
export const NumberField = ({
  label,
  hint,
  value,
  least,
  most,
  onChange,
}: {
  readonly label: string
  readonly hint?: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly onChange: (value: number) => void
}) => {
  const [typed, setTyped] = useState<string>()
  return (
    <TextField
      label={label}
      hint={hint}
      type="number"
      inputMode="numeric"
      dir="ltr"
      min={least}
      max={most}
      value={typed ?? String(value)}
      onChange={({ target }) => {
        setTyped(target.value)
        const number = target.value.trim() === '' ? Number.NaN : Math.trunc(Number(target.value))
        if (!Number.isNaN(number)) onChange(Math.max(least, Math.min(most, number)))
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}
