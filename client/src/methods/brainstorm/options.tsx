import { useText } from '../../i18n/text.ts'
import { Choice } from '../../ui/choice.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import type { OptionsProps } from '../method-view.tsx'

/** What can be chosen about a brainstorm besides its minutes. */
export const BrainstormOptions = ({ settings, onChange }: OptionsProps) => {
  const t = useText()
  const isFree = settings['variant'] === 'free'
  return (
    <>
      <Choice
        label={t('brainstorm.variant')}
        options={[
          { value: 'silent-first', label: t('brainstorm.variant-silent') },
          { value: 'free', label: t('brainstorm.variant-free') },
        ]}
        value={isFree ? 'free' : 'silent-first'}
        onChange={(variant) => onChange({ variant })}
        hint={t(isFree ? 'brainstorm.variant-free-about' : 'brainstorm.variant-silent-about')}
      />
      <NumberField
        label={t('brainstorm.goal')}
        hint={t('brainstorm.goal-about')}
        value={Number(settings['goalPerPerson'] ?? 8)}
        least={1}
        most={50}
        onChange={(goalPerPerson) => onChange({ goalPerPerson })}
      />
    </>
  )
}
