import type { Circumstances, OwnedItem } from './circumstances.ts'
import type { Decision } from './decision.ts'

/** The board with what a decision itself adds to it or takes away, such as what a reveal has opened. */
export const asWritten = (circumstances: Circumstances, { writes }: Pick<Decision, 'writes'>): Circumstances => {
  const added = new Map(
    writes.flatMap((write) => (write.type === 'add-item' && !write.cloth ? [[write.item.id, write] as const] : [])),
  )
  const states = new Map(
    writes.flatMap((write) => (write.type === 'set-state' ? [[write.item, write.state] as const] : [])),
  )
  if (added.size + states.size === 0) return circumstances
  const changed = (owned: OwnedItem | undefined): OwnedItem | undefined => {
    const state = owned && states.get(owned.item.id)
    return state ? { ...owned, item: { ...owned.item, state } } : owned
  }
  return {
    ...circumstances,
    item: (id) => changed(added.get(id) ?? circumstances.item(id)),
    itemCount: () => circumstances.itemCount() + added.size,
    itemsOf: (step) =>
      [
        ...circumstances.itemsOf(step),
        ...[...added.values()].flatMap(({ item }) => (item.step === step ? [item] : [])),
      ].map((item) => changed({ item })?.item ?? item),
  }
}
