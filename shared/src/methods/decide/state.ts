import type { Id, ItemId, SeatId } from '../../kernel/index.ts'
import type { Scored } from '../scored.ts'
import type { Action, ActionId, EarlierAction } from './action.ts'

export type ConcernId = Id<'concern'>

/** How somebody stands to a decision: all for it, for it, not sure, against it. */
export const FEELINGS = ['strong-yes', 'yes', 'unsure', 'no'] as const
export type Feeling = (typeof FEELINGS)[number]

/** What a decision says. */
export interface DecisionRecord {
  readonly text: string
  /** Ideas, or groups where groups were voted on, in the order in which they were chosen. */
  readonly chosen: readonly ItemId[]
  readonly why: string
  /** Grows with every change, so that nobody writes over what they have not seen. */
  readonly revision: number
  /** Once it is decided; anything that is changed afterwards opens it again. */
  readonly decided?: { readonly at: number; readonly by: SeatId }
}

/** What somebody fears about the decision. Whose it is stands only where names are shown. */
export interface Concern {
  readonly id: ConcernId
  readonly text: string
  readonly by?: SeatId
}

/** How the room stands to the decision. Whose answer is whose is kept while people answer, and then destroyed. */
export type Temperature =
  | { readonly state: 'open'; readonly round: number; readonly answers: Readonly<Record<SeatId, Feeling>> }
  | { readonly state: 'shown'; readonly round: number; readonly counts: Readonly<Record<Feeling, number>> }

/** What opens the page of one action for its owner. Only the hash of the secret is kept. */
export interface ActionLink {
  readonly hash: string
  readonly madeAt: number
}

/** What a step that decides keeps: a plain, immutable value. */
export interface DecideWork {
  readonly scored?: Scored
  readonly decision: DecisionRecord
  readonly concerns: readonly Concern[]
  readonly temperature?: Temperature
  readonly actions: readonly Action[]
  readonly earlier: readonly EarlierAction[]
  readonly links: Readonly<Record<ActionId, ActionLink>>
}

/** A step in which nothing has been decided yet. */
export const NOTHING_DECIDED: DecideWork = {
  decision: { text: '', chosen: [], why: '', revision: 0 },
  concerns: [],
  actions: [],
  earlier: [],
  links: {},
}
