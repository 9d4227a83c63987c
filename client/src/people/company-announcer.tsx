import type { SeatId } from '@roundel/shared/kernel'
import { useEffect, useRef } from 'react'
import { useText } from '../i18n/text.ts'
import { useView } from '../sync/room-context.ts'
import { useAnnounce } from '../ui/announcer.tsx'
import { isHere } from './present.ts'

/** So long arrivals and departures are counted together, before they are read in one sentence. */
export const COUNTED_MS = 10_000

/** Reads out who came and went, in numbers, for those who want everything read. */
export const CompanyAnnouncer = () => {
  const t = useText()
  const announce = useAnnounce()
  const { people } = useView()
  const here = people.filter(isHere)
  const before = useRef<ReadonlySet<SeatId>>(undefined)
  const present = useRef<ReadonlySet<SeatId>>(new Set())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const say = useRef<() => void>(() => undefined)
  useEffect(() => {
    present.current = new Set(here.map(({ id }) => id))
    before.current ??= present.current
    say.current = () => {
      const [last, now] = [before.current ?? new Set<SeatId>(), present.current]
      before.current = now
      const joined = [...now].filter((id) => !last.has(id)).length
      const left = [...last].filter((id) => !now.has(id)).length
      const count = now.size
      // What cancels out in between was not worth a word.
      if (joined > 0 && left > 0) announce(t('people.joined-and-left', { joined, left, count }), 'polite')
      else if (joined > 0) announce(t('people.joined', { joined, count }), 'polite')
      else if (left > 0) announce(t('people.left', { left, count }), 'polite')
    }
    const { size } = new Set([...present.current].filter((id) => !before.current?.has(id)))
    const isChanged = size > 0 || present.current.size !== before.current.size
    if (isChanged) {
      timer.current ??= setTimeout(() => {
        timer.current = undefined
        say.current()
      }, COUNTED_MS)
    }
  })
  useEffect(() => () => clearTimeout(timer.current), [])
  return null
}
