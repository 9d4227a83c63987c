import type { SecondLine } from '@roundel/shared/board'
import styles from './item-text.module.css'

const languageOf = (lang: string): string | undefined => (lang === 'und' ? undefined : lang)

/**
 * What a person wrote, as they wrote it: in its own language and direction, for browsers to translate if asked. An
 * element is made anew when its text changes, because a translator may have replaced what is inside. What an item says in
 * a second language stands under it, whoever reads.
 */
export const ItemText = ({
  text,
  lang,
  second,
}: {
  readonly text: string
  readonly lang: string
  readonly second?: SecondLine | undefined
}) => (
  <div className={styles.words}>
    <p key={text} className={styles.text} lang={languageOf(lang)} dir="auto" translate="yes">
      {text}
    </p>
    {second && (
      <p
        key={`second ${second.text}`}
        className={styles.second}
        lang={languageOf(second.lang)}
        dir="auto"
        translate="yes"
      >
        {second.text}
      </p>
    )}
  </div>
)
