import * as v from 'valibot'
import { LIMITS, anId } from '../kernel/index.ts'
import {
  Colour,
  DRAFT_STATES,
  ITEM_STATES,
  ItemKind,
  LINK_TYPES,
  Lang,
  Place,
  RELATIONS,
  Rank,
  SecondLine,
} from './vocabulary.ts'

const ideaText = v.pipe(v.string(), v.maxLength(LIMITS.ideaCharacters))

/**
 * One field of a record, as the document holds it.
 *
 * - `value`: a plain JSON value; `text`: a `Y.Text`, plain characters only.
 * - `required`: the record is absent without it, so it can be written but never cleared.
 * - `fixed`: written with the record and never again.
 */
export interface Field {
  readonly type: 'value' | 'text'
  readonly schema: v.GenericSchema<unknown, unknown>
  readonly required?: true
  readonly fixed?: true
  /** For texts: the limit in UTF-16 units, which the schema checks too. */
  readonly most?: number
}

export type RecordShape = Readonly<Record<string, Field>>

const value = (schema: Field['schema'], rule: Pick<Field, 'required' | 'fixed'> = {}): Field => ({
  type: 'value',
  schema,
  ...rule,
})
const text = (maxCharacters: number): Field => ({
  type: 'text',
  schema: v.pipe(v.string(), v.maxLength(maxCharacters)),
  required: true,
  most: maxCharacters,
})

const round = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99))

const handoverLine = v.pipe(v.string(), v.maxLength(LIMITS.handoverLineCharacters))

const always = { required: true, fixed: true } as const
const once = { fixed: true } as const

const items = {
  kind: value(ItemKind, always),
  step: value(anId<'step'>(), always),
  text: text(LIMITS.ideaCharacters),
  lang: value(Lang),
  second: value(SecondLine),
  cluster: value(anId<'cluster'>()),
  rank: value(Rank),
  at: value(Place),
  colour: value(Colour),
  state: value(v.picklist(ITEM_STATES)),
  late: value(v.literal(true), once),
  author: value(anId<'seat'>(), once),
  table: value(anId<'table'>(), once),
  round: value(round, once),
} satisfies RecordShape

/**
 * The whole shape of every document: collections (top-level maps) by kind of document, fields by collection.
 *
 * The gate judges by it, the accessors read by it; nothing else may stand in a document.
 */
export const DOCUMENT_SHAPES = {
  board: {
    items,
    clusters: {
      step: value(anId<'step'>(), always),
      title: text(LIMITS.titleCharacters),
      colour: value(Colour),
      icon: value(v.pipe(v.string(), v.regex(/^[a-z-]{1,30}$/))),
      at: value(Place),
    },
    links: {
      type: value(v.picklist(LINK_TYPES), always),
      from: value(anId<'item'>(), always),
      to: value(anId<'item'>(), always),
      text: value(ideaText),
      relation: value(v.picklist(RELATIONS)),
    },
    meta: {},
  },
  draft: {
    items: {
      kind: value(ItemKind, always),
      step: value(anId<'step'>(), always),
      text: text(LIMITS.ideaCharacters),
      lang: value(Lang),
      second: value(SecondLine),
      colour: value(Colour),
      inspiredBy: value(v.pipe(v.array(anId<'item'>()), v.maxLength(LIMITS.inspirations), v.readonly())),
      state: value(v.picklist(DRAFT_STATES)),
      boardItem: value(anId<'item'>()),
      table: value(anId<'table'>(), once),
      round: value(round, once),
    },
  },
  table: {
    items,
    /** What a host tells those who come next, by round: one writer at a time, so plain values. */
    handover: {
      round: value(round, always),
      one: value(handoverLine),
      two: value(handoverLine),
      three: value(handoverLine),
    },
  },
  presence: {},
} as const satisfies Record<string, Readonly<Record<string, RecordShape>>>
