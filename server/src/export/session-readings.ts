import { groupDuplicates } from '@roundel/shared/board'
import * as v from 'valibot'
import type { SessionExport } from './session-file.ts'

/** Items that were merged, by the id of the one that stands for them. */
export const mergedIn = ({
  items,
  links,
}: SessionExport): ReadonlyMap<string, readonly SessionExport['items'][number][]> =>
  groupDuplicates(new Map(items.map((item) => [item.id, item])), links)

/** The ideas that turn a negative one round, by its id, each in the order of the file; of ideas, what they turn round. */
export const turnedIn = ({
  items,
  links,
}: SessionExport): ReadonlyMap<string, readonly SessionExport['items'][number][]> => {
  const pairs = links.flatMap(({ type, from, to }) => (type === 'inverts' ? [[from, to] as const] : []))
  const turned = new Map<string, Set<string>>()
  for (const [from, to] of pairs) {
    turned.set(from, (turned.get(from) ?? new Set()).add(to))
    turned.set(to, (turned.get(to) ?? new Set()).add(from))
  }
  return new Map([...turned].map(([id, others]) => [id, items.filter((item) => others.has(item.id))]))
}

const Admitted = v.object({ admitted: v.optional(v.record(v.string(), v.number())) })

/** How many people said of an item that it is done already; 0 where nobody did, and where nobody was asked. */
export const admittedIn =
  ({ work }: SessionExport): ((item: SessionExport['items'][number]) => number) =>
  (item) => {
    const kept = v.safeParse(Admitted, work?.[item.step])
    return kept.success ? (kept.output.admitted?.[item.id] ?? 0) : 0
  }

/** What led to an item, in the words that stand on the board, by its id. */
export const sourcesIn = ({ items, links }: SessionExport): ReadonlyMap<string, readonly string[]> => {
  const texts = new Map(items.flatMap(({ id: item, state, text }) => (state === 'published' ? [[item, text]] : [])))
  const sources = new Map<string, string[]>()
  for (const { type, from, to } of links) {
    const text = type === 'inspired-by' ? texts.get(to) : undefined
    if (text !== undefined) sources.set(from, [...(sources.get(from) ?? []), text])
  }
  return sources
}

/** The names of tables, by their ids: where several cafés have taken place, each has its own. */
export const tablesIn = ({ cafes = [] }: SessionExport): ReadonlyMap<string, string> =>
  new Map(cafes.flatMap(({ tables }) => tables.map(({ id: table, name }) => [table, name])))
