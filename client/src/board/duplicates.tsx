import type { Item } from '@roundel/shared/board'
import { useText } from '../i18n/text.ts'
import { ItemText } from './item-text.tsx'
import styles from './duplicates.module.css'

/** What says the same as a note, folded under it: each in its own words. `tabIndex` for notes that are reached by arrows. */
export const Duplicates = ({
  items,
  tabIndex,
}: {
  readonly items: readonly Item[] | undefined
  readonly tabIndex?: number
}) => {
  const t = useText()
  if (!items) return null
  return (
    <details className={styles.same}>
      <summary className={styles.count} tabIndex={tabIndex}>
        {t('merge.count', { count: items.length })}
      </summary>
      <ul className={styles.list}>
        {items.map(({ id, text, lang }) => (
          <li key={id}>
            <ItemText text={text} lang={lang} />
          </li>
        ))}
      </ul>
    </details>
  )
}
