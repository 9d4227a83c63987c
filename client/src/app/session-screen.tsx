import { Suspense, useEffect, useState } from 'react'
import { LaterKeeperBar } from '../calls/later-calls.tsx'
import { LEADING } from '../i18n/catalogue.ts'
import { laterPart } from '../i18n/later-part.tsx'
import { useText, useLanguage } from '../i18n/text.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { useAgendaWords } from '../methods/agenda-words.ts'
import { METHOD_VIEWS, type StageParts } from '../methods/index.ts'
import { LaterActions, LaterCompanyAnnouncer } from '../session/later-parts.tsx'
import { Lobby } from '../session/lobby.tsx'
import { PhaseAnnouncer } from '../session/phase-announcer.tsx'
import { type SessionPanel, SessionPanels } from '../session/session-panels.tsx'
import { StageFrame } from '../session/stage-frame.tsx'
import { usePreferences } from '../state/preferences.ts'
import { useLiveEnd, useView } from '../sync/room-context.ts'
import { whenIdle } from '../ui/when-idle.ts'
import { Loading } from './loading.tsx'
import { rememberView } from './remember.ts'

const FacilitatorBar = laterPart(async () => (await import('../facilitator/facilitator-bar.tsx')).FacilitatorBar)

const EndedScreen = laterPart(async () => (await import('./ended-screen.tsx')).EndedScreen)

const LookBack = laterPart(async () => (await import('../look-back/look-back.tsx')).LookBack)

/** A seat that is a screen shows nothing but this. */
const Projector = laterPart(async () => (await import('../projector/projector.tsx')).Projector)

const Bar = () => (
  <Suspense fallback={null}>
    <MoreTexts from={LEADING}>
      <FacilitatorBar />
    </MoreTexts>
  </Suspense>
)

const AtDoor = laterPart(async () => (await import('../detours/at-door.tsx')).AtDoor)
const LiveEnded = laterPart(async () => (await import('../detours/live-ended.tsx')).LiveEnded)

/** What is happening now, for this person. */
export const SessionScreen = ({
  onAgain,
  backAt,
}: {
  readonly onAgain: () => void
  /** The step that is looked back at, counted from 1. */
  readonly backAt?: number | undefined
}) => {
  const t = useText()
  const words = useAgendaWords()
  const view = useView()
  const language = useLanguage()
  const end = useLiveEnd()
  const [open, setOpen] = useState<SessionPanel>()
  const wantsEverything = usePreferences(({ speech }) => speech === 'all')
  const { session, me, step } = view
  useEffect(() => {
    if (me.state === 'seated') rememberView(view)
    // Remembered once per state; the rest of the view changes all the time.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session.id, session.title, session.state, me.name, me.role, me.state])

  // What comes later on the agenda is fetched once there is time: it must be there when it begins, also on a bad connection.
  const kinds = session.agenda.map(({ kind }) => kind).join(' ')
  useEffect(() => {
    whenIdle(() => {
      for (const kind of new Set(session.agenda.map((entry) => entry.kind))) METHOD_VIEWS[kind].fetchScreen(language)
      EndedScreen.fetch()
    })
    // The agenda is a new value at every change of the session; its kinds rarely change.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [kinds, language])

  // Whoever was sent away is told why, and what they may do about it.
  useEffect(() => {
    if (end === 'removed') onAgain()
  }, [end, onAgain])

  if (end || me.state !== 'seated') {
    return (
      <Suspense fallback={<Loading />}>
        {end ? <LiveEnded end={end} onAgain={onAgain} /> : <AtDoor onAgain={onAgain} />}
      </Suspense>
    )
  }

  if (me.role === 'screen') {
    return (
      <Suspense fallback={<Loading />}>
        <Projector />
      </Suspense>
    )
  }

  const leads = me.role === 'facilitator' || me.role === 'co-facilitator'
  const minutes = session.agenda.reduce((sum, entry) => sum + (entry.state === 'done' ? 0 : entry.minutes), 0)
  const method = step && METHOD_VIEWS[step.kind]
  const phase = step && method?.phases[step.phase]
  const title = step ? words(step).title : session.state === 'ended' ? t('top.ended') : t('top.today', { minutes })
  // A method of one phase has no more to say than its name.
  const where = phase && t(phase.label) !== title ? t('top.where', { step: title, phase: t(phase.label) }) : title
  const moment = phase ? t(phase.label) : step && title
  const frame = (parts: StageParts) => (
    <StageFrame where={where} shortWhere={title} moment={moment} leads={leads} onOpen={setOpen} {...parts} />
  )
  return (
    <>
      <PhaseAnnouncer where={where} />
      {backAt !== undefined && session.state !== 'lobby' ? (
        <Suspense fallback={<Loading />}>
          <LookBack key={backAt} at={backAt} frame={frame} />
        </Suspense>
      ) : step && method ? (
        <Suspense fallback={<Loading />}>
          <method.Screen frame={frame} />
        </Suspense>
      ) : session.state === 'ended' ? (
        <Suspense fallback={<Loading />}>
          <EndedScreen leads={leads} frame={frame} />
        </Suspense>
      ) : (
        frame({ question: undefined, room: <Lobby describe={words} leads={leads} /> })
      )}
      {leads && <Bar />}
      {step?.keeper === me.seat && <LaterKeeperBar />}
      <SessionPanels open={open} onClose={() => setOpen(undefined)} />
      {wantsEverything && <LaterCompanyAnnouncer />}
      <LaterActions />
    </>
  )
}
