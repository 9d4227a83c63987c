import { lazy, Suspense, useEffect } from 'react'
import { LEADING } from '../i18n/catalogue.ts'
import { useText } from '../i18n/text.ts'
import { MoreTexts } from '../i18n/texts.tsx'
import { useAgendaWords } from '../methods/agenda-words.ts'
import { METHOD_VIEWS, type StageParts } from '../methods/index.ts'
import { StopWaiting, useDoorWords } from '../session/at-door.tsx'
import { Lobby } from '../session/lobby.tsx'
import { PhaseAnnouncer } from '../session/phase-announcer.tsx'
import { StageFrame } from '../session/stage-frame.tsx'
import { useLiveEnd, useView } from '../sync/room-context.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { Link } from './link.tsx'
import { Loading } from './loading.tsx'
import { navigate } from './navigation.ts'
import { Notice } from './notice.tsx'
import { rememberView } from './remember.ts'

const FacilitatorBar = lazy(async () => ({
  default: (await import('../facilitator/facilitator-bar.tsx')).FacilitatorBar,
}))

const loadEnd = () => import('./ended-screen.tsx')
const EndedScreen = lazy(async () => ({ default: (await loadEnd()).EndedScreen }))

const LookBack = lazy(async () => ({ default: (await import('../look-back/look-back.tsx')).LookBack }))

const Bar = () => (
  <Suspense fallback={null}>
    <MoreTexts from={LEADING}>
      <FacilitatorBar />
    </MoreTexts>
  </Suspense>
)

const AtDoor = ({ onAgain }: { readonly onAgain: () => void }) => {
  const { title, body } = useDoorWords()
  const t = useText()
  const { me } = useView()
  return (
    <Notice
      title={title}
      body={body}
      actions={
        me.state === 'waiting' ? (
          <StopWaiting onLeft={() => navigate({ page: 'home' })} />
        ) : me.state === 'parked' ? (
          <Button look="primary" onClick={onAgain}>
            {t('action.try-again')}
          </Button>
        ) : undefined
      }
    />
  )
}

const END_WORDS = {
  'not-seated': ['not-seated.title', 'not-seated.body'],
  removed: ['removed.title', 'removed.body'],
  refused: ['door.refused-title', 'door.refused-body'],
  gone: ['gone.title', 'gone.body'],
  'too-old': ['too-old.title', 'too-old.body'],
} as const

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
  const end = useLiveEnd()
  const { session, me, step } = view
  useEffect(() => {
    if (me.state === 'seated') rememberView(view)
    // Remembered once per state; the rest of the view changes all the time.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [session.id, session.title, session.state, me.name, me.role, me.state])

  // What comes later on the agenda is fetched now: it must be there when it begins, also on a bad connection.
  const kinds = session.agenda.map(({ kind }) => kind).join(' ')
  useEffect(() => {
    for (const kind of new Set(session.agenda.map((entry) => entry.kind))) METHOD_VIEWS[kind].fetchScreen()
    loadEnd().catch(() => undefined)
    // The agenda is a new value at every change of the session; its kinds rarely change.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [kinds])

  if (end) {
    // Whoever never came in was not removed but turned away.
    const [title, body] = END_WORDS[end === 'removed' && me.state === 'waiting' ? 'refused' : end]
    return (
      <Notice
        title={t(title)}
        body={t(body)}
        actions={
          end === 'too-old' ? (
            <Button look="primary" onClick={() => location.reload()}>
              {t('action.reload')}
            </Button>
          ) : (
            <Link to={{ page: 'home' }} className={buttonClass({ look: 'primary' })}>
              {t('action.home')}
            </Link>
          )
        }
      />
    )
  }
  if (me.state !== 'seated') return <AtDoor onAgain={onAgain} />

  const leads = me.role === 'facilitator' || me.role === 'co-facilitator'
  const minutes = session.agenda.reduce((sum, entry) => sum + entry.minutes, 0)
  const method = step && METHOD_VIEWS[step.kind]
  const phase = step && method?.phases[step.phase]
  const title = step ? words(step).title : session.state === 'ended' ? t('top.ended') : t('top.today', { minutes })
  // A method of one phase has no more to say than its name.
  const where = phase && t(phase.label) !== title ? t('top.where', { step: title, phase: t(phase.label) }) : title
  const frame = (parts: StageParts) => <StageFrame where={where} shortWhere={title} bar={leads && <Bar />} {...parts} />
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
    </>
  )
}
