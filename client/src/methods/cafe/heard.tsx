import { type Handover, type Table, handoverId } from '@roundel/shared/board'
import { useText } from '../../i18n/text.ts'
import { useRecords } from '../../sync/room-context.ts'
import { useCafe } from './cafe-model.ts'
import styles from './cafe.module.css'
import type { TableLook } from './table-look.ts'

/** The lines of a handover that say something. */
export const linesOf = (handover: Handover | undefined): readonly string[] =>
  handover ? [handover.one, handover.two, handover.three].filter((line) => line.trim() !== '') : []

/** What the last table heard: the three lines that the host wrote in the round before. */
export const Heard = ({
  cloth,
  table,
}: {
  readonly cloth: Table | undefined
  readonly table: Pick<TableLook, 'id' | 'host'>
}) => {
  const t = useText()
  const { view } = useCafe()
  const handovers = useRecords<Handover>(cloth?.handover)
  const before = (view.round ?? 1) - 1
  const lines = before > 0 ? linesOf(handovers.get(handoverId(table.id, before))) : []
  if (lines.length === 0) return null
  return (
    <section className={styles.heard} aria-labelledby="cafe-heard">
      <h2 id="cafe-heard" className={styles.subheading}>
        {t('cafe.heard')}
      </h2>
      <ul>
        {lines.map((line) => (
          <li key={line} dir="auto" translate="yes">
            {line}
          </li>
        ))}
      </ul>
    </section>
  )
}
