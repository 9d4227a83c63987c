import { useText } from '../../i18n/text.ts'
import { Check } from '../../ui/check.tsx'
import { useCafe } from './cafe-model.ts'
import styles from './setup.module.css'
import { TableFields } from './table-fields.tsx'
import type { TableLook } from './table-look.ts'
import type { Press } from './use-press.ts'
import { askingOf } from './use-setup.ts'

/** What can be changed about a table while people sit at it, and whether anybody is seated there from the next round on. */
export const ChangeTable = ({ table, press }: { readonly table: TableLook; readonly press: Press }) => {
  const t = useText()
  const { view, may } = useCafe()
  if (!may('edit-table')) return null
  return (
    <details className={styles.change}>
      <summary>{t('cafe.change-table')}</summary>
      <div className={styles.column}>
        <TableFields table={table} asks={askingOf(view) === 'table'} press={press} />
        <Check
          label={t('cafe.close-table')}
          checked={table.isClosed}
          onChange={(closed) => void press({ type: 'edit-table', table: table.id, closed })}
        />
      </div>
    </details>
  )
}
