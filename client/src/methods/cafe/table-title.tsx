import { TableSign } from './table-sign.tsx'
import type { TableLook } from './table-look.ts'
import styles from './table-title.module.css'

/** What a table is called, behind its sign: its name alone where its number stands beside it, else both. */
export const TableTitle = ({
  table,
  isShort = false,
}: {
  readonly table: Pick<TableLook, 'sign' | 'name' | 'title'>
  /** Its name alone. */
  readonly isShort?: boolean
}) => (
  <span className={styles.title}>
    <TableSign sign={table.sign} />
    <bdi>{isShort ? table.name : table.title}</bdi>
  </span>
)
