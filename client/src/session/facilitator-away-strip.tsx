import { useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { Strip } from '../ui/strip.tsx'

/** A reload takes a moment; only a longer absence is worth a word. */
const GONE_AFTER_MS = 8_000

const AwayStrip = ({ name }: { readonly name: string }) => {
  const t = useText()
  const announce = useAnnounce()
  const [isGone, setIsGone] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsGone(true), GONE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  const sentence = t('facilitator-away', { name })
  useEffect(() => {
    if (isGone) announce(sentence)
  }, [isGone, announce, sentence])
  return isGone && <Strip tone="info">{sentence}</Strip>
}

/** Says that nobody who leads is here, so that nobody wonders why nothing moves; until the clock is offered or kept. */
export const FacilitatorAwayStrip = () => {
  const { people, session, me, step } = useView()
  const leaders = people.filter(({ role }) => role === 'facilitator' || role === 'co-facilitator')
  const isMissing = session.state === 'live' && leaders.every(({ here, id }) => !here && id !== me.seat)
  if (step?.keeper || me.can['take-clock']) return null
  return isMissing && leaders[0] && <AwayStrip name={leaders[0].name} />
}
