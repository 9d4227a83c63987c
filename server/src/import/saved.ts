import type { SessionExport } from '../export/session-file.ts'

/** What of a session's own file is read in: its steps, groups, items and links. */
export type SavedContent = Pick<SessionExport, 'agenda' | 'clusters' | 'items' | 'links'>

/**
 * What reading a session's own file came to. `json`: it is no JSON; `format`: it is none of ours, or does not fit the schema
 * at `path`; `version`: a newer program wrote it; `many`: it holds more than `most` of what stands at `path`; `slow`: it took
 * too long or too much memory.
 */
export type ReadSaved =
  | { readonly ok: true; readonly file: SavedContent }
  | { readonly ok: false; readonly reason: 'json' | 'slow' }
  | { readonly ok: false; readonly reason: 'format'; readonly path: string; readonly problem: string }
  | { readonly ok: false; readonly reason: 'version'; readonly knows: number }
  | { readonly ok: false; readonly reason: 'many'; readonly path: keyof SavedContent; readonly most: number }
