import { useText } from '../../i18n/text.ts'
import styles from './cafe.module.css'
import { CAFE_RULES } from './rule-keys.ts'

/** The etiquette of a café, to be read while one sits down. */
export const Etiquette = () => {
  const t = useText()
  return (
    <section className={styles.card} aria-labelledby="cafe-etiquette">
      <h2 id="cafe-etiquette" className={styles.heading}>
        {t('cafe.etiquette')}
      </h2>
      <ul className={styles.etiquette}>
        {CAFE_RULES.map((rule) => (
          <li key={rule}>{t(rule)}</li>
        ))}
      </ul>
    </section>
  )
}
