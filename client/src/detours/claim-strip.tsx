import { useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useKnownSessions } from '../state/known-sessions.ts'
import { makePersonalLink, takeSeat } from '../sync/api.ts'
import { PROBLEM_TEXTS } from '../sync/problem-text.ts'
import { useRoom, useSaved, useView } from '../sync/room-context.ts'
import { keepTokenInTab } from '../sync/tab-credential.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Strip, StripButton } from '../ui/strip.tsx'
import { findNamesake } from './namesake.ts'

const secretIn = (link: string): string => link.slice(link.indexOf('#') + 1)

/** Goes over to the seat that was claimed and granted. What was typed here is on the server, and goes along. */
const useTakeClaimed = () => {
  const t = useText()
  const { session, me } = useView()
  const [problem, setProblem] = useState<string>()
  const take = async (): Promise<void> => {
    if (!me.claim) return
    const link = await makePersonalLink(session.id, me.claim.of)
    const reply = link.ok ? await takeSeat(session.id, { invite: secretIn(link.value) }) : link
    if (reply.ok) {
      keepTokenInTab()
      // Everything that this page holds is of the other seat.
      return location.reload()
    }
    const isTaken = reply.error.details?.['reason'] === 'here'
    setProblem(isTaken ? t('claim.taken', { name: me.name }) : t(PROBLEM_TEXTS[reply.error.code]))
  }
  return { take, problem }
}

/** For whoever came second to a name: were they here before? Asked once, here inside, and opens nothing by itself. */
export const ClaimStrip = () => {
  const t = useText()
  const announce = useAnnounce()
  const { give } = useRoom()
  const view = useView()
  const isSaved = useSaved().state === 'saved'
  const known = useKnownSessions(({ sessions }) => sessions.find(({ id }) => id === view.session.id))
  const [isClosed, setIsClosed] = useState(false)
  const { take, problem } = useTakeClaimed()
  const { me, people } = view
  const namesake = me.claim || known?.hasNoNamesake ? undefined : findNamesake(view)
  const host = people.find(({ role }) => role === 'facilitator')?.name ?? ''
  const bare = me.name.replace(/ \(\d+\)$/, '')
  const question = namesake && t('claim.question', { name: namesake.name })
  const state = me.claim?.state
  useEffect(() => {
    if (question) announce(question)
    if (state === 'granted') announce(t('claim.granted'))
  }, [question, state, announce, t])

  if (question) {
    return (
      <Strip
        tone="accent"
        actions={
          <>
            <StripButton onClick={() => void give({ type: 'claim-seat', seat: namesake.id })}>
              {t('claim.yes', { host })}
            </StripButton>
            <StripButton
              onClick={() => known && useKnownSessions.getState().remember({ ...known, hasNoNamesake: true })}
            >
              {t('claim.no', { name: me.name })}
            </StripButton>
          </>
        }
      >
        {question} {t('claim.link')}
      </Strip>
    )
  }
  const close = <StripButton onClick={() => setIsClosed(true)}>{t('action.close')}</StripButton>
  if (isClosed || !state) return null
  switch (state) {
    case 'asked':
      return <Strip tone="info">{t('claim.asked', { host, name: me.name })}</Strip>
    case 'granted':
      return (
        <Strip
          tone="ok"
          actions={isSaved && <StripButton onClick={() => void take()}>{t('claim.take', { name: bare })}</StripButton>}
        >
          {problem ?? t('claim.granted')}
        </Strip>
      )
    case 'refused':
      return (
        <Strip tone="info" actions={close}>
          {t('claim.refused', { name: me.name })}
        </Strip>
      )
  }
}
