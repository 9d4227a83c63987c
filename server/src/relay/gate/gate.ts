import type { DocumentAddress } from '@roundel/shared/board'
import type { SeatId } from '@roundel/shared/kernel'
import type * as Y from 'yjs'
import type { ClientClaim, OwnerClaim } from '../../storage/store.ts'
import type { Authority } from '../authority.ts'

/** What the gate found out about an update, before anything was applied. */
export type Verdict =
  /** Everything in it is known already: acknowledge, store nothing. */
  | { readonly type: 'nothing-new' }
  /** It may be applied: `bytes` holds only what is new. */
  | {
      readonly type: 'admit'
      readonly bytes: Uint8Array
      readonly claims: readonly ClientClaim[]
      readonly owners: readonly OwnerClaim[]
    }
  /** It builds on something the server does not have. Nothing was wrong, but it cannot be applied. */
  | { readonly type: 'gap' }
  /** One touch was refused, hence the whole update. `code` closes the socket; `reason` is for the log. */
  | { readonly type: 'refuse'; readonly code: 4400 | 4403 | 4409 | 4413 | 4423; readonly reason: string }

/** What the gate needs to know around the bytes. `doc` is never changed by judging. */
export interface Case {
  readonly doc: Y.Doc
  readonly document: DocumentAddress
  readonly seat: SeatId
  readonly kind: 'step2' | 'update'
  /** Who writes with a client id; undefined when nobody has yet. */
  readonly clientOwner: (client: number) => SeatId | 'server' | undefined
  readonly authority: Authority
}

/** Judges one update. Pure: reads `doc`, changes nothing. The caller applies in the same synchronous stretch. */
export type Judge = (bytes: Uint8Array, around: Case) => Verdict
