import type { ItemId } from '@roundel/shared/kernel'
import { type CauseView, type WhysView, isPruned } from '@roundel/shared/methods/five-whys'

/** One line of the tree as it is drawn: the problem, or a cause. */
export interface TreeRow {
  /** Undefined for the problem. */
  readonly cause: CauseView | undefined
  /** 1 for the problem. */
  readonly level: number
  readonly place: number
  readonly siblings: number
  readonly children: number
  /** How many causes there are below it. */
  readonly below: number
  readonly isOpen: boolean
  /** For each level above whether its line goes on past this row. */
  readonly lines: readonly boolean[]
  /** It, or something that it explains, was refuted. */
  readonly isPruned: boolean
}

/** The rows to be seen, from top to bottom. What hangs under a folded cause is left out, and counted there. */
export const listRows = (tree: WhysView, folded: ReadonlySet<ItemId | undefined>): readonly TreeRow[] => {
  const children = Map.groupBy(tree.causes, ({ parent }) => parent)
  const counted = new Map<ItemId | undefined, number>()
  const countBelow = (item: ItemId | undefined): number => {
    const known = counted.get(item)
    if (known !== undefined) return known
    const count = (children.get(item) ?? []).reduce((sum, child) => sum + 1 + countBelow(child.item), 0)
    counted.set(item, count)
    return count
  }
  const rows: TreeRow[] = []
  const walk = (cause: CauseView | undefined, row: Pick<TreeRow, 'level' | 'place' | 'siblings' | 'lines'>): void => {
    const item = cause?.item
    const below = children.get(item) ?? []
    const isOpen = below.length > 0 && !folded.has(item)
    rows.push({
      ...row,
      cause,
      children: below.length,
      below: countBelow(item),
      isOpen,
      isPruned: item !== undefined && isPruned(tree, item),
    })
    if (!isOpen) return
    for (const [index, child] of below.entries()) {
      walk(child, {
        level: row.level + 1,
        place: index + 1,
        siblings: below.length,
        lines: [...row.lines, index + 1 < below.length],
      })
    }
  }
  walk(undefined, { level: 1, place: 1, siblings: 1, lines: [] })
  return rows
}

/** Where the arrows lead in a tree, as the authoring practices of ARIA have it. */
export const findRow = (
  rows: readonly TreeRow[],
  at: number,
  key: 'up' | 'down' | 'out' | 'first' | 'last',
): number => {
  switch (key) {
    case 'up':
      return Math.max(0, at - 1)
    case 'down':
      return Math.min(rows.length - 1, at + 1)
    case 'first':
      return 0
    case 'last':
      return rows.length - 1
    case 'out': {
      const level = rows[at]?.level ?? 1
      const above = rows.slice(0, at).findLastIndex((row) => row.level < level)
      return Math.max(0, above)
    }
  }
}
