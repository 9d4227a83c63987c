import { dealsPlacing } from '@roundel/shared/session'
import { PlaceOne } from '../../board/place-one.tsx'
import { PlacePanel } from '../../board/place-panel.tsx'
import { PlaceDealt } from '../../crowd/place-dealt.tsx'
import { useText } from '../../i18n/text.ts'
import { useView } from '../../sync/room-context.ts'
import type { Grouping } from './use-grouping.ts'

/** Grouping on a phone: one item at a time. In a large room they are dealt, in a small one all see the same list. */
export const PlaceOnPhone = ({ grouping }: { readonly grouping: Grouping }) => {
  const t = useText()
  const { step, me } = useView()
  const { items, loose, clusters, own, duplicates, mayMove, mayGroup, whyNoGroup, move, panels } = grouping
  const choices = { clusters, own, duplicates, mayMakeNew: mayGroup, whyNoGroup, onMove: move, onOpen: panels.onOpen }
  if (!step || items.length === 0) return null
  if (!mayMove) {
    const isLockedOut = step.locked && step.policies.place === 'all' && me.role === 'participant'
    return (
      isLockedOut &&
      loose[0] && (
        <PlacePanel
          heading={t('group.place', { count: loose.length })}
          item={loose[0]}
          choices={choices}
          isReady={false}
          hint={<p>{t('place.not-movable')}</p>}
        />
      )
    )
  }
  return dealsPlacing(items.length, step.named) && me.can['deal'] ? (
    <PlaceDealt key={`${step.id} ${step.epoch}`} items={items} loose={loose} choices={choices} />
  ) : (
    <PlaceOne loose={loose} choices={choices} />
  )
}
