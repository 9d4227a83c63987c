import { LIMITS } from '@roundel/shared/kernel'
import { useText } from '../../i18n/text.ts'
import { Check } from '../../ui/check.tsx'
import { Choice } from '../../ui/choice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import type { OptionsProps } from '../method-view.tsx'

const MODES = ['planned', 'free'] as const
const HOSTS = ['fixed', 'relay'] as const
const MODE_WORDS = { planned: 'cafe.mode-planned', free: 'cafe.mode-free' } as const
const HOST_WORDS = { fixed: 'cafe.hosts-fixed', relay: 'cafe.hosts-relay' } as const

/** What can be said of a café while an agenda is planned. Tables, hosts and questions are set when people are there. */
export const CafeOptions = ({ settings, onChange }: OptionsProps) => {
  const t = useText()
  const mode = settings['mode'] === 'free' ? 'free' : 'planned'
  const hosts = settings['hosts'] === 'relay' ? 'relay' : 'fixed'
  return (
    <>
      <NumberField
        label={t('cafe.rounds')}
        hint={t('cafe.rounds-about')}
        least={1}
        most={LIMITS.cafeRounds}
        value={Number(settings['rounds'] ?? 2)}
        onChange={(rounds) => onChange({ rounds })}
      />
      <Choice
        label={t('cafe.mode')}
        options={MODES.map((value) => ({ value, label: t(MODE_WORDS[value]) }))}
        value={mode}
        onChange={(next) => onChange({ mode: next })}
        hint={t(mode === 'free' ? 'cafe.mode-free-about' : 'cafe.mode-planned-about')}
      />
      <Choice
        label={t('cafe.hosts')}
        options={HOSTS.map((value) => ({ value, label: t(HOST_WORDS[value]) }))}
        value={hosts}
        onChange={(next) => onChange({ hosts: next })}
        hint={t(hosts === 'relay' ? 'cafe.hosts-relay-about' : 'cafe.hosts-fixed-about')}
      />
      <Check
        label={t('cafe.earlier')}
        hint={t('cafe.earlier-about')}
        checked={settings['earlier'] === 'all'}
        onChange={(isOpen) => onChange({ earlier: isOpen ? 'all' : [] })}
      />
    </>
  )
}
