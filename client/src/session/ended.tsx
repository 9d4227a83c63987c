import { Download } from 'lucide-react'
import { useText } from '../i18n/text.ts'
import { ReportPart } from '../report/report-part.tsx'
import { exportUrl } from '../sync/api.ts'
import { useView } from '../sync/room-context.ts'
import { buttonClass } from '../ui/button.tsx'
import { useFocusWhenLost } from '../ui/focus.ts'
import styles from './ended.module.css'

const FORMATS = ['md', 'csv', 'json'] as const
const FORMAT_WORDS = { md: 'ended.markdown', csv: 'ended.csv', json: 'ended.json' } as const

/** After the end: thanks, and what was made, to be taken along by those who may. */
export const EndedHeader = ({ leads }: { readonly leads: boolean }) => {
  const t = useText()
  const { session } = useView()
  const heading = useFocusWhenLost('ended')
  const mayExport = leads || session.settings.participantsExport
  return (
    <div className={styles.ended}>
      <div>
        <p className={styles.eyebrow} dir="auto">
          {session.title}
        </p>
        <h1 id="question" ref={heading} tabIndex={-1} className={styles.title}>
          {t('ended.title')}
        </h1>
        <p className={styles.thanks}>{t('ended.thanks')}</p>
      </div>
      <ReportPart leads={leads} />
      {mayExport && (
        <section className={styles.exports} aria-label={t('ended.export')}>
          {FORMATS.map((format) => (
            <a
              key={format}
              className={buttonClass({ look: 'secondary' })}
              href={exportUrl(session.id, format)}
              download
            >
              <Download size={18} aria-hidden="true" />
              {t(FORMAT_WORDS[format])}
            </a>
          ))}
        </section>
      )}
    </div>
  )
}
