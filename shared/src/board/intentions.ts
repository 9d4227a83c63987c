import { type ClusterId, type ItemId, LIMITS, type StepId, clipText } from '../kernel/index.ts'
import type { Board } from './open.ts'
import { compareItems } from './order.ts'
import { type Intention, type Patch, intend } from './patches.ts'
import { placeOnWall } from './place.ts'
import { isJudgeable } from './polarity.ts'
import { rankAt, rankBetween } from './rank.ts'
import type { Cluster, Item } from './records.ts'
import type { Colour, Place } from './vocabulary.ts'

export { type Intention, type Patch, applyPatches, isMaking, listMade } from './patches.ts'

const NOTHING: Intention = intend([])

/**
 * Drops an item into a cluster so that it stands there as the `index`-th, from 0, the item itself not counted; at the end
 * when not said. Means nothing for an item or a cluster that does not exist, nor for an item that may not be judged.
 */
export const moveToCluster = (board: Board, item: ItemId, cluster: ClusterId, index = Infinity): Intention => {
  const moved = board.items.get(item)
  if (!moved || !isJudgeable(moved.kind) || !board.clusters.get(cluster)) return NOTHING
  const others = membersOf(board, cluster).filter(({ id }) => id !== item)
  const at = Math.min(others.length, Math.max(0, index))
  return intend(gather([...others.slice(0, at), moved, ...others.slice(at)], new Set([item]), cluster))
}

/** Drags an item out of its cluster, or from one place to another. Without a place it returns to where it stood last. */
export const moveToPlace = (board: Board, item: ItemId, at?: Place): Intention => {
  const moved = board.items.get(item)
  if (!moved) return NOTHING
  return intend([setCluster(moved, undefined), ...(at ? [setItemPlace(moved, at)] : [])])
}

/**
 * Drops an item on another: both stand in a new cluster where the lower one stood, the lower one first. When that one is
 * in a cluster already, the item comes right behind it. Means nothing for items that do not exist, are the same, or may not
 * be judged.
 */
export const pairUp = (board: Board, item: ItemId, onto: ItemId, newCluster: ClusterId, title = ''): Intention => {
  const [moved, lower] = [board.items.get(item), board.items.get(onto)]
  if (!moved || !lower || item === onto || !isJudgeable(moved.kind) || !isJudgeable(lower.kind)) return NOTHING
  if (lower.cluster !== undefined && board.clusters.get(lower.cluster)) {
    const others = membersOf(board, lower.cluster).filter(({ id }) => id !== item)
    return moveToCluster(board, item, lower.cluster, others.findIndex(({ id }) => id === onto) + 1)
  }
  return intend([
    // Without its title at first, so that taking it back and doing it again are both changes of a title.
    {
      type: 'add-cluster',
      cluster: { id: newCluster, step: lower.step, title: '', ...(lower.at && { at: lower.at }) },
    },
    { type: 'set-cluster', id: newCluster, field: 'title', from: '', to: clipTitle(title) },
    ...gather([lower, moved], new Set([item]), newCluster),
  ])
}

/** Makes a cluster with nothing in it. Until it has a name or an item nobody else sees it. */
export const makeCluster = (cluster: ClusterId, step: StepId, [x, y]: Place): Intention =>
  intend([{ type: 'add-cluster', cluster: { id: cluster, step, title: '', at: placeOnWall(x, y) } }])

/** Gives an item a colour, or takes its own away. */
export const colourItem = (board: Board, item: ItemId, colour: Colour | undefined): Intention => {
  const coloured = board.items.get(item)
  return coloured
    ? intend([{ type: 'set-item', id: item, field: 'colour', from: coloured.colour, to: colour }])
    : NOTHING
}

/** Gives a cluster a colour or an icon, or takes them away; what is not named stays. */
export const markCluster = (
  board: Board,
  cluster: ClusterId,
  look: { readonly colour?: Cluster['colour'] | undefined; readonly icon?: string | undefined },
): Intention => {
  const marked = board.clusters.get(cluster)
  if (!marked) return NOTHING
  return intend([
    ...('colour' in look
      ? [{ type: 'set-cluster', id: cluster, field: 'colour', from: marked.colour, to: look.colour } as const]
      : []),
    ...('icon' in look
      ? [{ type: 'set-cluster', id: cluster, field: 'icon', from: marked.icon, to: look.icon } as const]
      : []),
  ])
}

