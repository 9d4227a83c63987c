import { type Item, polarityOf } from '@roundel/shared/board'
import type { SeatId } from '@roundel/shared/kernel'
import type { ReactNode } from 'react'
import { useText } from '../i18n/text.ts'
import { useViewPart } from '../sync/room-context.ts'
import { ColourMark } from '../ui/colour-mark.tsx'
import { colourClass } from '../ui/colour.ts'
import { joinClasses } from '../ui/classes.ts'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import { itemColour } from './colours.ts'
import { Duplicates } from './duplicates.tsx'
import { useFlavour } from './flavour.ts'
import { ItemText } from './item-text.tsx'
import styles from './note.module.css'
import { PolaritySign } from './polarity-sign.tsx'

/** Who wrote a note, where that is shown. */
const Author = ({ seat }: { readonly seat: SeatId }) => {
  const author = useViewPart('people').find(({ id }) => id === seat)
  return author && <bdi className={styles.author}>{author.name}</bdi>
}

/** One published item as a sticky note. There may be hundreds, so it looks at nothing that changes all the time. */
export const Note = ({
  item,
  isOwn,
  same,
  actions,
  instead,
  tabIndex,
}: {
  readonly item: Item
  readonly isOwn: boolean
  /** What was merged into it. */
  readonly same?: readonly Item[] | undefined
  /** For notes that are reached by arrows. */
  readonly tabIndex?: number
  /** What can be done with it, in the foot row. */
  readonly actions?: ReactNode
  /** Stands in place of the text, for instance while it is being corrected. */
  readonly instead?: ReactNode
}) => {
  const t = useText()
  const session = useViewPart('session')
  const { tags } = useFlavour()
  const colour = itemColour(item, session.agenda)
  return (
    <article
      className={joinClasses(
        styles.note,
        colourClass(colour),
        isOwn && styles.own,
        polarityOf(item.kind) === 'negative' && styles.worse,
      )}
    >
      {instead ?? <ItemText text={item.text} lang={item.lang} second={item.second} />}
      {tags?.(item)}
      <Duplicates items={same} {...(tabIndex !== undefined && { tabIndex })} />
      <footer className={styles.foot}>
        <span className={styles.signs}>
          <ColourMark colour={colour} />
          <PolaritySign kind={item.kind} />
          {item.author && <Author seat={item.author} />}
          {isOwn && <VisuallyHidden>{t('note.own')}</VisuallyHidden>}
          {item.late && <span className={styles.late}>{t('note.late')}</span>}
          {session.corrected?.includes(item.id) && <span className={styles.late}>{t('note.corrected')}</span>}
        </span>
        {actions}
      </footer>
    </article>
  )
}
