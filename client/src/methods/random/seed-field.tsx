import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { TextField } from '../../ui/field.tsx'

const SEED = /^[\w.:-]{1,64}$/

/** By what a draw can be repeated, for whoever wants the same cards again. What does not fit is not taken. */
export const SeedField = ({
  seed,
  onChange,
}: {
  readonly seed: string
  readonly onChange: (seed: string | undefined) => void
}) => {
  const t = useText()
  const [typed, setTyped] = useState(seed)
  const fits = typed === '' || SEED.test(typed)
  return (
    <TextField
      label={t('random.seed')}
      hint={t('random.seed-about')}
      error={fits ? undefined : t('random.seed-wrong')}
      dir="ltr"
      autoComplete="off"
      spellCheck={false}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value)
        if (target.value === '' || SEED.test(target.value)) onChange(target.value === '' ? undefined : target.value)
      }}
    />
  )
}