/** Moves a cluster with all that is in it. */
export const moveCluster = (board: Board, cluster: ClusterId, [x, y]: Place): Intention => {
  const moved = board.clusters.get(cluster)
  if (!moved) return NOTHING
  return intend([{ type: 'set-cluster', id: cluster, field: 'at', from: moved.at, to: placeOnWall(x, y) }])
}

/** Gives a cluster another name, up to its limit. */
export const renameCluster = (board: Board, cluster: ClusterId, title: string): Intention =>
  intend(setTitle(board, cluster, title))

/**
 * Puts all items of one cluster behind those of another. What is left has no name and is not shown any more; its name
 * goes to the other when that has none.
 */
export const mergeClusters = (board: Board, from: ClusterId, into: ClusterId): Intention => {
  const [left, kept] = [board.clusters.get(from), board.clusters.get(into)]
  if (!left || !kept || from === into) return NOTHING
  const arriving = membersOf(board, from)
  return intend([
    ...gather([...membersOf(board, into), ...arriving], new Set(arriving.map(({ id }) => id)), into),
    ...(kept.title.trim() === '' ? setTitle(board, into, left.title) : []),
    ...setTitle(board, from, ''),
  ])
}

/**
 * Lets go of all items of a cluster, each to the place that is given, else to where it stood last, and takes its name
 * away, so that it is not shown any more.
 */
export const dissolveCluster = (
  board: Board,
  cluster: ClusterId,
  places: ReadonlyMap<ItemId, Place> = new Map(),
): Intention =>
  intend([
    ...membersOf(board, cluster).flatMap((item) => {
      const at = places.get(item.id)
      return [setCluster(item, undefined), ...(at ? [setItemPlace(item, at)] : [])]
    }),
    ...setTitle(board, cluster, ''),
  ])

/** The published items of a cluster, in order. */
const membersOf = (board: Board, cluster: ClusterId): readonly Item[] =>
  [...board.items.all().values()]
    .filter((item) => item.cluster === cluster && item.state === 'published')
    .toSorted(compareItems)

/** Makes a list of items stand in a cluster in that very order. */
const gather = (list: readonly Item[], moved: ReadonlySet<ItemId>, cluster: ClusterId): readonly Patch[] => {
  const ranks = rankInOrder(list, moved)
  return list.flatMap((item, index) => [
    setCluster(item, cluster),
    { type: 'set-item', id: item.id, field: 'rank', from: item.rank, to: ranks[index] },
  ])
}

/**
 * Ranks by which a list stands in its order: those it has, else new ones for the moved items alone. Ranks come from
 * anybody and may leave no room; then all get new ones.
 */
const rankInOrder = (list: readonly Item[], moved: ReadonlySet<ItemId>): readonly string[] => {
  const own = list.map(({ rank }) => rank)
  if (isInOrder(list, own)) return own
  const ranks: string[] = []
  for (const [index, item] of list.entries()) {
    const next = list.slice(index + 1).find(({ id }) => !moved.has(id))
    ranks.push(moved.has(item.id) ? rankBetween(ranks.at(-1) ?? '', next?.rank) : item.rank)
  }
  return isInOrder(list, ranks) ? ranks : list.map((_item, index) => rankAt(index))
}

const isInOrder = (list: readonly Item[], ranks: readonly string[]): boolean => {
  const ranked = list.map(({ id }, index) => ({ id, rank: ranks[index] ?? '' }))
  return ranked.every((item, index) => index === 0 || compareItems(ranked[index - 1] ?? item, item) < 0)
}

const setCluster = (item: Item, cluster: ClusterId | undefined): Patch => ({
  type: 'set-item',
  id: item.id,
  field: 'cluster',
  from: item.cluster,
  to: cluster,
})

const setItemPlace = (item: Item, [x, y]: Place): Patch => ({
  type: 'set-item',
  id: item.id,
  field: 'at',
  from: item.at,
  to: placeOnWall(x, y),
})

const setTitle = (board: Board, cluster: ClusterId, title: string): readonly Patch[] => {
  const before = board.clusters.get(cluster)
  return before ? [{ type: 'set-cluster', id: cluster, field: 'title', from: before.title, to: clipTitle(title) }] : []
}

const clipTitle = (title: string): string => clipText(title.toWellFormed(), LIMITS.titleCharacters)
