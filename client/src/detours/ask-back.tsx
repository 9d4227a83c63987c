import type { CommandId, SessionId } from '@roundel/shared/kernel'
import { nanoid } from 'nanoid'
import { useEffect, useState } from 'react'
import { Link } from '../app/link.tsx'
import { Notice } from '../app/notice.tsx'
import { useText } from '../i18n/text.ts'
import { postCommand } from '../sync/api.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import styles from './closed-door.module.css'

const LOOK_EVERY_MS = 6_000

/** For somebody whose seat was taken away: they may ask to come back, once. */
export const AskBack = ({
  session,
  hasAsked,
  onAsked,
}: {
  readonly session: SessionId | undefined
  readonly hasAsked: boolean
  readonly onAsked: () => void
}) => {
  const t = useText()
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const ask = async (to: SessionId): Promise<void> => {
    setIsBusy(true)
    const reply = await postCommand(to, { type: 'ask-back', commandId: nanoid(16) as CommandId })
    setIsBusy(false)
    // Whatever stands against it may have changed meanwhile, such as that they were let in again.
    if (reply.ok || reply.error.code === 'not-allowed') return onAsked()
    setProblem(t(PROBLEM_TEXTS[reply.error.code]))
  }
  // Nothing else would tell this page that somebody let them in again.
  useEffect(() => {
    if (!hasAsked) return undefined
    const timer = setInterval(onAsked, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [hasAsked, onAsked])
  const mayAsk = session !== undefined && !hasAsked
  return (
    <Notice
      title={t('removed.title')}
      body={hasAsked ? t('removed.asked') : t('removed.body')}
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
