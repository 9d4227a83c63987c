import { DAY_MS, anId } from '@roundel/shared/kernel'
import type { Workspace } from '@roundel/shared/workspace'
import * as v from 'valibot'
import type { StoredWorkspace } from '../storage/store.ts'

/** How workspaces are stored now. A field that may be missing keeps the number; a change that others cannot read raises it. */
const FORMAT = 1

/** What is stored is none of ours, or was written by a newer program. It is left as it is. */
export class UnreadableWorkspace extends Error {
  override readonly name = 'UnreadableWorkspace'
}

/** As with sessions: this tells a workspace from something else, and one of a newer program from one that can be read. */
const Stored = v.looseObject({
  format: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(FORMAT)),
  id: anId<'workspace'>(),
  title: v.string(),
  language: v.string(),
  retentionDays: v.number(),
  contacts: v.array(v.looseObject({ id: v.string(), at: v.number(), lines: v.array(v.string()) })),
  agendas: v.array(v.looseObject({ id: v.string(), title: v.string(), agenda: v.array(v.unknown()) })),
})

/** A workspace as it is stored, under the version that it gets. */
export const writeWorkspace = (
  workspace: Workspace,
  { version, keyHash, at }: Pick<StoredWorkspace, 'version' | 'keyHash' | 'at'>,
): StoredWorkspace => ({
  id: workspace.id,
  version,
  json: JSON.stringify({ format: FORMAT, ...workspace }),
  keyHash,
  retentionMs: workspace.retentionDays * DAY_MS,
  at,
})

/** A stored workspace. Throws `UnreadableWorkspace`. */
export const readWorkspace = ({ json }: Pick<StoredWorkspace, 'json'>): Workspace => {
  const parsed = v.safeParse(Stored, JSON.parse(json))
  if (!parsed.success) throw new UnreadableWorkspace('the stored workspace is of a newer program, or none at all')
  const { format: _, ...workspace } = parsed.output
  return workspace as unknown as Workspace
}
