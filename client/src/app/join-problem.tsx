import type { MessageKey } from '../i18n/message-key.ts'
import { useText } from '../i18n/text.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import type { Problem } from '../sync/problem.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Link } from './link.tsx'
import { Notice } from './notice.tsx'

const TITLES: Readonly<Partial<Record<Problem['code'], readonly [title: MessageKey, body: MessageKey]>>> = {
  unknown: ['join.unknown-title', 'join.unknown-body'],
  ended: ['join.ended-title', 'join.ended-body'],
  full: ['join.full-title', 'join.full-body'],
  removed: ['join.removed-title', 'join.removed-body'],
  'not-allowed': ['join.refused-title', 'join.refused-body'],
  offline: ['join.offline-title', 'problem.offline'],
}

/** Why nobody can sit down here now, and what to do instead. */
export const JoinProblem = ({ problem, onRetry }: { readonly problem: Problem; readonly onRetry: () => void }) => {
  const t = useText()
  const [title, body] = TITLES[problem.code] ?? (['fault.title', PROBLEM_TEXTS[problem.code]] as const)
  const isWorthRetrying = ['offline', 'full', 'fault', 'overloaded', 'too-many'].includes(problem.code)
  return (
    <Notice
      title={t(title)}
      body={t(body)}
      actions={
        <>
          {isWorthRetrying && (
            <Button look="primary" onClick={onRetry}>
              {t('action.try-again')}
            </Button>
          )}
          <Link to={{ page: 'home' }} className={buttonClass({ look: isWorthRetrying ? 'quiet' : 'primary' })}>
            {t('join.another-code')}
          </Link>
        </>
      }
    />
  )
}
