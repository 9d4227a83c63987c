import { LIMITS } from '@roundel/shared/kernel'
import type { Sheet } from '@roundel/shared/methods'
import { FAN_WEIGHTS, SCORING_IDS, budgetOf, scoringOf } from '@roundel/shared/scoring'
import { useText } from '../i18n/text.ts'
import { Choice } from '../ui/choice.tsx'
import { SelectField } from '../ui/field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { SettledField } from '../ui/settled-field.tsx'
import { CriteriaEditor } from './criteria-editor.tsx'
import { scaleOf } from './criterion-words.ts'
import styles from './prepare-room.module.css'
import type { ChangeSheet } from './use-sheet.ts'
import { WordingEditor } from './wording-editor.tsx'

const WEIGHTS = ['equal', 'quick-wins', 'radical'] as const
const AUDIENCES = ['client', 'team', 'organisation'] as const
const MOST_DOTS = 20

const sameWeights = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

interface PartProps {
  readonly sheet: Sheet
  readonly change: ChangeSheet
}

/** What can be set for one scoring, beside its scale. */
const FanOptions = ({ sheet, change }: PartProps) => {
  const t = useText()
  const { options } = sheet
  const audience = AUDIENCES.find((name) => name === options['attractiveTo']) ?? 'client'
  return (
    <>
      <Choice
        label={t('scoring.word.weight')}
        options={WEIGHTS.map((name) => ({ value: name, label: t(`scoring.weights.${name}`) }))}
        value={WEIGHTS.find((name) => sameWeights(options['weights'], FAN_WEIGHTS[name])) ?? 'equal'}
        onChange={(name) => void change({ options: { ...options, weights: FAN_WEIGHTS[name] } })}
        hint={t('score.weights-about')}
      />
      <Choice
        label={t('score.attractive-to')}
        options={AUDIENCES.map((name) => ({ value: name, label: t(`score.audience.${name}`) }))}
        value={audience}
        onChange={(attractiveTo) => void change({ options: { ...options, attractiveTo } })}
      />
    </>
  )
}

const RankingOptions = ({ sheet, change }: PartProps) => {
  const t = useText()
  const { options } = sheet
  const criterion = typeof options['criterion'] === 'string' ? options['criterion'] : ''
  return (
    <>
      <SettledField
        label={t('score.criterion')}
        hint={t('score.criterion-about')}
        value={criterion}
        maxLength={LIMITS.questionCharacters}
        onSettle={async (wanted) => wanted !== '' && change({ options: { ...options, criterion: wanted } })}
      />
      <Choice
        label={t('scoring.word.unranked')}
        options={[
          { value: 'last', label: t('score.unranked-last') },
          { value: 'no-opinion', label: t('score.unranked-no-opinion') },
        ]}
        value={options['unranked'] === 'no-opinion' ? 'no-opinion' : 'last'}
        onChange={(unranked) => void change({ options: { ...options, unranked } })}
      />
    </>
  )
}

const DotsOptions = ({ sheet, change }: PartProps) => {
  const t = useText()
  const { options, items } = sheet
  const { budget, cap } = options
  const dots = budgetOf(budget === 'third' || typeof budget === 'number' ? budget : 'root', items.length)
  return (
    <div className={styles.numbers}>
      <NumberField
        label={t('score.dots-each')}
        value={dots}
        least={1}
        most={MOST_DOTS}
        onChange={(wanted) => void change({ options: { ...options, budget: wanted } })}
      />
      <NumberField
        label={t('score.dots-on-one')}
        value={typeof cap === 'number' ? cap : 1}
        least={1}
        most={dots}
        onChange={(wanted) => void change({ options: { ...options, cap: wanted } })}
      />
    </div>
  )
}

/** How ideas are scored: by what, on which scale, with which weights, and in whose words. */
export const HowPart = ({ sheet, change }: PartProps) => {
  const t = useText()
  const { scoring, options } = sheet
  const { scales } = scoringOf(scoring)
  return (
    <section className={styles.part} aria-labelledby="how">
      <h2 id="how">{t('score.how')}</h2>
      <Choice
        label={t('score.how')}
        options={SCORING_IDS.map((id) => ({ value: id, label: t(`scoring.name.${id}`) }))}
        value={scoring}
        onChange={(id) => void change({ scoring: id, options: {} })}
        hint={t(`scoring.about.${scoring}`)}
      />
      {scales.length > 0 && (
        <SelectField
          label={t('scoring.word.scale')}
          value={scaleOf({ scoring, settings: options })}
          onChange={({ target }) => void change({ options: { ...options, scale: target.value } })}
        >
          {scales.map((scale) => (
            <option key={scale} value={scale}>
              {t(`score.scale.${scale}`)}
            </option>
          ))}
        </SelectField>
      )}
      {scoring === 'fan' && <FanOptions sheet={sheet} change={change} />}
      {scoring === 'ranking' && <RankingOptions sheet={sheet} change={change} />}
      {scoring === 'dots' && <DotsOptions sheet={sheet} change={change} />}
      {scoring === 'criteria' && <CriteriaEditor sheet={sheet} change={change} />}
      {(scoring === 'fan' || scoring === 'tesco') && <WordingEditor sheet={sheet} change={change} />}
    </section>
  )
}
