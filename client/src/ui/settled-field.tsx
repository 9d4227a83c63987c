import { type ComponentProps, useState } from 'react'
import { TextField } from './field.tsx'

/**
 * A line that counts once one leaves it or presses Enter. What cannot be taken stays as it was typed, so that nothing has to
 * be typed twice.
 */
export const SettledField = ({
  value,
  onSettle,
  ...rest
}: Omit<ComponentProps<typeof TextField>, 'value' | 'onChange' | 'onBlur' | 'onKeyDown'> & {
  readonly value: string
  /** Resolves with whether it was taken. */
  readonly onSettle: (value: string) => Promise<boolean>
}) => {
  const [typed, setTyped] = useState<string>()
  const settle = async (): Promise<void> => {
    if (typed === undefined) return
    const wanted = typed.trim()
    if (wanted === value || (await onSettle(wanted))) setTyped(undefined)
  }
  return (
    <TextField
      {...rest}
      value={typed ?? value}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => void settle()}
      onKeyDown={({ key }) => {
        if (key === 'Enter') void settle()
      }}
    />
  )
}
