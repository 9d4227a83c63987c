import { type Cluster, type DraftItem, type Item } from '@roundel/shared/board'
import type { ClusterId, ItemId } from '@roundel/shared/kernel'
import type { Policy } from '@roundel/shared/methods'
import { useCallback, useMemo, useState } from 'react'
import { isAmong } from '../../board/allowance.ts'
import { addCluster, arrange, intendListMove, listClusters } from '../../board/grouping.ts'
import { findOwn, isWorkedOn, listPublished } from '../../board/items.ts'
import { type MoveTarget, useClusterName } from '../../board/move-select.tsx'
import type { WallModel } from '../../board/wall/model.ts'
import { useUndo } from '../../board/wall/use-undo.ts'
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

  const published = useMemo(
    () => (step ? listPublished(items).filter((item) => isWorkedOn(item, step)) : []),
    // The step is a new value at every change of its numbers; what is worked on changes with these.
    // oxlint-disable-next-line react/exhaustive-deps
    [items, step?.id, JSON.stringify(step?.input)],
  )
  const clusters = useMemo(() => listClusters(records, published, made), [records, published, made])
  const { members, loose } = useMemo(() => arrange(published, clusters), [published, clusters])
  const own = useMemo(() => findOwn(items, drafts, me.seat), [items, drafts, me.seat])
  const undoing = useUndo(board, `${step?.id} ${step?.policies.place} ${step?.policies.group}`)
  const leads = me.role === 'facilitator' || me.role === 'co-facilitator'
  const takesPart = leads || me.role === 'participant'
  const isOpen = takesPart && (!step?.locked || leads)
  const isNamed = step?.named?.includes(me.seat) ?? false
  const has = (policy: Policy | undefined): boolean => isOpen && isAmong(policy, { leads, isNamed })

  const noteMade = useCallback((id: ClusterId) => {
    setMade((before) => new Set([...before, id]))
    setNewest(id)
  }, [])
  const move = (item: Item, target: MoveTarget): void => {
    if (!board || !step) return
    const { intention, cluster, isNew } = intendListMove(board, step.id, item, target)
    undoing.run(intention)
    if (isNew && cluster) noteMade(cluster)
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
  const place = step?.policies.place
  const mayMove = has(place)
  const mayGroup = has(step?.policies.group)
  const mayMoveItem = (item: Item): boolean => mayMove || (isOpen && place === 'own' && own.has(item.id))
  const wall: WallModel | undefined = step && {
    board,
    step: step.id,
    showsNames: step.names === 'shown',
    clusters,
    members,
    loose,
    own,
    nameOf,
    acts: isOpen
      ? {
          ...undoing,
          run: (intention) => {
            setNewest(undefined)
            undoing.run(intention)
          },
          mayMove: mayMoveItem,
          mayGroup,
          newest,
          noteMade,
        }
      : undefined,
  }
  return {
    wall,
    board,
    clusters,
    members,
    loose,
    own,
    nameOf,
    newest,
    moved,
    mayMove,
    mayGroup,
    move,
    addGroup: () => {
      if (board && step) noteMade(addCluster(board, step.id))
    },
  }
}

export type Grouping = ReturnType<typeof useGrouping>
