import { useText } from '../../i18n/text.ts'
import { Check } from '../../ui/check.tsx'
import type { OptionsProps } from '../method-view.tsx'

/** Minutes of reading every branch upwards, where that is a phase of its own. */
const THEREFORE_MINUTES = 3

/** What can be chosen about a run besides its minutes. */
export const WhysOptions = ({ settings, onChange }: OptionsProps) => {
  const t = useText()
  return (
    <>
      <Check
        label={t('whys.option-therefore')}
        hint={t('whys.option-therefore-about')}
        checked={Number(settings['therefore'] ?? 0) > 0}
        onChange={(isOwnPhase) => onChange({ therefore: isOwnPhase ? THEREFORE_MINUTES : 0 })}
      />
      <Check
        label={t('whys.option-earlier')}
        hint={t('whys.option-earlier-about')}
        checked={settings['earlier'] === 'all'}
        onChange={(isOpen) => onChange({ earlier: isOpen ? 'all' : [] })}
      />
    </>
  )
}
