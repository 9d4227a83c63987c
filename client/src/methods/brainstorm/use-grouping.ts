import { type Cluster, type DraftItem, type Item, compareItems } from '@roundel/shared/board'
import type { ClusterId, ItemId } from '@roundel/shared/kernel'
import { useCallback, useState } from 'react'
import { addCluster, arrange, listClusters, moveItem } from '../../board/grouping.ts'
import { findOwn, listPublished } from '../../board/items.ts'
import { type MoveTarget, useClusterName } from '../../board/move-select.tsx'
import { useText } from '../../i18n/text.ts'
import { useBoard, useDraft, useRecords, useView } from '../../sync/room-context.ts'
import { useAnnounce } from '../../ui/announcer.tsx'

/** What tray and wall share while items are grouped: the groups, who is in which, and how things move. */
export const useGrouping = () => {
  const t = useText()
  const announce = useAnnounce()
  const nameOf = useClusterName()
  const { step, me } = useView()
  const board = useBoard()
  const items = useRecords<Item>(board?.items)
  const records = useRecords<Cluster>(board?.clusters)
  const drafts = useRecords<DraftItem>(useDraft()?.items)
  /** Groups that this device made and that may still be empty. */
  const [made, setMade] = useState<ReadonlySet<ClusterId>>(new Set())
  const [newest, setNewest] = useState<ClusterId>()
  const [moved, setMoved] = useState<ItemId>()

  const published = listPublished(items).filter((item) => item.step === step?.id)
  const clusters = listClusters(records, published, made)
  const { members, loose } = arrange(published, clusters)
  const leads = me.role === 'facilitator' || me.role === 'co-facilitator'
  const takesPart = leads || me.role === 'participant'
  const isOpen = takesPart && (!step?.locked || leads)
  const has = (policy: string | undefined): boolean => isOpen && (policy === 'all' || (policy === 'some' && leads))

  const noteMade = useCallback((id: ClusterId) => {
    setMade((before) => new Set([...before, id]))
    setNewest(id)
  }, [])
  const move = (item: Item, target: MoveTarget): void => {
    if (!board || !step) return
    const cluster = moveItem(board, step.id, item, target)
    if (target.to === 'new' && cluster) noteMade(cluster)
    else setNewest(undefined)
    setMoved(item.id)
    const index = clusters.findIndex(({ id }) => id === cluster)
    const group = clusters[index]
    announce(
      group
        ? t('group.moved', { name: nameOf(group, index), count: (members.get(group.id)?.length ?? 0) + 1 })
        : t(cluster ? 'group.moved-new' : 'group.moved-loose'),
    )
  }
  return {
    board,
    clusters,
    members,
    loose: loose.toSorted(compareItems),
    own: findOwn(items, drafts, me.seat),
    nameOf,
    newest,
    moved,
    mayMove: has(step?.policies.place),
    mayGroup: has(step?.policies.group),
    move,
    addGroup: () => {
      if (board && step) noteMade(addCluster(board, step.id))
    },
  }
}

export type Grouping = ReturnType<typeof useGrouping>
