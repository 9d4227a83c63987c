import { LIMITS } from '@roundel/shared/kernel'
import { useEffect, useRef } from 'react'
import { useText } from '../i18n/text.ts'
import { shareReportNow, unshareReport } from '../sync/report.ts'
import { useNow, useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Strip, StripButton } from '../ui/strip.tsx'
import styles from './report.module.css'

/** That the report is about to be shared: seen by all until it is, taken back or hastened by those who lead. */
export const SharingStrip = ({ leads }: { readonly leads: boolean }) => {
  const t = useText()
  const announce = useAnnounce()
  const { session } = useView()
  const { sharing } = session
  const now = useNow(sharing !== undefined)
  const said = useRef<number>(undefined)
  const isComing = sharing !== undefined && now < sharing.opensAt
  useEffect(() => {
    if (!isComing || said.current === sharing.opensAt) return
    said.current = sharing.opensAt
    announce(t('report.sharing-soon'), 'assertive')
  })
  if (!isComing) return null
  // The clock here may be a little behind: nobody is told more than there is.
  const seconds = Math.min(LIMITS.armMs / 1_000, Math.max(0, Math.ceil((sharing.opensAt - now) / 1_000)))
  return (
    <div className={styles.floating}>
      <Strip
        tone="accent"
        actions={
          leads && (
            <>
              <StripButton onClick={() => void unshareReport(session.id)}>{t('action.cancel')}</StripButton>
              <StripButton onClick={() => void shareReportNow(session.id)}>{t('armed.now')}</StripButton>
            </>
          )
        }
      >
        {t('report.sharing', { seconds })}
      </Strip>
    </div>
  )
}
