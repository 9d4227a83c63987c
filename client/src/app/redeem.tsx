import type { SessionId } from '@roundel/shared/kernel'
import type { View } from '@roundel/shared/session'
import { useCallback, useState } from 'react'
import type { MessageKey } from '../i18n/message-key.ts'
import { useText } from '../i18n/text.ts'
import { useKnownSessions } from '../state/known-sessions.ts'
import { fetchView, takeSeat } from '../sync/api.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import type { SeatWish } from '../detours/wait-in-line.tsx'
import type { Problem } from '../sync/problem.ts'
import { useAsked } from '../sync/use-asked.ts'
import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { useFocusOnArrival } from '../ui/focus.ts'
import { ArrivalNews } from './arrival-news.tsx'
import { JoinForm } from './join-form.tsx'
import { JoinProblem } from './join-problem.tsx'
import { Loading } from './loading.tsx'
import { navigate, secretOfAddress } from './navigation.ts'
import type { LinkKind } from './route.ts'
import { PageFrame } from './page-frame.tsx'
import { rememberView } from './remember.ts'
import { WelcomeBack } from './welcome-back.tsx'
import styles from './join.module.css'

const WORDS = {
  facilitator: ['redeem.facilitator-title', 'redeem.facilitator-body', 'redeem.facilitator-action'],
  personal: ['redeem.personal-title', 'redeem.personal-body', 'redeem.personal-action'],
  screen: ['redeem.screen-title', 'redeem.screen-body', 'redeem.screen-action'],
} as const satisfies Readonly<Record<Exclude<LinkKind, 'participant'>, readonly MessageKey[]>>

/** A link that is one's own seat, or a screen's, which is nobody's: one press takes it. Opening the page alone redeems nothing. */
const TakeOver = ({
  session,
  secret,
  link,
  onProblem,
}: {
  readonly session: SessionId
  readonly secret: string
  readonly link: keyof typeof WORDS
  readonly onProblem: (problem: Problem, wish?: SeatWish) => void
}) => {
  const t = useText()
  const heading = useFocusOnArrival()
  const [isBusy, setIsBusy] = useState(false)
  const [error, setError] = useState<string>()
  const [title, body, action] = WORDS[link]
  const take = async (): Promise<void> => {
    setIsBusy(true)
    const reply = await takeSeat(session, { invite: secret })
    setIsBusy(false)
    if (reply.ok) {
      rememberView(reply.value.view)
      // Who leads from this browser goes on leading, and shows the screen beside it.
      const isBeside = link === 'screen' && reply.value.view.me.role !== 'screen'
      return navigate({ page: isBeside ? 'screen' : 'stage', session }, 'replace')
    }
    if (['offline', 'too-many', 'overloaded', 'fault'].includes(reply.error.code)) {
      return setError(t(PROBLEM_TEXTS[reply.error.code]))
    }
    onProblem(reply.error)
  }
  return (
    <>
      <div>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {t(title)}
        </h1>
        <p className={styles.who}>{t(body)}</p>
      </div>
      <div className={styles.actions}>
        <Button look="primary" large wide disabled={isBusy} onClick={() => void take()}>
          {t(action)}
        </Button>
        <Alert>{error}</Alert>
      </div>
    </>
  )
}

/** The seat that this browser holds at the session already, if any. */
const findPresent = async (session: SessionId): Promise<View | 'none'> => {
  const isKnown = useKnownSessions.getState().sessions.some(({ id }) => id === session)
  const reply = isKnown ? await fetchView(session) : undefined
  return reply?.ok && reply.value.me.name ? reply.value : 'none'
}

/** Where a link with a secret leads. */
export const Redeem = ({ session, link }: { readonly session: SessionId; readonly link: LinkKind }) => {
  const t = useText()
  const [secret] = useState(secretOfAddress)
  const [closed, setClosed] = useState<{ readonly problem: Problem; readonly wish?: SeatWish | undefined }>()
  const fail = (problem: Problem, wish?: SeatWish): void => setClosed({ problem, wish })
  const [isSomebodyElse, setIsSomebodyElse] = useState(false)
  const [found] = useAsked(useCallback(() => findPresent(session), [session]))
  const present = isSomebodyElse ? 'none' : found

  if (closed) return <JoinProblem {...closed} session={session} onRetry={() => setClosed(undefined)} />
  if (!present) return <Loading />
  // What stands here already is not given up for a screen unasked; but for those who lead it is not given up at all.
  const isSeatedAsWished =
    present !== 'none' &&
    (link === 'participant' ||
      (link === 'facilitator' && present.me.role === 'facilitator') ||
      (link === 'screen' && !['facilitator', 'co-facilitator'].includes(present.me.role)))
  if (!secret && !isSeatedAsWished) return <JoinProblem problem={{ code: 'unknown' }} onRetry={() => undefined} />
  return (
    <PageFrame title={present === 'none' ? t('join.heading') : present.session.title}>
      <div className={styles.page}>
        <ArrivalNews />
        <div className={styles.card}>
          {isSeatedAsWished ? (
            <WelcomeBack
              view={present}
              {...(secret &&
                (link === 'participant' || link === 'screen') && { onSomebodyElse: () => setIsSomebodyElse(true) })}
            />
          ) : link === 'participant' ? (
            <>
              <h1 className={styles.title}>{t('join.heading')}</h1>
              <JoinForm session={session} invite={secret ?? ''} onProblem={fail} />
            </>
          ) : (
            <TakeOver session={session} secret={secret ?? ''} link={link} onProblem={fail} />
          )}
        </div>
      </div>
    </PageFrame>
  )
}
