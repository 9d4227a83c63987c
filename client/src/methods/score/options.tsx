import { SCORING_IDS, type ScoringId } from '@roundel/shared/scoring'
import { useText } from '../../i18n/text.ts'
import { TextField } from '../../ui/field.tsx'
import { Choice } from '../../ui/choice.tsx'
import type { OptionsProps } from '../method-view.tsx'

const optionsOf = (settings: OptionsProps['settings']): Readonly<Record<string, unknown>> => {
  const { options } = settings
  return typeof options === 'object' && options !== null ? (options as Readonly<Record<string, unknown>>) : {}
}

/** What can be said of a vote while an agenda is planned: how ideas are scored, and by what they are ranked. */
export const ScoreOptions = ({ settings, onChange }: OptionsProps) => {
  const t = useText()
  const scoring = (settings['scoring'] ?? 'fan') as ScoringId
  const { criterion } = optionsOf(settings)
  return (
    <>
      <Choice
        label={t('score.how')}
        options={SCORING_IDS.map((id) => ({ value: id, label: t(`scoring.name.${id}`) }))}
        value={scoring}
        onChange={(next) => onChange({ scoring: next, options: {} })}
        hint={t(`scoring.about.${scoring}`)}
      />
      {scoring === 'ranking' && (
        <TextField
          label={t('score.criterion')}
          hint={t('score.criterion-about')}
          value={typeof criterion === 'string' ? criterion : ''}
          maxLength={500}
          dir="auto"
          onChange={({ target }) => onChange({ options: target.value ? { criterion: target.value } : {} })}
        />
      )}
    </>
  )
}
