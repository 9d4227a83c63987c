import * as v from 'valibot'
import { minutes } from '../minutes.ts'
import { selection } from '../selection.ts'
import { DECK_IDS } from './decks/deck-ids.ts'
import { OwnDeck } from './decks/own-deck.ts'

/** Who works with the same cards: all, those at one table, or each person alone. */
export const DRAW_SCOPES = ['shared', 'table', 'person'] as const
export type DrawScope = (typeof DRAW_SCOPES)[number]

/** The most cards that are drawn at once. */
const COUNT_MOST = 6

export const RandomSettings = v.strictObject({
  scope: v.optional(v.picklist(DRAW_SCOPES), 'shared'),
  /** How many cards are drawn for a scope. Several, as a rule: one can be connected only with what it brings to mind. */
  count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(COUNT_MOST)), 3),
  deck: v.optional(v.union([v.picklist(DECK_IDS), OwnDeck]), 'words'),
  /** What is drawn follows from it. Where none is given the id of the step is the seed. */
  seed: v.optional(v.pipe(v.string(), v.regex(/^[\w.:-]{1,64}$/))),
  /** The group's goal: associations per person. Shown for the group, never per person. */
  goalPerPerson: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)), 10),
  /** Whether people who evaluate the ideas later see what led to them. */
  provenance: v.optional(v.picklist(['shown', 'hidden']), 'shown'),
  /** The steps whose ideas are shown beside the new ones, once associations have been written. */
  earlier: v.optional(selection(), []),
  frame: minutes(0),
  associate: minutes(3),
  connect: minutes(3),
  bridge: minutes(6),
  share: minutes(3),
  group: minutes(0),
})
export type RandomSettings = v.InferOutput<typeof RandomSettings>
