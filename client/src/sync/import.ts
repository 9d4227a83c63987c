import type { ItemKind } from '@roundel/shared/board'
import { type CommandId, type SessionId, type StepId, asId } from '@roundel/shared/kernel'
import { nanoid } from 'nanoid'
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

/** What rows are that do not say so, and the step that takes them; without it the server chooses. */
export interface Destination {
  readonly as: ItemKind
  readonly into?: StepId | undefined
}

/** For one wish to bring something in: however often it is sent under it, it comes in once. */
export const newImportId = (): CommandId => asId(nanoid(16))

const pathOf = (
  session: SessionId,
  what: { readonly do: 'preview' } | { readonly do: 'import'; readonly commandId: CommandId },
  { as, into }: Destination,
  mapping?: Mapping,
): string => {
  const query = new URLSearchParams({ ...what, as, ...(into && { into }) })
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
  call(pathOf(session, { do: 'preview' }, { as }, mapping), { method: 'POST', bytes: file, schema: Table })

/** Brings a table onto the board. */
export const importTable = (
  session: SessionId,
  file: Blob,
  commandId: CommandId,
  destination: Destination,
  mapping: Mapping,
): Promise<Reply<Imported>> =>
  call(pathOf(session, { do: 'import', commandId }, destination, mapping), {
    method: 'POST',
    bytes: file,
    schema: Imported,
  })

const Restored = v.object({
  taken: v.object({ steps: v.number(), items: v.number(), clusters: v.number(), links: v.number() }),
  refused: v.object({ count: v.number() }),
})
/** What of a session's file stands in another session now, and how much was left out. */
export type Restored = v.InferOutput<typeof Restored>

/** Reads what another session wrote into this one, from its own file. */
export const importSession = (session: SessionId, file: Blob, commandId: CommandId): Promise<Reply<Restored>> =>
  call(`/sessions/${session}/import/session?commandId=${commandId}`, {
    method: 'POST',
    bytes: file,
    type: 'application/json',
    schema: Restored,
  })
