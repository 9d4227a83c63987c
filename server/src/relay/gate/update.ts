/** The name of one unit of content: who made it, and the how-manieth it was. */
export interface Id {
  readonly client: number
  readonly clock: number
}

/** What a struct holds. Whatever else Yjs knows (formats, embeds, binaries, other types) is refused while reading. */
export type Content =
  /** A struct whose surroundings were removed: only its length is left. */
  | { readonly type: 'collected' }
  /** A gap that a merge of updates left open. */
  | { readonly type: 'skipped' }
  /** Content that was deleted: only its length is left, and its place is still known. */
  | { readonly type: 'deleted' }
  | { readonly type: 'characters'; readonly text: string }
  /** Plain values written to one key one after the other. */
  | { readonly type: 'values'; readonly values: readonly unknown[] }
  /** A map, which stands for a record. */
  | { readonly type: 'record' }
  /** A text, which stands for a field with characters. */
  | { readonly type: 'text' }

/** One struct of an update, as it was sent. Takes up the clocks from `clock` to `clock + length`. */
export interface Struct {
  readonly client: number
  readonly clock: number
  readonly length: number
  readonly content: Content
  /** What stood to its left, and to its right, when it was made. */
  readonly origin: Id | null
  readonly rightOrigin: Id | null
  /** The name of a collection or the id of what holds it. Present only where there is neither origin. */
  readonly parent: string | Id | null
  /** The key it is written to, where `parent` is present; otherwise it has that of its origins. */
  readonly key: string | null
  /** Whether it says that it has a key, even where it does not say which. */
  readonly keyed: boolean
  /** Its bytes in the update. */
  readonly from: number
  readonly to: number
}

/** What one client id made, in the order of its clocks. */
export interface Section {
  readonly client: number
  readonly structs: readonly Struct[]
}

/** What was deleted of one client id's making: clock and length of each range in turn, ascending, never touching. */
export interface Deletions {
  readonly client: number
  readonly ranges: readonly number[]
  /** The bytes of its ranges in the update, their count included. */
  readonly from: number
  readonly to: number
}

/** An update as read: well-formed and within the limits, but not yet compared with the document. */
export interface Update {
  /** Only sections with something that the server does not have, and of those only what it does not have. */
  readonly sections: readonly Section[]
  readonly deletions: readonly Deletions[]
  /** Whether anything that the server has already was left out. */
  readonly abridged: boolean
}
