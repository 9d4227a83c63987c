import type { Item } from '@roundel/shared/board'
import { Spotlight } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import styles from './spotlight-button.module.css'
import { useSpotlight } from '../board/use-spotlight.ts'

/** Shows a note to all, large, and puts it out again. `tabIndex` for notes that are reached by arrows. */
export const SpotlightButton = ({ item, tabIndex }: { readonly item: Item; readonly tabIndex?: number }) => {
  const t = useText()
  const spotlight = useSpotlight(item)
  if (!spotlight) return null
  return (
    <button
      type="button"
      className={styles.light}
      tabIndex={tabIndex}
      aria-pressed={spotlight.isLit}
      aria-label={t('note.spotlight', { text: item.text })}
      title={t('spotlight.show')}
      onClick={spotlight.turn}
    >
      <Spotlight size={15} aria-hidden="true" />
    </button>
  )
}
