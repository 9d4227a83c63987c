import { LIMITS } from '@roundel/shared/kernel'
import type { Sheet } from '@roundel/shared/methods'
import { Plus, X } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { SettledField } from '../ui/settled-field.tsx'
import styles from './prepare-room.module.css'
import type { ChangeSheet } from './use-sheet.ts'

/** More than these are too many for one screen, and for one mind; the scoring refuses them too. */
const MOST = 7
const HEAVIEST = 9

interface OwnCriterion {
  readonly key: string
  readonly label: string
  readonly weight?: number
}

const freeKey = (criteria: readonly OwnCriterion[]): string => {
  const numbers = Array.from({ length: MOST + 1 }, (_, index) => `own-${index + 1}`)
  return numbers.find((key) => !criteria.some((other) => other.key === key)) ?? 'own'
}

/** Criteria of one's own, each with a name and a weight. Without any, one question is asked: how good it is, all in all. */
export const CriteriaEditor = ({ sheet, change }: { readonly sheet: Sheet; readonly change: ChangeSheet }) => {
  const t = useText()
  const { options } = sheet
  // The server's schema made them what they are.
  const criteria = (options['criteria'] ?? []) as readonly OwnCriterion[]
  const set = (next: readonly OwnCriterion[]): Promise<boolean> => {
    const { criteria: _before, ...others } = options
    return change({ options: next.length > 0 ? { ...others, criteria: next } : others })
  }
  return (
    <div className={styles.criteria}>
      <h3>{t('score.own-criteria')}</h3>
      {criteria.length === 0 && <p className={styles.about}>{t('score.own-criteria-none')}</p>}
      <ul>
        {criteria.map((criterion, at) => (
          <li key={criterion.key} className={styles.criterion}>
            <SettledField
              label={t('score.wording.label')}
              value={criterion.label}
              maxLength={LIMITS.labelCharacters}
              onSettle={async (label) => label !== '' && set(criteria.with(at, { ...criterion, label }))}
            />
            <NumberField
              label={t('scoring.word.weight')}
              value={criterion.weight ?? 1}
              least={1}
              most={HEAVIEST}
              onChange={(weight) => void set(criteria.with(at, { ...criterion, weight }))}
            />
            <IconButton
              label={t('score.remove-criterion', { text: criterion.label })}
              onClick={() => void set(criteria.toSpliced(at, 1))}
            >
              <X size={20} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
      <p>
        <Button
          disabled={criteria.length >= MOST}
          onClick={() =>
            void set([
              ...criteria,
              {
                key: freeKey(criteria),
                label: t('score.criterion-number', { number: criteria.length + 1 }),
                weight: 1,
              },
            ])
          }
        >
          <Plus size={18} aria-hidden="true" />
          {t('score.add-criterion')}
        </Button>
      </p>
    </div>
  )
}
