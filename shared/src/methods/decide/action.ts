import * as v from 'valibot'
import {
  type Id,
  type ItemId,
  LIMITS,
  type SeatId,
  type SessionId,
  aLine,
  aLineOrNone,
  anId,
} from '../../kernel/index.ts'
import { Day } from '../day.ts'

export type ActionId = Id<'action'>

/** What came of an action, as those say who tried it. */
export const OUTCOMES = ['better', 'same', 'worse', 'not-tried'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** `carried`: it goes on as an action of a later session. */
export const ACTION_STATES = ['open', 'done', 'carried', 'dropped'] as const
export type ActionState = (typeof ACTION_STATES)[number]

/** Who sees to it that an action happens: somebody in the room, or somebody outside by name. */
export type Owner = { readonly seat: SeatId } | { readonly outside: string }

/** Which cause of which session. */
export interface CausePlace {
  readonly session: SessionId
  readonly item: ItemId
}

/** Whether two places are of the same cause. */
export const isSameCause = (one: CausePlace, other: CausePlace): boolean =>
  one.session === other.session && one.item === other.item

/** A cause of an earlier session that an action was to remove, in its words of when it was handed on. */
export interface ActionCause extends CausePlace {
  readonly text: string
}

/** How an action went. */
export interface Review {
  readonly outcome: Outcome
  /** A line about it, or nothing. */
  readonly what: string
  /** Server time, milliseconds. */
  readonly at: number
  /** The causes of which it showed that they were none: what was done about them did not help, the cause was something else. */
  readonly refutes?: readonly CausePlace[]
}

/** Which action of which session. */
export interface ActionPlace {
  readonly session: SessionId
  readonly action: ActionId
}

/** Something that somebody will do because of a decision. */
export interface Action {
  readonly id: ActionId
  readonly text: string
  readonly owner: Owner
  /** A day of the calendar, `2026-11-22`; absent where no date was agreed. */
  readonly due?: string
  /** If this is done, then that happens, for these. */
  readonly hypothesis?: string
  /** What is looked at to see whether it helped, and how that stands before. */
  readonly metric?: string
  readonly baseline?: string
  /** The ideas, or groups of ideas, that it comes of. */
  readonly items: readonly ItemId[]
  /** The action of an earlier session that it carries on. */
  readonly from?: ActionPlace
  readonly reviewed?: Review
  readonly state: ActionState
  /** When its words were last put right after the end, server time. */
  readonly corrected?: number
}

/**
 * An action of an earlier session that was open as this step came to it, or that its owner had spoken of since, and what
 * became of it here.
 */
export interface EarlierAction extends ActionPlace {
  /** Of that session. */
  readonly title: string
  readonly text: string
  /** What its owner is called, or was there; empty where nobody knows any more. */
  readonly owner: string
  readonly due?: string
  readonly hypothesis?: string
  readonly metric?: string
  readonly baseline?: string
  readonly state: ActionState
  readonly reviewed?: Review
  /** The action of this step that carries it on. */
  readonly carriedAs?: ActionId
  /** The causes that it goes back to, where there are any. */
  readonly causes?: readonly ActionCause[]
  /** The insight that stands on the board because of how it went. */
  readonly insight?: ItemId
}

/**
 * What a step that decides is handed of earlier sessions: an action that is open at their end, or one whose owner has said
 * since how it went, with that.
 */
export type OpenAction = Omit<EarlierAction, 'state' | 'reviewed' | 'carriedAs' | 'insight'> &
  Partial<Pick<EarlierAction, 'state' | 'reviewed'>>

export const OwnerField = v.union([
  v.strictObject({ seat: anId<'seat'>() }),
  v.strictObject({ outside: aLine(LIMITS.nameCharacters) }),
])

/** What an action is made from. Without `due` it is due in a month; with `null` no date is agreed. */
export const ActionFields = {
  text: aLine(LIMITS.actionCharacters),
  owner: OwnerField,
  due: v.optional(v.nullable(Day)),
  hypothesis: v.optional(aLineOrNone(LIMITS.actionCharacters)),
  metric: v.optional(aLineOrNone(LIMITS.actionCharacters)),
  baseline: v.optional(aLineOrNone(LIMITS.actionCharacters)),
  items: v.optional(v.pipe(v.array(anId<'item'>()), v.maxLength(LIMITS.chosenIdeas), v.readonly())),
}

/** What is changed of an action: what is not given stays; an empty line takes away what stood there. */
export const ActionChange = {
  ...ActionFields,
  text: v.optional(ActionFields.text),
  owner: v.optional(ActionFields.owner),
}
export type ActionChange = v.InferOutput<v.StrictObjectSchema<typeof ActionChange, undefined>>

/** What a result says of causes: that these were not what the problem came of. */
export const RefutedField = v.pipe(
  v.array(v.strictObject({ session: anId<'session'>(), item: anId<'item'>() })),
  v.maxLength(LIMITS.causesOfAction),
  v.readonly(),
)

/** What is said of an action when it is looked at again. */
export const ReviewFields = {
  outcome: v.picklist(OUTCOMES),
  what: v.optional(aLineOrNone(LIMITS.actionCharacters), ''),
}
