import type { ItemId } from '@roundel/shared/kernel'
import { type RankingResult, type ScoringResult, rankWithout } from '@roundel/shared/scoring'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { SelectField } from '../ui/field.tsx'
import { AskedOrder } from './asked-order.tsx'
import styles from './results.module.css'
import { useSubjects } from './use-subjects.ts'

/** What the order would be if one idea had not been there: a question on this screen alone, which changes nothing. */
export const WithoutOne = ({ result }: { readonly result: ScoringResult & RankingResult }) => {
  const t = useText()
  const subjectOf = useSubjects()
  const [gone, setGone] = useState<ItemId>()
  if (result.order.length < 3) return null
  return (
    <details className={styles.whatIf}>
      <summary>{t('scoring.word.what-if')}</summary>
      <SelectField
        label={t('score.without')}
        value={gone ?? ''}
        onChange={({ target }) => setGone(result.order.find(({ item }) => item === target.value)?.item)}
      >
        <option value="">{t('score.without-none')}</option>
        {result.order.map(({ item }) => (
          <option key={item} value={item}>
            {subjectOf(item).text}
          </option>
        ))}
      </SelectField>
      {gone && <AskedOrder order={rankWithout(result, gone).order} onBack={() => setGone(undefined)} />}
    </details>
  )
}
