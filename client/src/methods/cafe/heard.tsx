import { type Handover, type Table, openHandover } from '@roundel/shared/board'
import { useText } from '../../i18n/text.ts'
import { useRecords } from '../../sync/room-context.ts'
import { useCafe } from './cafe-model.ts'
import styles from './cafe.module.css'
import type { TableLook } from './table-look.ts'

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
  useRecords<Handover>(cloth?.handover)
  const before = (view.round ?? 1) - 1
  const written = cloth && before > 0 ? openHandover(cloth, table.id).get(before) : undefined
  const lines = written?.filter((line) => line.trim() !== '') ?? []
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
