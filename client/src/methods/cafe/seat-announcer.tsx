import { useText } from '../../i18n/text.ts'
import { useAnnounceOnce } from '../../ui/announcer.tsx'
import { useCafe } from './cafe-model.ts'

/** Reads out where one sits when a round begins, and whenever one is seated at another table while it lasts. */
export const SeatAnnouncer = () => {
  const t = useText()
  const { own, view, isInRound, tableOf } = useCafe()
  const table = isInRound ? tableOf(own?.place?.table) : undefined
  const sentence = t('cafe.now-at', {
    table: table?.title ?? '',
    host: table?.host?.name ?? t('cafe.no-host'),
    count: own?.unmet.length ?? 0,
  })
  useAnnounceOnce(table && `${view.round} ${table.id}`, sentence, 'assertive')
  return null
}
