import * as v from 'valibot'
import { LIMITS } from '../kernel/index.ts'

/** The eight colours of notes. Each also has a mark and a name; colour alone never means anything. */
export const COLOURS = ['lemon', 'apricot', 'rose', 'orchid', 'sky', 'iris', 'mint', 'stone'] as const
export type Colour = (typeof COLOURS)[number]
export const Colour = v.picklist(COLOURS)

export const ITEM_KINDS = [
  'idea',
  'negative-idea',
  'cause',
  'association',
  'stimulus',
  'note',
  'insight',
  'question',
  'action',
] as const
export type ItemKind = (typeof ITEM_KINDS)[number]
export const ItemKind = v.picklist(ITEM_KINDS)

export const ITEM_STATES = ['published', 'merged', 'withdrawn', 'hidden', 'parked'] as const
export type ItemState = (typeof ITEM_STATES)[number]

export const DRAFT_STATES = ['composing', 'ready', 'published'] as const
export type DraftState = (typeof DRAFT_STATES)[number]

export const LINK_TYPES = [
  'builds-on',
  'inverts',
  'caused-by',
  'same-cause-as',
  'evidence-for',
  'evidence-against',
  'inspired-by',
  'associates',
  'addresses',
  'answers',
  'derived-from',
  'duplicate-of',
  'merged-into',
  'becomes',
] as const
export type LinkType = (typeof LINK_TYPES)[number]

/** How two things belong together that somebody connected: what an `associates` link says besides its text. */
export const RELATIONS = ['similarity', 'contrast', 'association', 'other'] as const
export type Relation = (typeof RELATIONS)[number]

/** A language tag of BCP 47, such as `en`, `ru`, `fa`. */
export const Lang = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), v.maxLength(20))

/** What an item says in another language. One value: whoever writes it writes all of it. */
export const SecondLine = v.strictObject({
  lang: Lang,
  // A half of a surrogate pair that somebody typed reads as U+FFFD, as it does in texts.
  text: v.pipe(
    v.string(),
    v.maxLength(LIMITS.ideaCharacters),
    v.transform((text) => text.toWellFormed()),
  ),
})
export type SecondLine = Readonly<v.InferOutput<typeof SecondLine>>

/** A place on the wall, in its own units: 0 to 3200 by 0 to 2000, whole numbers. One value, so that a move is one write. */
export const Place = v.strictTuple([
  v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.cells.width)),
  v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.cells.height)),
])
export type Place = readonly [x: number, y: number]

/** A fractional index: items sort by it, ties by id. The empty text sorts first and is the default. */
export const Rank = v.pipe(v.string(), v.regex(/^[0-9A-Za-z]*$/), v.maxLength(200))
