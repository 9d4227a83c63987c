import type { Item } from '@roundel/shared/board'
import { Spotlight } from 'lucide-react'
import actions from '../board/note-actions.module.css'
import { useSpotlight } from '../board/use-spotlight.ts'
import { useText } from '../i18n/text.ts'
import { joinClasses } from '../ui/classes.ts'
import styles from './spotlight-button.module.css'

/** Shows a note to all, large, and puts it out again. `tabIndex` for notes that are reached by arrows. */
export const SpotlightButton = ({ item, tabIndex }: { readonly item: Item; readonly tabIndex?: number }) => {
  const t = useText()
  const spotlight = useSpotlight()
  if (!spotlight) return null
  const isLit = spotlight.lit === item.id
  return (
    <button
      type="button"
      className={joinClasses(actions.action, styles.light)}
      tabIndex={tabIndex}
      aria-pressed={isLit}
      aria-label={t('note.spotlight', { text: item.text })}
      title={t('spotlight.show')}
      onClick={() => (isLit ? spotlight.putOut() : spotlight.show(item.id))}
    >
      <Spotlight size={15} aria-hidden="true" />
    </button>
  )
}
