import type { ItemId } from '../../kernel/index.ts'
import { childrenOf, pathOf } from './branch.ts'
import type { Cause, LinkState } from './tree.ts'

/** A tree as it is kept, or as somebody sees it. */
interface Readable {
  readonly causes: readonly Pick<Cause, 'item' | 'parent' | 'link'>[]
}

/** One sentence of a branch that is read upwards: this, therefore that. */
export interface Therefore {
  readonly key: 'therefore'
  readonly cause: ItemId
  readonly effect: ItemId | 'problem'
  readonly state: LinkState
}

/** A branch read upwards from one of its causes, as far as the problem. Empty for an unknown item. */
export const readUpwards = (tree: Readable, item: ItemId): readonly Therefore[] =>
  pathOf(tree, item).map(({ item: cause, parent, link }) => ({
    key: 'therefore',
    cause,
    effect: parent ?? 'problem',
    state: link,
  }))

/** Every branch read upwards, from where nobody asked on: each link occurs, those near the problem several times. */
export const readAllUpwards = (tree: Readable): readonly (readonly Therefore[])[] =>
  tree.causes.filter(({ item }) => childrenOf(tree, item).length === 0).map(({ item }) => readUpwards(tree, item))
