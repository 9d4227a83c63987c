import { type Cluster, type DraftItem, type Item } from '@roundel/shared/board'
import type { ClusterId } from '@roundel/shared/kernel'
import type { Policy } from '@roundel/shared/methods'
import { useCallback, useMemo, useState } from 'react'
import { isAmong } from '../../board/allowance.ts'
import { addCluster, arrange, intendListMove, listClusters } from '../../board/grouping.ts'
import { findOwn, listOfStep } from '../../board/items.ts'
import { type MoveTarget, useClusterName } from '../../board/move-select.tsx'
import type { WallModel } from '../../board/wall/model.ts'
import { useUndo } from '../../board/wall/use-undo.ts'
import { useMakers } from '../../crowd/makers.ts'
import { useText } from '../../i18n/text.ts'
import { useBoard, useDraft, useRecords, useView } from '../../sync/room-context.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { useLatest, useSameList } from '../../ui/stable.ts'
import { type Hand, NOTHING_PLACED } from './placing.ts'

const NOTHING: readonly Item[] = []

/**
 * What tray and wall share while items are grouped: the groups, who is in which, and how things move. Where it is needed in
 * two places they share one `hand`.
 */
export const useGrouping = (hand?: Hand) => {
  const t = useText()
  const announce = useAnnounce()
  const nameOf = useClusterName()
  const { step, me } = useView()
  const board = useBoard()
  const items = useRecords<Item>(board?.items)
  const records = useRecords<Cluster>(board?.clusters)
  const drafts = useRecords<DraftItem>(useDraft()?.items)
  const makers = useMakers()
  const alone = useState(NOTHING_PLACED)
  const [{ made, newest, moved }, setPlacing] = hand ?? alone

  const published = step ? listOfStep(items, step.id) : NOTHING
  const clusters = useSameList(useMemo(() => listClusters(records, published, made), [records, published, made]))
  const { members, loose } = useMemo(() => arrange(published, clusters), [published, clusters])
  const own = useMemo(() => findOwn(items, drafts, me.seat), [items, drafts, me.seat])
  const undoing = useUndo(board, `${step?.id} ${step?.policies.place} ${step?.policies.group}`)
  const leads = me.role === 'facilitator' || me.role === 'co-facilitator'
  const takesPart = leads || me.role === 'participant'
  const isOpen = takesPart && (!step?.locked || leads)
  const isNamed = step?.named?.includes(me.seat) ?? false
  const has = (policy: Policy | undefined): boolean => isOpen && isAmong(policy, { leads, isNamed })

  const noteMade = useCallback(
    (id: ClusterId) => setPlacing((before) => ({ ...before, made: new Set([...before.made, id]), newest: id })),
    [setPlacing],
  )
  const move = useLatest((item: Item, target: MoveTarget): void => {
    if (!board || !step) return
    const { intention, cluster, isNew } = intendListMove(board, step.id, item, target)
    undoing.run(intention)
    if (isNew && cluster) noteMade(cluster)
    setPlacing((before) => ({ ...before, moved: item.id, ...(!isNew && { newest: undefined }) }))
    const index = clusters.findIndex(({ id }) => id === cluster)
    const group = clusters[index]
    announce(
      group
        ? t('group.moved', { name: nameOf(group, index), count: (members.get(group.id)?.length ?? 0) + 1 })
        : t(cluster ? 'group.moved-new' : 'group.moved-loose'),
    )
  })
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
            setPlacing((before) => ({ ...before, newest: undefined }))
            undoing.run(intention)
          },
          mayMove: mayMoveItem,
          mayGroup,
          newest,
          noteMade,
        }
      : undefined,
  }
  const isForSome = isOpen && step?.policies.group === 'some' && !mayGroup
  return {
    wall,
    board,
    items: published,
    clusters,
    members,
    loose,
    own,
    nameOf,
    newest,
    moved,
    mayMove,
    mayGroup,
    /** Who makes them then. */
    newMadeBy: isForSome ? makers?.names : undefined,
    /** Why one may place but make no group, where that is so. */
    whyNoGroup: isForSome
      ? makers
        ? t('crowd.made-by', { names: makers.names })
        : t('crowd.made-by-leading')
      : undefined,
    move,
    addGroup: () => {
      if (board && step) noteMade(addCluster(board, step.id))
    },
  }
}

export type Grouping = ReturnType<typeof useGrouping>
