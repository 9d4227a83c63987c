import { FileCheck } from 'lucide-react'
import { LIMITS } from '@roundel/shared/kernel'
import { useText } from '../i18n/text.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import type { SavedSession } from '../workspace/saved-session.ts'
import styles from './file-note.module.css'

/** Whether the steps of a file and those that are planned are more than an agenda can have. */
export const isTooLong = ({ filled }: SavedSession, planned: number): boolean => filled + planned > LIMITS.agendaSteps

/** Says that the content of a file comes along, and lets it be left out. */
export const FileNote = ({
  saved,
  planned,
  onLeaveOut,
}: {
  readonly saved: SavedSession
  /** How many steps are planned. */
  readonly planned: number
  readonly onLeaveOut: () => void
}) => {
  const t = useText()
  const { title, items, groups, filled } = saved
  return (
    <div className={styles.note}>
      <FileCheck className={styles.icon} size={20} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.title}>{t('from-file.note', { title })}</p>
        <p className={styles.about}>
          {t('from-file.content', { items, groups })} {filled > 0 && t('from-file.steps', { count: filled })}
        </p>
        {isTooLong(saved, planned) && <Alert>{t('from-file.too-long', { most: LIMITS.agendaSteps })}</Alert>}
      </div>
      <Button look="quiet" onClick={onLeaveOut}>
        {t('from-file.leave-out')}
      </Button>
    </div>
  )
}
