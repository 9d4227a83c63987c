import type { ClusterId, ItemId } from '../kernel/index.ts'
import type { Board } from './open.ts'
import { equalValues } from './read-record.ts'
import type { Cluster, Item } from './records.ts'

type Placing = Pick<Item, 'at' | 'rank' | 'cluster' | 'colour'>
type Shaping = Pick<Cluster, 'at' | 'title' | 'colour' | 'icon'>

/** The change of one field from what it says to something else; undefined stands for nothing written. */
type FieldChange<Type extends string, Id, Fields> = {
  [Field in keyof Fields]-?: {
    readonly type: Type
    readonly id: Id
    readonly field: Field
    readonly from: Fields[Field] | undefined
    readonly to: Fields[Field] | undefined
  }
}[keyof Fields]

/**
 * One small change of the board. A change of a field takes place only where the field still says `from`: what somebody
 * else wrote meanwhile is left alone. A cluster that exists already is not made again.
 */
export type Patch =
  | { readonly type: 'add-cluster'; readonly cluster: Cluster }
  | FieldChange<'set-item', ItemId, Placing>
  | FieldChange<'set-cluster', ClusterId, Shaping>

/** What a person means to do with the board, and how it is taken back. At most one change of each field. */
export interface Intention {
  readonly do: readonly Patch[]
  readonly undo: readonly Patch[]
}

/** An intention out of its changes. Nobody can remove a cluster: one that was made is left empty and without a name. */
export const intend = (changes: readonly Patch[]): Intention => {
  const patches = changes.filter((patch) => patch.type === 'add-cluster' || !equalValues(patch.from, patch.to))
  return { do: patches, undo: patches.toReversed().flatMap(invert) }
}

const invert = (patch: Patch): readonly Patch[] =>
  patch.type === 'add-cluster' ? [] : [{ ...patch, from: patch.to, to: patch.from } as Patch]

/** Writes patches as one change of the board. To do an intention again is to apply its `do` again. */
export const applyPatches = (board: Board, patches: readonly Patch[]): void => {
  if (patches.length === 0) return
  board.transact(() => {
    for (const patch of patches) apply(board, patch)
  })
}

const apply = (board: Board, patch: Patch): void => {
  switch (patch.type) {
    case 'add-cluster':
      return board.clusters.add(patch.cluster)
    case 'set-item':
      if (!isAsBefore(board.items.get(patch.id), patch.field, patch.from)) return
      return board.items.patch(patch.id, { [patch.field]: patch.to })
    case 'set-cluster':
      if (!isAsBefore(board.clusters.get(patch.id), patch.field, patch.from)) return
      if (patch.field === 'title') return board.clusters.rewrite(patch.id, 'title', patch.to ?? '')
      return board.clusters.patch(patch.id, { [patch.field]: patch.to })
  }
}

const isAsBefore = <Record extends object>(
  record: Record | undefined,
  field: keyof Record,
  from: unknown,
): record is Record => record !== undefined && equalValues(record[field], from)

/** The clusters that an intention makes. */
export const listMade = (intention: Intention): readonly ClusterId[] =>
  intention.do.flatMap((patch) => (patch.type === 'add-cluster' ? [patch.cluster.id] : []))

/** Whether all that an intention does is to make a cluster in which there is nothing still, so that it can be left out again. */
export const isMaking = (board: Board, intention: Intention): boolean => {
  const [made] = listMade(intention)
  if (made === undefined || intention.do.length > 1 || board.clusters.get(made)?.title.trim() !== '') return false
  return ![...board.items.all().values()].some(({ cluster }) => cluster === made)
}
