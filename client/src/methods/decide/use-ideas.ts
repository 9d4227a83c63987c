import type { Cluster, Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { useMemo } from 'react'
import { useText } from '../../i18n/text.ts'
import { useBoard, useRecords } from '../../sync/room-context.ts'

/** What ideas, and groups that were voted on, are called where a decision speaks of them. */
export const useIdeaWords = (): ((id: ItemId) => string) => {
  const t = useText()
  const board = useBoard()
  const items = useRecords<Item>(board?.items)
  const clusters = useRecords<Cluster>(board?.clusters)
  return useMemo(
    () => (id) => items.get(id)?.text ?? (clusters.get(id as never)?.title || t('decide.idea-gone')),
    [items, clusters, t],
  )
}
