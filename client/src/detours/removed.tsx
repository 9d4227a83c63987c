import type { SessionId } from '@roundel/shared/kernel'
import { useEffect, useState } from 'react'
import { Link } from '../app/link.tsx'
import { Notice } from '../app/notice.tsx'
import { useText } from '../i18n/text.ts'
import { fetchView } from '../sync/api.ts'
import { commandGiver } from '../sync/commands.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import styles from './closed-door.module.css'

const LOOK_EVERY_MS = 2_000
const LOOK_AT_LEAST_EVERY_MS = 15_000

/** Calls back when the seat is there again. It is looked for at once after a removal, and ever more rarely later. */
const useReturn = (session: SessionId | undefined, onBack: () => void): void => {
  useEffect(() => {
    if (!session) return undefined
    let timer: ReturnType<typeof setTimeout>
    let isOver = false
    const look = async (wait: number): Promise<void> => {
      const reply = document.visibilityState === 'visible' ? await fetchView(session) : undefined
      if (isOver) return
      if (reply?.ok) return onBack()
      timer = setTimeout(() => void look(Math.min(wait * 1.2, LOOK_AT_LEAST_EVERY_MS)), wait)
    }
    timer = setTimeout(() => void look(LOOK_EVERY_MS), LOOK_EVERY_MS)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [session, onBack])
}

/** For somebody whose seat was taken away: what stays, and the way to ask, once, to come back. */
export const Removed = ({
  session,
  hasAsked: hasAskedBefore = false,
  onBack,
}: {
  readonly session: SessionId | undefined
  /** Whether they asked before this page was opened. */
  readonly hasAsked?: boolean
  readonly onBack: () => void
}) => {
  const t = useText()
  const [hasAsked, setHasAsked] = useState(hasAskedBefore)
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  useReturn(session, onBack)
  const ask = async (of: SessionId): Promise<void> => {
    setIsBusy(true)
    const reply = await commandGiver(of)({ type: 'ask-back' })
    setIsBusy(false)
    if (reply.ok || reply.error.code === 'duplicate') return setHasAsked(true)
    // Whoever may not ask has been let back in meanwhile.
    if (reply.error.code === 'not-allowed') return onBack()
    setProblem(t(PROBLEM_TEXTS[reply.error.code]))
  }
  const mayAsk = session !== undefined && !hasAsked
  return (
    <Notice
      title={t('removed.title')}
      body={t(hasAsked ? 'removed.asked' : 'removed.body')}
      safe={t('removed.safe')}
      actions={
        <>
          {mayAsk && (
            <Button look="primary" disabled={isBusy} onClick={() => void ask(session)}>
              {t('removed.ask')}
            </Button>
          )}
          <Link to={{ page: 'home' }} className={buttonClass({ look: mayAsk ? 'quiet' : 'primary' })}>
            {t('action.home')}
          </Link>
          {problem && (
            <p className={styles.asked} role="alert">
              {problem}
            </p>
          )}
        </>
      }
    />
  )
}
