import { useChordWords } from './use-chord-words.ts'
import styles from './chord-keys.module.css'

/** A chord as keys to be pressed. From left to right in every language, as the keys are. */
export const ChordKeys = ({ chord }: { readonly chord: string }) => {
  const wordsOf = useChordWords()
  return (
    <bdi className={styles.chord} dir="ltr">
      {wordsOf(chord).map((word, nth) => (
        <kbd key={nth} className={styles.key}>
          {word}
        </kbd>
      ))}
    </bdi>
  )
}
