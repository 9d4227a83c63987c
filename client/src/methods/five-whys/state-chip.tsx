import { useText } from '../../i18n/text.ts'
import { Chip } from '../../ui/chip.tsx'
import type { StateWords } from './words.ts'

/** A state in an icon and a word. */
export const StateChip = ({ state, count }: { readonly state: StateWords; readonly count?: number }) => {
  const t = useText()
  const { icon: Icon, word, tone } = state
  return (
    <Chip {...(tone && { tone })}>
      <Icon size={14} aria-hidden="true" />
      {t(word, count === undefined ? {} : { count })}
    </Chip>
  )
}
