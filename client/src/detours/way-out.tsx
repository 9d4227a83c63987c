import { Share2 } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { intentFor } from './in-app-name.ts'
import styles from './way-out.module.css'

/** An address that is to be opened in the person's own browser, and every way to get it there. */
export const WayOut = ({ address }: { readonly address: string }) => {
  const t = useText()
  const intent = intentFor(address, navigator.userAgent)
  return (
    <div className={styles.out}>
      <CopyLine text={address} />
      <div className={styles.ways}>
        {intent && (
          <a className={buttonClass({ look: 'primary' })} href={intent}>
            {t('in-app.open-now')}
          </a>
        )}
        {'share' in navigator && (
          <Button onClick={() => void navigator.share({ url: address }).catch(() => undefined)}>
            <Share2 size={18} aria-hidden="true" />
            {t('in-app.share')}
          </Button>
        )}
      </div>
      <p className={styles.hint}>{t('in-app.paste')}</p>
    </div>
  )
}
