import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import styles from './copy-line.module.css'

/** An address to be taken along: selected by a press on it, copied by the button where the browser allows it. */
export const CopyLine = ({ text, onCopied }: { readonly text: string; readonly onCopied?: () => void }) => {
  const t = useText()
  const [isCopied, setIsCopied] = useState(false)
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text)
    setIsCopied(true)
    onCopied?.()
    setTimeout(() => setIsCopied(false), 2_000)
  }
  return (
    <div className={styles.line}>
      <input
        className={styles.text}
        dir="ltr"
        readOnly
        value={text}
        aria-label={t('action.copy')}
        onFocus={(event) => event.currentTarget.select()}
        onCopy={onCopied}
      />
      {navigator.clipboard && (
        <button type="button" className={styles.copy} onClick={() => void copy()}>
          {isCopied ? <Check size={17} aria-hidden="true" /> : <Copy size={17} aria-hidden="true" />}
          {isCopied ? t('action.copied') : t('action.copy')}
        </button>
      )}
    </div>
  )
}
