import { useEffect, useState } from 'react'
import { useText } from '../i18n/text.ts'
import { useGathered, useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { closePanels } from '../ui/open-panels.ts'
import { Strip } from '../ui/strip.tsx'

const STAYS_MS = 5_000

/** Everybody is called back: panels close, and a line says by whom where only one person can have called. */
export const GatherStrip = () => {
  const t = useText()
  const announce = useAnnounce()
  const { people } = useView()
  const [calls, setCalls] = useState(0)
  const [isShown, setIsShown] = useState(false)
  const leaders = people.filter(({ role, here }) => here && (role === 'facilitator' || role === 'co-facilitator'))
  const sentence = leaders.length === 1 ? t('gather.by', { name: leaders[0]?.name ?? '' }) : t('gather.all')
  useGathered(() => {
    closePanels()
    announce(sentence, 'assertive')
    setCalls((count) => count + 1)
    setIsShown(true)
  })
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(false), STAYS_MS)
    return () => clearTimeout(timer)
  }, [calls])
  return isShown && <Strip tone="accent">{sentence}</Strip>
}
