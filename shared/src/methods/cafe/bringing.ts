import type { Item } from '../../board/index.ts'
import type { ItemId } from '../../kernel/index.ts'
import type { Wanted } from '../wanted.ts'
import type { Moment } from '../workings.ts'
import type { CafeState } from './state.ts'

/** Insights, those of the largest patterns first: what most tables found. */
const listInsights = (items: readonly Item[]): readonly ItemId[] => {
  const sizes = new Map<string, Set<unknown>>()
  for (const { cluster, table } of items) {
    if (cluster !== undefined) sizes.set(cluster, (sizes.get(cluster) ?? new Set()).add(table))
  }
  const weightOf = ({ cluster }: Item): number => (cluster === undefined ? 0 : (sizes.get(cluster)?.size ?? 0))
  return items
    .filter(({ kind }) => kind === 'insight')
    .toSorted((one, other) => weightOf(other) - weightOf(one))
    .map(({ id }) => id)
}

/**
 * What a café hands on: its deeper questions, which another café or a question turned round begins from, and its insights,
 * those first for whoever looks for a problem or for something to think on from.
 */
export const bringFromCafe = (
  { published = {}, tables }: CafeState,
  board: Pick<Moment, 'step' | 'itemsOf'>,
  wants: Wanted,
): readonly ItemId[] => {
  const items = board.itemsOf(board.step).filter(({ state }) => state === 'published')
  const asked = tables.flatMap(({ id }) => published[id]?.question ?? [])
  const found = listInsights(items)
  const isForThinking = wants !== 'disputed'
  return isForThinking ? [...found, ...asked] : [...asked, ...found]
}
