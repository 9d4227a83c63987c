import { type Handover, type Table, openHandover } from '@roundel/shared/board'
import { LIMITS } from '@roundel/shared/kernel'
import { PenLine } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/text.ts'
import { readClock } from '../../session/clock.ts'
import { useNow, useRecords } from '../../sync/room-context.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { useCafe } from './cafe-model.ts'
import styles from './cafe.module.css'
import type { TableLook } from './table-look.ts'

/** So long before the end of a round the host is asked for the lines. */
const OFFERED_SECONDS = 120
const LINES = [0, 1, 2] as const

/** Three lines for those who come next: the host's, offered two minutes before the end, and within reach always. */
export const HandoverForm = ({ cloth, table }: { readonly cloth: Table; readonly table: Pick<TableLook, 'id'> }) => {
  const t = useText()
  const { step, view } = useCafe()
  const round = view.round ?? 1
  const now = useNow(step.clock.state === 'running')
  const reading = readClock(step.clock, now)
  const [isAsked, setIsAsked] = useState(false)
  useRecords<Handover>(cloth.handover)
  const handover = openHandover(cloth, table.id)
  const saved = handover.get(round)
  const isDue = reading.state === 'over' || (reading.state === 'running' && reading.seconds <= OFFERED_SECONDS)
  if (!isAsked && !isDue && !saved) {
    return (
      <Button onClick={() => setIsAsked(true)}>
        <PenLine size={17} aria-hidden="true" />
        {t('cafe.handover')}
      </Button>
    )
  }
  const write = (nth: number, text: string): void =>
    handover.write(
      round,
      LINES.map((line) => (line === nth ? text : (saved?.[line] ?? ''))),
    )
  return (
    <section className={styles.card} aria-labelledby="cafe-handover">
      <h2 id="cafe-handover" className={styles.heading}>
        {t('cafe.handover')}
      </h2>
      <p className={styles.small}>{t('cafe.handover-about')}</p>
      {LINES.map((line) => (
        <TextField
          key={line}
          label={t('cafe.line', { number: line + 1 })}
          value={saved?.[line] ?? ''}
          maxLength={LIMITS.handoverLineCharacters}
          onChange={({ target }) => write(line, target.value)}
        />
      ))}
    </section>
  )
}
