import type { SessionId } from '@roundel/shared/kernel'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { fetchView } from '../sync/api.ts'
import { commandGiver } from '../sync/commands.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Link } from './link.tsx'
import { Notice } from './notice.tsx'

const LOOK_EVERY_MS = 2_000
const LOOK_AT_LEAST_EVERY_MS = 15_000

/** Calls back when the seat is there again. It is looked for at once after a removal, and ever more rarely later. */
const useReturn = (session: SessionId, onBack: () => void): void => {
  useEffect(() => {
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
export const Removed = ({ session, onBack }: { readonly session: SessionId; readonly onBack: () => void }) => {
  const t = useText()
  const [hasAsked, setHasAsked] = useState(false)
  const [problem, setProblem] = useState<string>()
  useReturn(session, onBack)
  const ask = async (): Promise<void> => {
    const reply = await commandGiver(session)({ type: 'ask-back' })
    if (reply.ok || reply.error.code === 'duplicate') return setHasAsked(true)
    // Whoever may not ask has been let back in meanwhile.
    if (reply.error.code === 'not-allowed') return onBack()
    setProblem(t(PROBLEM_TEXTS[reply.error.code]))
  }
  return (
    <Notice
      title={t('removed.title')}
      body={t(hasAsked ? 'removed.asked' : 'removed.body')}
      actions={
        <>
          {!hasAsked && (
            <Button look="primary" onClick={() => void ask()}>
              {t('removed.ask')}
            </Button>
          )}
          <Link to={{ page: 'home' }} className={buttonClass({ look: hasAsked ? 'primary' : 'quiet' })}>
            {t('action.home')}
          </Link>
          {problem && <p role="alert">{problem}</p>}
        </>
      }
    />
  )
}
