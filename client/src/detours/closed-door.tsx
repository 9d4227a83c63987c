import type { SessionId } from '@roundel/shared/kernel'
import { CodeForm } from '../app/code-form.tsx'
import { Link } from '../app/link.tsx'
import { navigate } from '../app/navigation.ts'
import { Notice } from '../app/notice.tsx'
import { DETOURS } from '../i18n/catalogue.ts'
import { useDate, useText } from '../i18n/text.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { keepsCookies } from '../state/remembering.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import type { Problem } from '../sync/problem.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Removed } from './removed.tsx'
import { type SeatWish, WaitInLine } from './wait-in-line.tsx'
import styles from './closed-door.module.css'

export interface ClosedDoorProps {
  readonly problem: Problem
  readonly onRetry: () => void
  /** Where the person wanted to sit, if that is known. */
  readonly session?: SessionId | undefined
  /** How they would sit down, to be tried again while all seats are taken. */
  readonly wish?: SeatWish | undefined
}

const AnotherCode = ({ look }: { readonly look: 'primary' | 'quiet' }) => {
  const t = useText()
  return (
    <Link to={{ page: 'home' }} className={buttonClass({ look })}>
      {t('join.another-code')}
    </Link>
  )
}

const Unknown = () => {
  const t = useText()
  return (
    <Notice
      title={t('unknown.title')}
      body={t('unknown.body')}
      actions={
        <div className={styles.again}>
          <CodeForm onCode={(code) => navigate({ page: 'join', code })} />
          <Link to={{ page: 'home' }} className={buttonClass({ look: 'quiet' })}>
            {t('action.home')}
          </Link>
        </div>
      }
    />
  )
}

const Ended = ({ at }: { readonly at: unknown }) => {
  const t = useText()
  const dateOf = useDate()
  const date = typeof at === 'number' && dateOf(at, { day: 'numeric', month: 'long' })
  return (
    <Notice
      title={t('closed.title')}
      body={date ? t('closed.on', { date }) : t('closed.body')}
      actions={<AnotherCode look="primary" />}
    />
  )
}

const NotSeated = ({ wasRefused }: { readonly wasRefused: boolean }) => {
  const t = useText()
  if (wasRefused) {
    return <Notice title={t('refused.title')} body={t('refused.body')} actions={<AnotherCode look="primary" />} />
  }
  return (
    <Notice
      title={t('not-seated.title')}
      body={t(keepsCookies() ? 'not-seated.body' : 'not-seated.no-cookies')}
      actions={<AnotherCode look="primary" />}
    />
  )
}

const Anything = ({ problem, onRetry }: ClosedDoorProps) => {
  const t = useText()
  return (
    <Notice
      title={t('fault.title')}
      body={t(PROBLEM_TEXTS[problem.code])}
      actions={
        <>
          <Button look="primary" onClick={onRetry}>
            {t('action.try-again')}
          </Button>
          <AnotherCode look="quiet" />
        </>
      }
    />
  )
}

const Page = (props: ClosedDoorProps) => {
  const { problem, session, wish, onRetry } = props
  switch (problem.code) {
    case 'unknown':
      return <Unknown />
    case 'ended':
      return <Ended at={problem.details?.['at']} />
    case 'full':
      return <WaitInLine seats={problem.details?.['seats']} wish={wish} onRetry={onRetry} />
    case 'removed':
      return <Removed session={session} hasAsked={problem.details?.['asked'] === true} onBack={onRetry} />
    case 'not-seated':
      return <NotSeated wasRefused={problem.details?.['state'] === 'refused'} />
    case 'not-allowed':
      return <NotSeated wasRefused />
    default:
      return <Anything {...props} />
  }
}

/** Why nobody can sit down here now, what became of their work, and what to do instead. */
export const ClosedDoor = (props: ClosedDoorProps) => (
  <MoreTexts from={DETOURS}>
    <Page {...props} />
  </MoreTexts>
)
