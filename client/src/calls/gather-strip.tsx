import { useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useGathered, useNow, useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { closePanels } from '../ui/open-panels.ts'
import { Strip } from '../ui/strip.tsx'

const STAYS_MS = 5_000

/**
 * Everybody is called back: panels close but for those who lead, and a line says by whom where only one person can have
 * called. It stands by the clock, since the screen that is called back to draws it anew.
 */
export const GatherStrip = () => {
  const t = useText()
  const announce = useAnnounce()
  const { people, session, me } = useView()
  const { gatheredAt = 0 } = session
  const now = useNow(false)
  const [over, setOver] = useState<number>()
  const leaders = people.filter(({ role, here }) => here && (role === 'facilitator' || role === 'co-facilitator'))
  const sentence = leaders.length === 1 ? t('gather.by', { name: leaders[0]?.name ?? '' }) : t('gather.all')
  useGathered(() => {
    // Those who lead are at work for everybody, and a line that they are typing is not to be lost by their own call.
    if (me.role !== 'facilitator' && me.role !== 'co-facilitator') closePanels()
    announce(sentence, 'assertive')
  })
  const isShown = over !== gatheredAt && now < gatheredAt + STAYS_MS
  useEffect(() => {
    if (!isShown) return undefined
    const timer = setTimeout(() => setOver(gatheredAt), STAYS_MS)
    return () => clearTimeout(timer)
  }, [isShown, gatheredAt])
  return isShown && <Strip tone="accent">{sentence}</Strip>
}
