import type { StepPart } from '@roundel/shared/session'
import { useEffect, useState } from 'react'
import type { MessageKey } from '../i18n/message-key.ts'
import { useText } from '../i18n/text.ts'
import { useAgendaWords } from '../methods/agenda-words.ts'
import { readClock } from '../session/clock.ts'
import { useCaughtUp } from '../state/caught-up.ts'
import { useNow, useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Strip, StripButton } from '../ui/strip.tsx'

/** What people are doing, by what the phase allows. */
const doingIn = ({ kind, policies }: StepPart): MessageKey => {
  if (kind === 'break') return 'arrival.break'
  if (kind === 'talk') return 'arrival.talk'
  if (policies.add === 'private') return 'arrival.write'
  if (policies.add === 'open') return 'arrival.open'
  if (policies.group !== 'none') return 'arrival.group'
  return kind === 'brainstorm' ? 'arrival.frame' : 'arrival.other'
}

/** For whoever comes into a session that runs: where everyone is, what they do and how long still. Once. */
export const CatchUp = () => {
  const t = useText()
  const announce = useAnnounce()
  const words = useAgendaWords()
  const { session, step } = useView()
  const now = useNow(false)
  const { sessions, note } = useCaughtUp()
  const [told, setTold] = useState<{ readonly text: string; readonly phase: string }>()
  const isKnown = sessions.includes(session.id)
  const phase = `${step?.id} ${step?.phase}`

  useEffect(() => {
    if (isKnown || !step) return
    note(session.id)
    const n = session.agenda.findIndex(({ state }) => state === 'live') + 1
    const reading = readClock(step.clock, now)
    const doing = t(doingIn(step))
    const text = [
      t('arrival.step', { n, count: session.agenda.length, title: words(step).title }),
      doing,
      ...(reading.state === 'off' || reading.state === 'over'
        ? []
        : [t('arrival.left', { minutes: Math.round(reading.seconds / 60) })]),
    ].join(' ')
    setTold({ text, phase })
    // Where one is, and how long still, is read out to everybody who comes in.
    announce(doing)
    // Told once, when the person comes; what follows is told as it happens.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isKnown])

  if (!told || told.phase !== phase) return null
  return (
    <Strip tone="info" actions={<StripButton onClick={() => setTold(undefined)}>{t('action.close')}</StripButton>}>
      {told.text}
    </Strip>
  )
}
