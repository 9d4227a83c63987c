import type { SessionId } from '@roundel/shared/kernel'
import { foldUpdates } from '../../storage/fold.ts'
import type { MemoryDisk } from '../../storage/memory-disk.ts'

export type StoredEntry = NonNullable<ReturnType<MemoryDisk['get']>>

/** A copy of a stored session under another id and code, with everybody's credentials. */
export const copyEntry = (entry: StoredEntry, from: string, to: SessionId, code: string): StoredEntry => ({
  ...entry,
  json: entry.json.replaceAll(from, to).replaceAll(entry.code, code),
  code,
  documents: new Map(
    [...entry.documents].map(([name, document]) => [
      name,
      { ...document, updates: [...document.updates], claims: new Map(document.claims) },
    ]),
  ),
  owners: new Map(entry.owners),
  commands: new Map(entry.commands),
  grants: new Map([...entry.grants].map(([hash, grant]) => [hash, { ...grant, session: to }])),
  log: [...entry.log],
})

/** A stored session with each document in one piece, as after compaction, so that it opens quickly. */
export const compactEntry = (entry: StoredEntry): StoredEntry => ({
  ...entry,
  documents: new Map(
    [...entry.documents].map(([name, { snapshot, updates, ...document }]) => [
      name,
      { ...document, snapshot: foldUpdates([...(snapshot ? [snapshot] : []), ...updates]), updates: [] },
    ]),
  ),
})

/** All rows of a table of the store, in order. */
type Rows = readonly unknown[]

const rowsOf = ({ documents, owners, grants, ...entry }: StoredEntry): Rows => [
  entry.json,
  entry.code,
  entry.expiresAt,
  ...[...documents].flatMap(([name, { seq, epoch, snapshot, updates, claims }]) => [
    name,
    seq,
    epoch,
    snapshot,
    ...updates,
    ...[...claims].flat(),
  ]),
  ...[...owners].flat(),
  ...[...grants].flat(),
]

const memoryOf = ({ version, touchedAt, commands, log }: StoredEntry): Rows => [
  version,
  touchedAt,
  ...[...commands].flat(),
  ...log,
]

/** Everything in a store, row by row: what it is about, and what only remembers that something was done. */
export interface Dump {
  readonly substance: Rows
  readonly memory: Rows
}

/** Rows are never changed in place, only put in the place of others, so that a dump need not copy them. */
export const dumpDisk = (disk: MemoryDisk): Dump => ({
  substance: [...disk].flatMap(([id, entry]) => [id, ...rowsOf(entry)]),
  memory: [...disk].flatMap(([id, entry]) => [id, ...memoryOf(entry)]),
})

const isSameRow = (one: unknown, other: unknown): boolean =>
  one === other || (one instanceof Uint8Array && other instanceof Uint8Array && Buffer.compare(one, other) === 0)

const isSame = (one: Rows, other: Rows): boolean =>
  one.length === other.length && one.every((row, index) => isSameRow(row, other[index]))

/** What became of a store: nothing at all, only that something was done is remembered, or it holds something else. */
export const compareDumps = (before: Dump, after: Dump): 'same' | 'remembered' | 'changed' => {
  if (!isSame(before.substance, after.substance)) return 'changed'
  return isSame(before.memory, after.memory) ? 'same' : 'remembered'
}
