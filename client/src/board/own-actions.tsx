import type { Item } from '@roundel/shared/board'
import { Pencil, Trash2 } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import { ItemSecondLine } from './item-second-line.tsx'
import styles from './note-actions.module.css'

/** What the writer of a note may do with it, in its foot row. `tabIndex` for notes that are reached by arrows. */
export const OwnActions = ({
  item,
  tabIndex,
  onEdit,
  onWithdraw,
}: {
  readonly item: Item
  readonly tabIndex?: number
  readonly onEdit: () => void
  readonly onWithdraw: () => void
}) => {
  const t = useText()
  return (
    <span className={styles.actions}>
      <ItemSecondLine item={item} isOwn tabIndex={tabIndex} />
      <button
        type="button"
        className={styles.action}
        tabIndex={tabIndex}
        aria-label={t('own.edit-this', { text: item.text })}
        onClick={onEdit}
      >
        <Pencil size={15} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={styles.action}
        tabIndex={tabIndex}
        aria-label={t('own.withdraw-this', { text: item.text })}
        onClick={onWithdraw}
      >
        <Trash2 size={15} aria-hidden="true" />
      </button>
    </span>
  )
}
