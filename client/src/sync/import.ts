import type { ItemKind } from '@roundel/shared/board'
import type { SessionId } from '@roundel/shared/kernel'
import * as v from 'valibot'
import { call } from './api.ts'
import type { Reply } from './problem.ts'

const report = {
  taken: v.number(),
  refused: v.object({ count: v.number(), rows: v.array(v.object({ row: v.number(), reason: v.string() })) }),
}

const Mapping = v.object({
  header: v.boolean(),
  text: v.number(),
  group: v.optional(v.number()),
  kind: v.optional(v.number()),
  lang: v.optional(v.number()),
})
/** Which column of a table is what, from 0, and whether its first row says so. */
export type Mapping = v.InferOutput<typeof Mapping>

const Table = v.object({
  rows: v.number(),
  columns: v.number(),
  headings: v.optional(v.array(v.string())),
  mapping: Mapping,
  first: v.array(v.array(v.string())),
  ...report,
})
/** A table as it would be taken. */
export type Table = v.InferOutput<typeof Table>

const Imported = v.object({ items: v.number(), ...report })
export type Imported = v.InferOutput<typeof Imported>

const pathOf = (session: SessionId, what: 'preview' | 'import', as: ItemKind, mapping?: Mapping): string => {
  const query = new URLSearchParams({ do: what, as })
  if (mapping) {
    query.set('header', mapping.header ? 'yes' : 'no')
    for (const role of ['text', 'group', 'kind', 'lang'] as const) {
      const column = mapping[role]
      if (column !== undefined) query.set(role, String(column))
    }
  }
  return `/sessions/${session}/import?${query.toString()}`
}

/** Looks at a table without changing anything; the columns are guessed where none are given. */
export const previewTable = (session: SessionId, file: Blob, as: ItemKind, mapping?: Mapping): Promise<Reply<Table>> =>
  call(pathOf(session, 'preview', as, mapping), { method: 'POST', bytes: file, schema: Table })

/** Brings a table onto the board. */
export const importTable = (session: SessionId, file: Blob, as: ItemKind, mapping: Mapping): Promise<Reply<Imported>> =>
  call(pathOf(session, 'import', as, mapping), { method: 'POST', bytes: file, schema: Imported })
