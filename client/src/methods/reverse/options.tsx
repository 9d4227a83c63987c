import { LIMITS } from '@roundel/shared/kernel'
import { useText } from '../../i18n/text.ts'
import { Check } from '../../ui/check.tsx'
import { Choice } from '../../ui/choice.tsx'
import { TextArea } from '../../ui/field.tsx'
import type { OptionsProps } from '../method-view.tsx'

/** What can be chosen about a reverse brainstorm besides its minutes. */
export const ReverseOptions = ({ settings, onChange }: OptionsProps) => {
  const t = useText()
  const turn = typeof settings['turn'] === 'string' ? settings['turn'] : 'opposite'
  const turned = typeof settings['turned'] === 'string' ? settings['turned'] : ''
  return (
    <>
      <Choice
        label={t('reverse.option-turn')}
        options={[
          { value: 'cause', label: t('reverse.turn-cause') },
          { value: 'worsen', label: t('reverse.turn-worsen') },
          { value: 'opposite', label: t('reverse.turn-opposite') },
        ]}
        value={turn}
        onChange={(value) => onChange({ turn: value })}
      />
      <TextArea
        label={t('reverse.option-turned')}
        hint={t('reverse.option-turned-about')}
        value={turned}
        maxLength={LIMITS.questionCharacters}
        onChange={({ target }) => onChange({ turned: target.value.trim() === '' ? undefined : target.value })}
      />
      <Check
        label={t('reverse.option-earlier')}
        hint={t('reverse.option-earlier-about')}
        checked={settings['earlier'] === 'all'}
        onChange={(isOffered) => onChange({ earlier: isOffered ? 'all' : [] })}
      />
    </>
  )
}
