import type { SessionPart } from '@roundel/shared/session'
import { joinClasses } from '../ui/classes.ts'
import styles from './step-marks.module.css'

/** So many dashes are as long as they are in a short agenda; more of them leave room for the words beside them. */
const MANY = 6

/** The agenda as a row of dashes: done, now, to come. Decoration: the words beside it say the same. */
export const StepMarks = ({ agenda }: { readonly agenda: SessionPart['agenda'] }) => (
  <span className={joinClasses(styles.marks, agenda.length > MANY && styles.many)} aria-hidden="true">
    {agenda.map(({ id, state }) => (
      <span
        key={id}
        className={joinClasses(styles.mark, state === 'live' ? styles.now : state !== 'planned' && styles.done)}
      />
    ))}
  </span>
)
