import { useEffect, useRef } from 'react'
import { useText } from '../i18n/text.ts'
import { useNow, useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { type Reading, momentBetween, readClock } from './clock.ts'

const MOMENT_TEXTS = { half: 'clock.half', minute: 'clock.minute', up: 'clock.up' } as const

/** Reads out where somebody has come in, where the session goes, what time is left at three moments, and that the board was locked or opened. */
export const PhaseAnnouncer = ({ where }: { readonly where: string }) => {
  const t = useText()
  const announce = useAnnounce()
  const { step, session } = useView()
  const now = useNow(step?.clock.state === 'running')
  const place = `${session.state} ${step?.id} ${step?.phase}`
  const before = useRef<{ readonly place: string; readonly locked: boolean; readonly reading: Reading }>(undefined)
  useEffect(() => {
    const reading: Reading = step ? readClock(step.clock, now) : { state: 'off' }
    const locked = step?.locked ?? false
    const last = before.current
    before.current = { place, locked, reading }
    if (!last) {
      const at = session.agenda.findIndex(({ state }) => state === 'live')
      if (!step || at < 0) return
      const minutes = 'seconds' in reading && reading.state !== 'over' ? Math.ceil(reading.seconds / 60) : 0
      return announce(t('announce.joined', { number: at + 1, count: session.agenda.length, where, minutes }))
    }
    if (last.place !== place) return announce(t('announce.next', { where }), 'assertive')
    if (last.locked !== locked) announce(t(locked ? 'announce.locked' : 'announce.unlocked'))
    const planned = step?.phases.find(({ key }) => key === step.phase)?.minutes ?? 0
    const moment = momentBetween(last.reading, reading, planned)
    if (moment) announce(t(MOMENT_TEXTS[moment]), moment === 'up' ? 'assertive' : 'polite')
  })
  return null
}
