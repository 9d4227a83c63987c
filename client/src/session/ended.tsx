import { useText } from '../i18n/text.ts'
import { ReportPart } from '../report/report-part.tsx'
import { useView } from '../sync/room-context.ts'
import { useFocusWhenLost } from '../ui/focus.ts'
import styles from './ended.module.css'

/** After the end: thanks, and the way to what was made. */
export const EndedHeader = ({ leads }: { readonly leads: boolean }) => {
  const t = useText()
  const { session } = useView()
  const heading = useFocusWhenLost('ended')
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
    </div>
  )
}
