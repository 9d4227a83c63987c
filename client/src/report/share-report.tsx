import { Share2 } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import type { Reply } from '../sync/problem.ts'
import { shareReport, unshareReport } from '../sync/report.ts'
import { useView } from '../sync/room-context.ts'
import { Alert } from '../ui/alert.tsx'
import { useAnnounce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import styles from './report.module.css'

/** For those who lead: a link by which people without a seat read the report. Made, shown once, and ended here. */
export const ShareReport = () => {
  const t = useText()
  const announce = useAnnounce()
  const { session } = useView()
  const [withNames, setWithNames] = useState(false)
  const [link, setLink] = useState<{ readonly address: string; readonly opensAt: number }>()
  const [hasFailed, setHasFailed] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const { sharing } = session
  const run = async <Value,>(act: () => Promise<Reply<Value>>): Promise<Value | undefined> => {
    setIsBusy(true)
    const reply = await act()
    setIsBusy(false)
    setHasFailed(!reply.ok)
    return reply.ok ? reply.value : undefined
  }
  const share = async (): Promise<void> => {
    const made = await run(() => shareReport(session.id, withNames ? 'shown' : 'hidden'))
    if (made) setLink({ address: made.link, opensAt: made.opensAt })
  }
  const end = async (): Promise<void> => {
    await run(() => unshareReport(session.id))
    setLink(undefined)
    announce(t('report.unshared'))
  }
  // A link that somebody else made is not known here, and neither is one of an earlier visit.
  const own = sharing && link && link.opensAt >= sharing.opensAt ? link : undefined
  return (
    <section className={styles.share} aria-labelledby="share-report">
      <h2 id="share-report">{t('report.share')}</h2>
      <p className={styles.remarks}>{t('report.share-about')}</p>
      {own && (
        <>
          <CopyLine text={own.address} />
          <p className={styles.remarks}>{t('report.told-once')}</p>
        </>
      )}
      {sharing && <output>{t(sharing.names === 'shown' ? 'report.shared-names' : 'report.shared')}</output>}
      <Check label={t('report.with-names')} checked={withNames} onChange={setWithNames} />
      <div className={styles.presses}>
        <Button disabled={isBusy} onClick={() => void share()}>
          <Share2 size={18} aria-hidden="true" />
          {t(sharing ? 'report.another' : 'report.share')}
        </Button>
        {sharing && (
          <Button disabled={isBusy} onClick={() => void end()}>
            {t('report.unshare')}
          </Button>
        )}
      </div>
      {sharing && <p className={styles.remarks}>{t('report.another-about')}</p>}
      {hasFailed && <Alert>{t('report.share-failed')}</Alert>}
    </section>
  )
}
