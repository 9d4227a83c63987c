import { type Cluster, type DraftItem, type Item, type Link, listMade } from '@roundel/shared/board'
import type { Policy } from '@roundel/shared/methods'
import { useMemo } from 'react'
import { isAmong } from '../../board/allowance.ts'
import { arrange, intendCluster, intendListMove, listClusters } from '../../board/grouping.ts'
import { findOwn, listDuplicates, listOfStep, listPublished } from '../../board/items.ts'
import { type MoveTarget, useClusterName } from '../../board/move-select.tsx'
import { useNotePanels } from '../../board/note-panels.tsx'
import { useSorting } from '../../board/use-sorting.ts'
import type { WallActs, WallModel } from '../../board/wall/model.ts'
import { useUndo } from '../../board/wall/use-undo.ts'
import { useMakers } from '../../crowd/makers.ts'
import { useText } from '../../i18n/text.ts'
import { useBoard, useDraft, useRecords, useView } from '../../sync/room-context.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { useLatest, useSameList } from '../../ui/stable.ts'
import type { Hand } from './placing.ts'
import { useMade } from './use-made.ts'

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
  const links = useRecords<Link>(board?.links)
  const drafts = useRecords<DraftItem>(useDraft()?.items)
  const makers = useMakers()
  const { made, newest, moved, noteMade, noteGone, noteMoved, forgetNewest, noteTurned } = useMade(hand)

  const published = step ? listOfStep(items, step) : NOTHING
  const clusters = useSameList(
    useMemo(() => listClusters(records, published, made, listPublished(items)), [records, published, made, items]),
  )
  const { members, loose } = useMemo(() => arrange(published, clusters), [published, clusters])
  const duplicates = useMemo(() => listDuplicates(items, links), [items, links])
  const own = useMemo(() => findOwn(items, drafts, me.seat), [items, drafts, me.seat])
  const undoing = useUndo(board, `${step?.id} ${step?.policies.place} ${step?.policies.group}`)
  const leads = me.role === 'facilitator' || me.role === 'co-facilitator'
  const takesPart = leads || me.role === 'participant'
  const isOpen = takesPart && (!step?.locked || leads)
  const isNamed = step?.named?.includes(me.seat) ?? false
  const has = (policy: Policy | undefined): boolean => isOpen && isAmong(policy, { leads, isNamed })

  const turn = async (way: 'undo' | 'redo') => {
    const turned = await undoing[way]()
    if (typeof turned === 'object') noteTurned(way, turned)
    return turned
  }
  const move = useLatest((item: Item, target: MoveTarget): void => {
    if (!board || !step) return
    const { intention, cluster, isNew } = intendListMove(board, step.id, item, target)
    undoing.run(intention)
    if (isNew && cluster) noteMade(cluster)
    else forgetNewest()
    noteMoved(item.id)
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
  const sorting = useSorting({ board, undoing, mayColour: mayMove, mayGroup })
  const panels = useNotePanels({ items: published, duplicates, sorting, onMerged: noteMoved })
  const acts: WallActs | undefined = isOpen
    ? {
        ...undoing,
        undo: () => turn('undo'),
        redo: () => turn('redo'),
        run: (intention) => {
          forgetNewest()
          undoing.run(intention)
        },
        make: (intention) => {
          undoing.run(intention)
          for (const id of listMade(intention)) noteMade(id)
        },
        mayMove: mayMoveItem,
        mayGroup,
        newest,
        noteMade,
        noteGone,
      }
    : undefined
  const wall: WallModel | undefined = step && {
    board,
    step: step.id,
    showsNames: step.names === 'shown',
    clusters,
    members,
    loose,
    duplicates,
    own,
    nameOf,
    acts,
    sorting,
  }
  const isForSome = isOpen && step?.policies.group === 'some' && !mayGroup
  return {
    wall,
    board,
    items: published,
    clusters,
    members,
    loose,
    duplicates,
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
    panels,
    addGroup: () => {
      if (board && step) acts?.make(intendCluster(board, step.id))
    },
  }
}

export type Grouping = ReturnType<typeof useGrouping>
