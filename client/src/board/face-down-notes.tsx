import type { Colour } from '@roundel/shared/board'
import { colourClass } from '../ui/colour.ts'
import { joinClasses } from '../ui/classes.ts'
import styles from './face-down-notes.module.css'

/** More than this tells no more than this. */
const MOST = 80

/**
 * Notes whose text nobody may see yet: as many as there are, all alike. Only their number is known here at all, so
 * nothing of them can be guessed. Decoration: the number stands in words above.
 */
export const FaceDownNotes = ({ count, colour }: { readonly count: number; readonly colour: Colour }) => (
  <div className={joinClasses(styles.notes, colourClass(colour))} aria-hidden="true">
    {Array.from({ length: Math.min(MOST, count) }, (_, index) => (
      <span key={index} className={styles.note} />
    ))}
  </div>
)
