import type { ItemId } from '../../kernel/index.ts'
import type { Cause, WhyTree } from './tree.ts'

/** As much of a cause as says where it stands. */
type Placed = Pick<Cause, 'item' | 'parent'>

/** A tree as it is kept, or as somebody sees it. */
interface Branched<Known extends Placed> {
  readonly causes: readonly Known[]
}

// A tree never changes, so that its causes are put in order by item once.
const known = new WeakMap<readonly Placed[], ReadonlyMap<ItemId, Placed>>()

const byItem = <Known extends Placed>({ causes }: Branched<Known>): ReadonlyMap<ItemId, Known> => {
  const found = (known.get(causes) as ReadonlyMap<ItemId, Known>) ?? new Map(causes.map((cause) => [cause.item, cause]))
  known.set(causes, found)
  return found
}

/** The cause of an item. */
export const findCause = <Known extends Placed>(tree: Branched<Known>, item: ItemId): Known | undefined =>
  byItem(tree).get(item)

/** What explains a cause, or the problem where none is named, in the order in which it is shown. */
export const childrenOf = <Known extends Placed>({ causes }: Branched<Known>, parent?: ItemId): readonly Known[] =>
  causes.filter((cause) => cause.parent === parent)

/** A cause and all that it explains, upwards: itself first, last the one that explains the problem. None for an unknown item. */
export const pathOf = <Known extends Placed>(tree: Branched<Known>, item: ItemId): readonly Known[] => {
  const path: Known[] = []
  let at = findCause(tree, item)
  while (at && path.length <= tree.causes.length) {
    path.push(at)
    at = at.parent === undefined ? undefined : findCause(tree, at.parent)
  }
  return path
}

/** How many whys lie between the problem and a cause: 1 for what explains the problem itself, 0 for the problem. */
export const depthOf = (tree: Branched<Placed>, item?: ItemId): number =>
  item === undefined ? 0 : pathOf(tree, item).length

/** A cause and everything below it. */
export const branchOf = <Known extends Placed>(tree: Branched<Known>, item: ItemId): readonly Known[] =>
  tree.causes.filter((cause) => pathOf(tree, cause.item).some((above) => above.item === item))

/** Whether a cause or something that it explains was refuted, so that its whole branch is cut off. */
export const isPruned = (tree: Branched<Placed & Pick<Cause, 'verdict'>>, item: ItemId): boolean =>
  pathOf(tree, item).some(({ verdict }) => verdict === 'refuted')

/** The tree with one cause changed. */
export const changeCause = (tree: WhyTree, item: ItemId, change: (cause: Cause) => Cause): WhyTree => ({
  ...tree,
  causes: tree.causes.map((cause) => (cause.item === item ? change(cause) : cause)),
})
