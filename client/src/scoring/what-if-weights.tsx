import { type Judged, type ScoringResult, reweigh } from '@roundel/shared/scoring'
import { useState } from 'react'
import { useNumber, useText } from '../i18n/text.ts'
import { Button } from '../ui/button.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { useCriteriaIn } from './result-criteria.ts'
import styles from './results.module.css'
import { useSubjects } from './use-subjects.ts'

const HEAVIEST = 9

/** The same ballots with other weights: a question on this screen alone, which changes nothing. */
export const WhatIfWeights = ({ result }: { readonly result: ScoringResult & Judged }) => {
  const t = useText()
  const number = useNumber()
  const subjectOf = useSubjects()
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
      {asked && (
        <>
          <ol className={styles.asked}>
            {asked.order.map(({ item, rank }) => (
              <li key={item}>
                {rank === null ? '–' : number(rank)} <bdi translate="yes">{subjectOf(item).text}</bdi>
              </li>
            ))}
          </ol>
          <Button look="quiet" onClick={() => setWeights(undefined)}>
            {t('score.as-it-was')}
          </Button>
        </>
      )}
    </details>
  )
}
