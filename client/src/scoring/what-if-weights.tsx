import { type Judged, type ScoringResult, reweigh } from '@roundel/shared/scoring'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { NumberField } from '../ui/number-field.tsx'
import { AskedOrder } from './asked-order.tsx'
import { useCriteriaIn } from './result-criteria.ts'
import styles from './results.module.css'

const HEAVIEST = 9

/** The same ballots with other weights: a question on this screen alone, which changes nothing. */
export const WhatIfWeights = ({ result }: { readonly result: ScoringResult & Judged }) => {
  const t = useText()
  const criteria = useCriteriaIn(result)
  const [weights, setWeights] = useState<Readonly<Record<string, number>>>()
  if (criteria.length < 2) return null
  const asked = weights && reweigh(result, weights)
  return (
    <details className={styles.whatIf}>
      <summary>{t('scoring.word.what-if')}</summary>
      <div className={styles.weights}>
        {criteria.map(({ key, label, weight }) => (
          <NumberField
            key={key}
            label={label}
            value={weights?.[key] ?? weight}
            least={1}
            most={HEAVIEST}
            onChange={(value) => setWeights({ ...weights, [key]: value })}
          />
        ))}
      </div>
      {asked && <AskedOrder order={asked.order} onBack={() => setWeights(undefined)} />}
    </details>
  )
}
