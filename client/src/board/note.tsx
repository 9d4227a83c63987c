import type { Item } from '@roundel/shared/board'
import type { ReactNode } from 'react'
import { useText } from '../i18n/text.ts'
import { useView } from '../sync/room-context.ts'
import { ColourMark } from '../ui/colour-mark.tsx'
import { colourClass } from '../ui/colour.ts'
import { joinClasses } from '../ui/classes.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { itemColour } from './colours.ts'
import { ItemText } from './item-text.tsx'
import styles from './note.module.css'

/** One published item as a sticky note. */
export const Note = ({
  item,
  isOwn,
  actions,
  instead,
}: {
  readonly item: Item
  readonly isOwn: boolean
  /** What can be done with it, in the foot row. */
  readonly actions?: ReactNode
  /** Stands in place of the text, for instance while it is being corrected. */
  readonly instead?: ReactNode
}) => {
  const t = useText()
  const { session, people } = useView()
  const colour = itemColour(item, session.agenda)
  const author = item.author && people.find(({ id }) => id === item.author)
  return (
    <article className={joinClasses(styles.note, colourClass(colour), isOwn && styles.own)}>
      {instead ?? <ItemText text={item.text} lang={item.lang} second={item.second} />}
      <footer className={styles.foot}>
        <span className={styles.signs}>
          <ColourMark colour={colour} />
          {author && <bdi className={styles.author}>{author.name}</bdi>}
          {isOwn && <VisuallyHidden>{t('note.own')}</VisuallyHidden>}
          {item.late && <span className={styles.late}>{t('note.late')}</span>}
        </span>
        {actions}
      </footer>
    </article>
  )
}
