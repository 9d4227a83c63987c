import { type ItemKind, polarityOf } from '@roundel/shared/board'
import { RotateCcw } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import styles from './polarity-sign.module.css'

/** Says of an item that it tells how things would become worse, by a sign and a word. Nothing for any other. */
export const PolaritySign = ({ kind }: { readonly kind: ItemKind }) => {
  const t = useText()
  return (
    polarityOf(kind) === 'negative' && (
      <span className={styles.sign}>
        <RotateCcw size={13} strokeWidth={2.4} aria-hidden="true" />
        {t('note.worse')}
      </span>
    )
  )
}
