import type { Item } from '@roundel/shared/board'
import { useText } from '../i18n/text.ts'
import { useView } from '../sync/room-context.ts'
import { ColourMark } from '../ui/colour-mark.tsx'
import { colourClass } from '../ui/colour.ts'
import { joinClasses } from '../ui/classes.ts'
import { itemColour } from './colours.ts'
import { ItemText } from './item-text.tsx'
import styles from './own-drafts.module.css'
import { PolaritySign } from './polarity-sign.tsx'

/** One's own ideas on the board, on one's own side: seen by nobody else as one's own. */
export const OwnPublished = ({ items }: { readonly items: readonly Item[] }) => {
  const t = useText()
  const { session } = useView()
  if (items.length === 0) return null
  return (
    <section className={styles.own} aria-labelledby="own-published">
      <h2 id="own-published" className={styles.heading}>
        {t('own.title', { count: items.length })}
      </h2>
      <ul className={styles.list}>
        {items.map((item) => {
          const colour = itemColour(item, session.agenda)
          return (
            <li key={item.id} className={joinClasses(styles.row, colourClass(colour))}>
              <span className={styles.dot}>
                <ColourMark colour={colour} size={9} />
              </span>
              <div className={styles.text}>
                <ItemText text={item.text} lang={item.lang} second={item.second} />
                <PolaritySign kind={item.kind} />
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
