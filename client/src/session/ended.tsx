import { useText } from '../i18n/text.ts'
import { ReportPart } from '../report/report-part.tsx'
import { TakeAlong } from '../report/take-along.tsx'
import { useView } from '../sync/room-context.ts'
import { useFocusWhenLost } from '../ui/focus.ts'
import styles from './ended.module.css'

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
        <section aria-label={t('ended.export')}>
          <TakeAlong />
        </section>
      )}
    </div>
  )
}
