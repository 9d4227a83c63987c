import styles from './item-text.module.css'

/**
 * What a person wrote, as they wrote it: in its own language and direction, for browsers to translate if asked. The one
 * element is made anew when the text changes, because a translator may have replaced what is inside.
 */
export const ItemText = ({ text, lang }: { readonly text: string; readonly lang: string }) => (
  <p key={text} className={styles.text} lang={lang === 'und' ? undefined : lang} dir="auto" translate="yes">
    {text}
  </p>
)
