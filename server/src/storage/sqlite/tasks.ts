import type { SessionId, WorkspaceId } from '@roundel/shared/kernel'
import type { StoredWorkspace, Write } from '../store.ts'

/** Rows of a document that one of its snapshots holds, so that they can go. */
export interface HeldRows {
  readonly document: number
  /** The document must still be the one that was folded: not begun anew meanwhile. */
  readonly begunAnew: number
  /** Sequence of the last update in the older of the two snapshots; 0 for none. */
  readonly base: number
}

/** A snapshot that was made from a sound one at `base`, read back and compared, ready to be stored. */
export interface FoldedDocument extends HeldRows {
  /** Sequence of the last update in `bytes`. */
  readonly upto: number
  readonly bytes: Uint8Array
}

/** One thing to be done inside a transaction. It is done whole or not at all, whatever becomes of its neighbours. */
export type Task =
  | { readonly type: 'create' | 'commit'; readonly write: Write }
  | { readonly type: 'remove'; readonly session: SessionId }
  | { readonly type: 'create-workspace' | 'put-workspace'; readonly workspace: StoredWorkspace }
  /** Removes a workspace and every session of it. */
  | { readonly type: 'remove-workspace'; readonly workspace: WorkspaceId }
  /** Removes workspaces that are past their time at `now` and have no session. */
  | { readonly type: 'retire-workspaces'; readonly now: number }
  /** Removes a session that nothing has touched since `before`, or as long as its workspace says, or that has expired at `now`. */
  | { readonly type: 'retire'; readonly session: SessionId; readonly before: number; readonly now: number }
  /** Forgets commands and grants that are past their time. */
  | { readonly type: 'prune'; readonly now: number }
  | { readonly type: 'snapshot'; readonly folded: FoldedDocument }
  | { readonly type: 'trim'; readonly held: HeldRows }

/** What became of a task. `answer` says whether a session or a workspace went, or whether more rows can go. */
export type Outcome =
  | { readonly type: 'stored'; readonly answer: boolean }
  | { readonly type: 'conflict'; readonly message: string }
  | { readonly type: 'fault'; readonly message: string }

/** Bytes that a task brings along: what bounds a transaction. */
export const weighTask = (task: Task): number => {
  switch (task.type) {
    case 'create':
    case 'commit':
      return (task.write.appends ?? []).reduce(
        (sum, append) => sum + append.bytes.byteLength,
        task.write.value?.json.length ?? 0,
      )
    case 'snapshot':
      return task.folded.bytes.byteLength
    case 'create-workspace':
    case 'put-workspace':
      return task.workspace.json.length
    case 'remove':
    case 'remove-workspace':
    case 'retire-workspaces':
    case 'retire':
    case 'prune':
    case 'trim':
      return 0
  }
}
