import { FileText } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { Link } from '../app/link.tsx'
import { useView } from '../sync/room-context.ts'
import { buttonClass } from '../ui/button.tsx'
import styles from './report.module.css'
import { ShareReport } from './share-report.tsx'
import { SharingStrip } from './sharing-strip.tsx'
import { REPORT_TEXTS } from './texts.ts'

const Part = ({ leads }: { readonly leads: boolean }) => {
  const t = useText()
  const { session } = useView()
  return (
    <div className={styles.part}>
      {/* For those who lead the bright button in the bar goes there. */}
      <Link
        to={{ page: 'report', session: session.id }}
        className={buttonClass({ look: leads ? 'secondary' : 'primary', large: true })}
      >
        <FileText size={20} aria-hidden="true" />
        {t('report.read')}
      </Link>
      {leads && <ShareReport />}
      <SharingStrip leads={leads} />
    </div>
  )
}

/** At the end of a session: the way to its report, and for those who lead the link for others. */
export const ReportPart = ({ leads }: { readonly leads: boolean }) => (
  <MoreTexts from={REPORT_TEXTS}>
    <Part leads={leads} />
  </MoreTexts>
)
