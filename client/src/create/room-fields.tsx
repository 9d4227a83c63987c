import { LIMITS } from '@roundel/shared/kernel'
import { LANGUAGES, type Language } from '@roundel/shared/session'
import { LANGUAGE_NAMES } from '../i18n/language.ts'
import { useText } from '../i18n/text.ts'
import { Check } from '../ui/check.tsx'
import { Choice } from '../ui/choice.tsx'
import { SelectField, TextField } from '../ui/field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import type { Plan } from './plan.ts'
import styles from './create.module.css'

/** Who comes, when, and what they may. */
export const RoomFields = ({
  plan,
  onChange,
}: {
  readonly plan: Plan
  readonly onChange: (part: Partial<Plan>) => void
}) => {
  const t = useText()
  return (
    <section className={styles.section} aria-labelledby="room">
      <h2 id="room" className={styles.heading}>
        {t('create.room')}
      </h2>
      <div className={styles.pair}>
        <TextField
          label={t('create.your-name')}
          value={plan.name}
          maxLength={LIMITS.nameCharacters}
          autoComplete="nickname"
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <SelectField
          label={t('create.language')}
          value={plan.language}
          onChange={(event) => onChange({ language: event.target.value as Language })}
          hint={t('create.language-about')}
        >
          {LANGUAGES.map((each) => (
            <option key={each} value={each} lang={each}>
              {LANGUAGE_NAMES[each]}
            </option>
          ))}
        </SelectField>
        <NumberField
          label={t('create.headcount')}
          value={plan.headcount}
          least={1}
          most={LIMITS.participantsAtMost}
          onChange={(headcount) => onChange({ headcount })}
          hint={t(
            plan.headcount === 1 ? 'create.alone' : plan.headcount === 2 ? 'create.two' : 'create.headcount-about',
          )}
        />
        <TextField
          label={t('create.at')}
          type="datetime-local"
          value={plan.at}
          onChange={(event) => onChange({ at: event.target.value })}
          hint={t('create.at-about')}
        />
        <Choice
          label={t('create.door')}
          options={[
            { value: 'open', label: t('create.door-open') },
            { value: 'ask', label: t('create.door-ask') },
          ]}
          value={plan.door}
          onChange={(door) => onChange({ door })}
        />
        <NumberField
          label={t('create.places')}
          value={plan.participants}
          least={1}
          most={LIMITS.participantsAtMost}
          onChange={(participants) => onChange({ participants })}
        />
        <Check
          label={t('create.late')}
          hint={t('create.late-about')}
          checked={plan.allowLate}
          onChange={(allowLate) => onChange({ allowLate })}
        />
        <Check
          label={t('create.export')}
          hint={t('create.export-about')}
          checked={plan.participantsExport}
          onChange={(participantsExport) => onChange({ participantsExport })}
        />
      </div>
    </section>
  )
}
