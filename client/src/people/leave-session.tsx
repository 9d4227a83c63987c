import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useRoom } from '../sync/room-context.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import styles from './my-seat.module.css'

const goHome = (): void => location.assign('/')

/** Gets up from the seat. What was written stays, and this device may sit down again. */
export const LeaveSession = ({ onLeft = goHome }: { readonly onLeft?: () => void }) => {
  const t = useText()
  const { give } = useRoom()
  const [problem, setProblem] = useState<string>()
  const leave = async (): Promise<void> => {
    const reply = await give({ type: 'leave' })
    if (reply.ok) onLeft()
    else setProblem(t(PROBLEM_TEXTS[reply.error.code]))
  }
  return (
    <section className={styles.part}>
      <p className={styles.about}>{t('seat.leave-about')}</p>
      <Button onClick={() => void leave()}>
        <LogOut size={18} aria-hidden="true" />
        {t('seat.leave')}
      </Button>
      <Alert>{problem}</Alert>
    </section>
  )
}
