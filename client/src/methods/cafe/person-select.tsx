import type { TableId } from '@roundel/shared/kernel'
import { useText } from '../../i18n/text.ts'
import { useCafe } from './cafe-model.ts'
import styles from './cafe.module.css'
import type { Sitter } from './sitter.ts'

/** What is chosen about somebody at a table. */
export type PersonAct =
  | { readonly type: 'move'; readonly table: TableId }
  | { readonly type: 'host' }
  | { readonly type: 'next-host' }

/** What those who lead can do about somebody at a table: another table, the host's part. A native menu, for every hand and device. */
export const PersonSelect = ({
  person,
  at,
  acts = [],
  onAct,
}: {
  readonly person: Sitter
  /** The table that they sit at. */
  readonly at: TableId | undefined
  /** What is offered besides other tables. */
  readonly acts?: readonly ('host' | 'next-host')[]
  readonly onAct: (act: PersonAct) => void
}) => {
  const t = useText()
  const { tables } = useCafe()
  const others = tables.filter(({ id, isClosed }) => id !== at && !isClosed)
  if (others.length === 0 && acts.length === 0) return null
  const choose = (value: string): void => {
    if (value === 'host' || value === 'next-host') return onAct({ type: value })
    const table = others.find(({ id }) => id === value)
    if (table) onAct({ type: 'move', table: table.id })
  }
  return (
    <select
      className={styles.personSelect}
      aria-label={t('cafe.manage', { name: person.name })}
      value=""
      onChange={({ target }) => choose(target.value)}
    >
      <option value="">{t('cafe.move-person')}</option>
      {acts.includes('host') && <option value="host">{t('cafe.make-host')}</option>}
      {acts.includes('next-host') && <option value="next-host">{t('cafe.stays-next')}</option>}
      {others.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  )
}
