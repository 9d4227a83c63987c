import { Copy, Maximize } from 'lucide-react'
import { useRef, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { usePageSettings } from '../sync/page-settings.ts'
import { useView } from '../sync/room-context.ts'
import { Button } from '../ui/button.tsx'
import { Code } from '../ui/code.tsx'
import { Qr } from '../ui/qr.tsx'
import styles from './join-board.module.css'

/** How to get in, to be read from a wall: the QR code, the address and the code. */
export const JoinBoard = () => {
  const t = useText()
  const { session } = useView()
  const { origin } = usePageSettings()
  const board = useRef<HTMLDivElement>(null)
  const [isCopied, setIsCopied] = useState(false)
  if (!session.code) return null
  const link = `${origin}/j/${session.code}`
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(link)
    setIsCopied(true)
    setTimeout(() => setIsCopied(false), 2_000)
  }
  return (
    <section className={styles.join} aria-label={t('join-board.title')}>
      <div ref={board} className={styles.board}>
        <Qr text={link} label={t('join-board.qr')} />
        <div className={styles.words}>
          <p className={styles.how}>{t('join-board.title')}</p>
          <p className={styles.address}>
            <bdi dir="ltr">{new URL(origin).host}</bdi>
          </p>
          <Code code={session.code} />
        </div>
      </div>
      <div className={styles.actions}>
        {/* Without https browsers give no clipboard: then the address is there to be read and typed. */}
        {navigator.clipboard && (
          <Button onClick={() => void copy()}>
            <Copy size={18} aria-hidden="true" />
            {isCopied ? t('action.copied') : t('join-board.copy-link')}
          </Button>
        )}
        {document.fullscreenEnabled && (
          <Button look="quiet" onClick={() => void board.current?.requestFullscreen()}>
            <Maximize size={18} aria-hidden="true" />
            {t('join-board.full-screen')}
          </Button>
        )}
      </div>
    </section>
  )
}
