import type { ItemKind } from '../board/index.ts'

/** Who may do a thing in a phase: everyone who takes part, each with their own items, facilitators and those named, nobody. */
export type Policy = 'all' | 'own' | 'some' | 'none'

/** The rights of one phase. Facilitators have the right of `some` wherever it is not `none`. */
export interface Policies {
  /** Where a new item goes: `private` into one's own draft until a reveal, `open` onto the board, `none` nowhere. */
  readonly add: 'private' | 'open' | 'none'
  /** The kinds of item that may be added now. */
  readonly kinds: readonly ItemKind[]
  /**
   * What a new item must turn round at least one of, and is linked to from the start. So it comes by a command alone, also
   * where names are shown.
   */
  readonly inverts?: ItemKind
  /** Whose published text may be corrected. */
  readonly edit: Policy
  /** The kinds whose text may be corrected, or which may be withdrawn; every kind when absent. */
  readonly edits?: readonly ItemKind[]
  /** Whose items may be moved: place, order, membership of a cluster. */
  readonly place: Policy
  /** Who may make, name, colour and move clusters. */
  readonly group: Policy
}

/**
 * What entering a phase releases to everyone, or with `freeze` takes out of their hands. Such a press is armed first, and
 * cannot be undone.
 */
export const RELEASES = ['reveal', 'results', 'harvest', 'freeze'] as const
export type Release = (typeof RELEASES)[number]

/**
 * What is different in a phase for a large room: above so many participants these rights take the place of the phase's
 * own, and so many people are named, who count as `some`.
 */
export interface Crowd {
  readonly above: number
  readonly named: number
  readonly policies: Partial<Pick<Policies, 'edit' | 'place' | 'group'>>
}

/** A part of a step with rights and a clock. A phase of 0 minutes is skipped. */
export interface Phase {
  readonly key: string
  readonly minutes: number
  readonly policies: Policies
  readonly begins?: Release
  /** Entering it cannot be undone, although it releases nothing: something ends for good. */
  readonly final?: true
  /** What everyone gets only a share of where there is too much for one person. */
  readonly deals?: 'reading'
  /** Everyone speaks once, one after the other, in an order that is drawn as the phase is entered. */
  readonly speaks?: 'in-turn'
  readonly crowd?: Crowd
}
