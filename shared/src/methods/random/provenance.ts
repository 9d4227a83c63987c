import type { Item, Link } from '../../board/index.ts'
import type { ItemId } from '../../kernel/index.ts'

/** Where an idea came from. */
export interface Provenance {
  /** The stimuli that it goes back to, directly or by way of an association, each once. */
  readonly stimuli: readonly ItemId[]
  /** The associations that led to it. */
  readonly associations: readonly ItemId[]
  /** Nothing that was drawn led to it. It is as welcome, and called free. */
  readonly free: boolean
}

/** What each item was directly inspired by. */
export type Inspirations = ReadonlyMap<ItemId, readonly ItemId[]>

/** The `inspired-by` links by where they begin. An association's own says which stimulus it is about. */
export const listInspirations = (links: readonly Link[]): Inspirations => {
  const inspirations = new Map<ItemId, ItemId[]>()
  for (const { type, from, to } of links) {
    if (type !== 'inspired-by') continue
    const sources = inspirations.get(from)
    if (sources) sources.push(to)
    else inspirations.set(from, [to])
  }
  return inspirations
}

/** Where an idea came from. An item that `item` does not find led to nothing. */
export const provenanceOf = (
  idea: ItemId,
  inspirations: Inspirations,
  item: (id: ItemId) => Pick<Item, 'kind'> | undefined,
): Provenance => {
  const stimuli = new Set<ItemId>()
  const associations = new Set<ItemId>()
  const waiting = [...(inspirations.get(idea) ?? [])]
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const kind = item(id)?.kind
    if (kind === 'stimulus') stimuli.add(id)
    if (kind !== 'association' || associations.has(id)) continue
    associations.add(id)
    waiting.push(...(inspirations.get(id) ?? []))
  }
  return { stimuli: [...stimuli], associations: [...associations], free: stimuli.size + associations.size === 0 }
}
