import { type Item, type Link, groupDuplicates } from '../../board/index.ts'
import type { ItemId } from '../../kernel/index.ts'

/** A negative idea, and the ideas that turn it round. */
export interface Turning {
  readonly item: ItemId
  readonly inversions: readonly ItemId[]
}

/** How far turning round has come. */
export interface Coverage {
  /** Every negative idea that lies on the board, in the order given. */
  readonly turnings: readonly Turning[]
  /** Those that no idea turns round yet, but for those set aside. */
  readonly open: readonly ItemId[]
  /** How many are turned round, of how many. */
  readonly turned: number
  readonly total: number
}

/** What stands behind another item stands for it; what was withdrawn, hidden or parked does not count. */
const counts = ({ state }: Item): boolean => state === 'published' || state === 'merged'

/**
 * Which negative ideas have been turned round, and by what. What turns a merged one round turns the one that stands for it,
 * and an idea that was merged goes on to count. `aside`: negative ideas that need no inversion.
 */
export const coverageOf = (
  items: ReadonlyMap<ItemId, Item>,
  links: readonly Link[],
  aside: ReadonlySet<ItemId> = new Set(),
): Coverage => {
  const merged = groupDuplicates(items, links)
  const inversions = Map.groupBy(
    links.filter(({ type, from, to }) => type === 'inverts' && isInversion(items.get(from), items.get(to))),
    ({ to }) => to,
  )
  const turnings = [...items.values()]
    .filter(({ kind, state }) => kind === 'negative-idea' && state === 'published')
    .map(({ id }): Turning => {
      const all = [id, ...(merged.get(id) ?? []).map((other) => other.id)]
      return {
        item: id,
        inversions: [...new Set(all.flatMap((to) => inversions.get(to) ?? []).map(({ from }) => from))],
      }
    })
  const turned = turnings.filter((turning) => turning.inversions.length > 0).length
  const open = turnings.flatMap(({ item, inversions: found }) => (found.length === 0 && !aside.has(item) ? [item] : []))
  return { turnings, open, turned, total: turnings.length }
}

const isInversion = (from: Item | undefined, to: Item | undefined): boolean =>
  from?.kind === 'idea' && counts(from) && to?.kind === 'negative-idea' && counts(to)

/** The negative ideas that an idea turns round: what it came from, told wherever it is judged. */
export const originsOf = (links: readonly Link[], idea: ItemId): readonly ItemId[] =>
  links.flatMap(({ type, from, to }) => (type === 'inverts' && from === idea ? [to] : []))
