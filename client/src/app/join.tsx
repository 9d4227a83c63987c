import type { View } from '@roundel/shared/session'
import { useCallback, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useKnownSessions } from '../state/known-sessions.ts'
import { type Invitation, fetchView, findInvitation } from '../sync/api.ts'
import type { SeatWish } from '../detours/wait-in-line.tsx'
import type { Problem } from '../sync/problem.ts'
import { useAsked } from '../sync/use-asked.ts'
import { ArrivalNews } from './arrival-news.tsx'
import { JoinForm } from './join-form.tsx'
import { JoinProblem } from './join-problem.tsx'
import { Loading } from './loading.tsx'
import { PageFrame } from './page-frame.tsx'
import { WelcomeBack } from './welcome-back.tsx'
import styles from './join.module.css'

type Found =
  | { readonly at: 'problem'; readonly problem: Problem }
  | { readonly at: 'form'; readonly invitation: Invitation }
  | { readonly at: 'back'; readonly view: View; readonly invitation: Invitation }

const find = async (code: string): Promise<Found> => {
  const found = await findInvitation(code)
  if (!found.ok) return { at: 'problem', problem: found.error }
  const invitation = found.value
  const isKnown = useKnownSessions.getState().sessions.some(({ id }) => id === invitation.id)
  const seat = isKnown ? await fetchView(invitation.id) : undefined
  return seat?.ok && seat.value.me.name ? { at: 'back', view: seat.value, invitation } : { at: 'form', invitation }
}

/** Joining by a code: what one is about to join, a name, a colour, and in. */
export const Join = ({ code }: { readonly code: string }) => {
  const t = useText()
  const [found, again] = useAsked(useCallback(() => find(code), [code]))
  const [isSomebodyElse, setIsSomebodyElse] = useState(false)
  const [closed, setClosed] = useState<{ readonly problem: Problem; readonly wish?: SeatWish }>()
  const retry = (): void => {
    setClosed(undefined)
    again()
  }

  if (!found) return <Loading />
  if (found.at === 'problem') return <JoinProblem problem={found.problem} onRetry={retry} />
  const { invitation } = found
  if (closed) return <JoinProblem {...closed} session={invitation.id} onRetry={retry} />
  const { endedAt } = invitation
  if (endedAt !== undefined && found.at === 'form') {
    return <JoinProblem problem={{ code: 'ended', details: { at: endedAt } }} onRetry={retry} />
  }
  return (
    <PageFrame title={invitation.title}>
      <div className={styles.page}>
        <ArrivalNews />
        <div className={styles.card}>
          {found.at === 'back' && !isSomebodyElse ? (
            <WelcomeBack
              view={found.view}
              {...(endedAt === undefined && { onSomebodyElse: () => setIsSomebodyElse(true) })}
            />
          ) : (
            <>
              <div>
                <p className={styles.eyebrow}>{t('join.heading')}</p>
                <h1 className={styles.title} dir="auto">
                  {invitation.title}
                </h1>
                <p className={styles.who}>
                  {[
                    invitation.facilitator && t('join.led-by', { name: invitation.facilitator }),
                    t('join.people', { count: invitation.people }),
                  ]
                    .filter(Boolean)
                    .join(' ')}
                </p>
              </div>
              <JoinForm
                session={invitation.id}
                invite={code}
                code={code}
                asksFirst={invitation.door === 'ask'}
                leastUsed={invitation.colour}
                onProblem={(problem, wish) => setClosed({ problem, wish })}
              />
            </>
          )}
        </div>
      </div>
    </PageFrame>
  )
}
