import type { SessionId } from '@roundel/shared/kernel'
import { CalendarPlus, Check, Download, KeyRound } from 'lucide-react'
import { useDate, useText } from '../i18n/text.ts'
import { useWaysBack } from '../state/ways-back.ts'
import { calendarUrl } from '../sync/api.ts'
import { Chip } from '../ui/chip.tsx'
import { CopyLine } from '../ui/copy-line.tsx'
import { Hint } from '../ui/hint.tsx'
import styles from './way-back.module.css'

/** A name that every file system takes. */
const fileName = (title: string): string =>
  `Roundel ${title
    .replaceAll(/[^\p{L}\p{N} _-]+/gu, '')
    .slice(0, 60)
    .trim()}.txt`

/**
 * The private link of whoever leads, and three ways to take it along. Once one of them was used nobody is reminded any
 * more. The link itself never stands in the calendar: calendars are shared.
 */
export const WayBack = ({
  session,
  title,
  link,
  isPlanned,
}: {
  readonly session: SessionId
  readonly title: string
  readonly link: string
  readonly isPlanned: boolean
}) => {
  const t = useText()
  const date = useDate()
  const isSaved = useWaysBack(({ saved }) => saved.includes(session))
  const save = (): void => useWaysBack.getState().save(session)
  const keep = (): void => {
    const day = date(Date.now(), { dateStyle: 'long' })
    const text = `${title}\n${t('way-back.file', { day })}\n\n${link}\n`
    const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
    const anchor = document.createElement('a')
    anchor.href = address
    anchor.download = fileName(title)
    anchor.click()
    setTimeout(() => URL.revokeObjectURL(address), 10_000)
    save()
  }
  return (
    <div className={styles.way}>
      <p className={styles.about}>
        {t('create.link-facilitator-about')}{' '}
        {isSaved && (
          <Chip tone="ok">
            <Check size={15} aria-hidden="true" />
            {t('way-back.saved')}
          </Chip>
        )}
      </p>
      <CopyLine text={link} onCopied={save} />
      <div className={styles.ways}>
        <button type="button" className={styles.act} onClick={keep}>
          <Download size={17} aria-hidden="true" />
          {t('way-back.as-file')}
        </button>
        {isPlanned && (
          <a className={styles.act} href={calendarUrl(session)} download onClick={save}>
            <CalendarPlus size={17} aria-hidden="true" />
            {t('way-back.calendar')}
          </a>
        )}
      </div>
      <Hint icon={KeyRound}>{t('created.keep')}</Hint>
    </div>
  )
}
