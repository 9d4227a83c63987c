import type { ScoringResult } from '@roundel/shared/scoring'
import type { ItemId } from '@roundel/shared/kernel'
import styles from './letter.module.css'
import { letterOf } from './letters.ts'

/** The letter that stands for an idea in the pictures of a result. Beside its text it is nothing to listen to. */
export const Letter = ({ result, item }: { readonly result: ScoringResult; readonly item: ItemId }) => (
  <span className={styles.letter} aria-hidden="true">
    {letterOf(result, item)}
  </span>
)
