import { useText } from '../../i18n/text.ts'
import { Button } from '../../ui/button.tsx'
import styles from './turn-side.module.css'

/** Asks once about a solution that only denies the bad idea, and never refuses it. */
export const MereNegation = ({ onAdd, onWrite }: { readonly onAdd: () => void; readonly onWrite: () => void }) => {
  const t = useText()
  return (
    <fieldset className={styles.asks}>
      <legend role="alert">{t('reverse.mere')}</legend>
      <div className={styles.acts}>
        <Button look="primary" onClick={onWrite}>
          {t('reverse.mere-write')}
        </Button>
        <Button onClick={onAdd}>{t('reverse.mere-add')}</Button>
      </div>
    </fieldset>
  )
}
