import { useEffect, useRef } from 'react'
import { useText } from '../../i18n/text.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { useCafe } from './cafe-model.ts'

/** Reads out where one sits when a round begins, and whenever one is seated at another table while it lasts. */
export const SeatAnnouncer = () => {
  const t = useText()
  const announce = useAnnounce()
  const { own, view, isInRound, tableOf } = useCafe()
  const table = isInRound ? tableOf(own?.place?.table) : undefined
  const seat = table && `${view.round} ${table.id}`
  const said = useRef<string>(undefined)
  useEffect(() => {
    if (!table || said.current === seat) return
    said.current = seat
    const { title, host } = table
    const count = own?.unmet.length ?? 0
    announce(t('cafe.now-at', { table: title, host: host?.name ?? t('cafe.no-host'), count }), 'assertive')
    // Once for each seat, not whenever somebody comes or goes.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [seat])
  return null
}
