import { LIMITS, cleanLine } from '@roundel/shared/kernel'
import type { TableHarvest } from '@roundel/shared/methods/cafe'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { Alert } from '../../ui/alert.tsx'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import styles from './cafe.module.css'
import type { TableLook } from './table-look.ts'
import { TableSign } from './table-sign.tsx'
import { usePress } from './use-press.ts'

const NOTHING: TableHarvest = { insights: [] }

/** What a table brings to the harvest: up to three insights and one deeper question, in the words of its host. */
export const HarvestForm = ({
  table,
  harvest = NOTHING,
}: {
  readonly table: TableLook
  readonly harvest: TableHarvest | undefined
}) => {
  const t = useText()
  const { press, isBusy, problem } = usePress()
  const [insights, setInsights] = useState<readonly string[]>(() =>
    Array.from({ length: LIMITS.insightsPerTable }, (_, nth) => harvest.insights[nth] ?? ''),
  )
  const [question, setQuestion] = useState(harvest.question ?? '')
  const clean = insights.map(cleanLine).filter((line) => line !== '')
  const deeper = cleanLine(question)
  const isSaved = clean.join('\n') === harvest.insights.join('\n') && deeper === (harvest.question ?? '')
  const isTooLong =
    clean.some((line) => line.length > LIMITS.insightCharacters) || deeper.length > LIMITS.questionCharacters
  const save = (): void =>
    void press(
      { type: 'write-harvest', table: table.id, insights: clean, ...(deeper && { question: deeper }) },
      t('saved.saved'),
    )
  return (
    <section className={styles.card} aria-labelledby="cafe-brings">
      <h2 id="cafe-brings" className={styles.heading}>
        <span className={styles.withIcon}>
          <TableSign sign={table.sign} />
          {t('cafe.brings', { number: table.number })}
        </span>
      </h2>
      <p className={styles.small}>{t('cafe.brings-about')}</p>
      {insights.map((insight, nth) => (
        <TextArea
          // Three places, which stay in their order.
          key={nth}
          label={t('cafe.insight', { number: nth + 1 })}
          value={insight}
          maxLength={LIMITS.insightCharacters}
          onChange={({ target }) => setInsights(insights.map((text, at) => (at === nth ? target.value : text)))}
        />
      ))}
      <TextArea
        label={t('cafe.deeper')}
        value={question}
        maxLength={LIMITS.questionCharacters}
        onChange={({ target }) => setQuestion(target.value)}
      />
      <Alert>{problem}</Alert>
      <Button look="primary" disabled={isBusy || isTooLong || isSaved} onClick={save}>
        {t(isSaved && (clean.length > 0 || deeper !== '') ? 'cafe.brings-saved' : 'cafe.brings-save')}
      </Button>
    </section>
  )
}
