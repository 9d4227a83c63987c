import type { ItemId, SessionId } from '../kernel/index.ts'
import type { Fate, MethodId, Review } from '../methods/index.ts'
import type { Milestone } from '../session/index.ts'
import type { ContactKind, Quarter } from '../workspace/index.ts'

/** One place on the way of an idea outside the session that is told of. Names of people stand in none. */
export type TrailPlace =
  | {
      readonly type: 'session'
      readonly title: string
      /** When it took place, milliseconds since 1970. */
      readonly at: number
      readonly method?: MethodId
      /** What it says there, where that is not what it says here, and for whom that lies open. */
      readonly text?: string
      /** What became of it there; nothing for whom that does not lie open. */
      readonly passage: readonly Milestone[]
    }
  /** A talk with a client, or a question that people were asked. */
  | { readonly type: 'contact'; readonly kind: ContactKind; readonly at: number; readonly text?: string }
  /** What stood there is not there any more, or does not lie open. */
  | { readonly type: 'gone' }

/** What another session said of an action. */
export interface TrailFate extends Pick<Fate, 'state'> {
  readonly reviewed?: Pick<Review, 'outcome' | 'what'>
  /** The title of that session, for whom it lies open. */
  readonly in?: string
}

/** Which later session said of a cause that it was none. Nothing of it for whom that session does not lie open. */
export interface TrailRefuted {
  readonly title?: string
  readonly quarter?: Quarter
}

/**
 * What the other sessions of a workspace know of one of them, as far as its reader may know it. Only what has such a way
 * stands in it.
 */
export interface Trails {
  /** The places before an item came here, the earliest first. */
  readonly origins: ReadonlyMap<ItemId, readonly TrailPlace[]>
  /** The sessions to which it was brought, in the order in which they took place. */
  readonly later: ReadonlyMap<ItemId, readonly TrailPlace[]>
  /** What others said of the actions that this session agreed or looked at, by `fateKey`. */
  readonly fates: ReadonlyMap<string, TrailFate>
  /** The causes of this session of which a later result said that they were none. */
  readonly refuted: ReadonlyMap<ItemId, TrailRefuted>
}

/** Under which key `fates` has an action. */
export const fateKey = ({ session, action }: { readonly session: SessionId; readonly action: string }): string =>
  `${session} ${action}`
