import { ITEM_KINDS, ITEM_STATES, LINK_TYPES, RELATIONS } from '@roundel/shared/board'
import { LANGUAGES, ROLES, SIDES } from '@roundel/shared/session'
import * as v from 'valibot'

const id = v.string()
const moment = v.pipe(v.string(), v.isoTimestamp())
const optionalText = v.exactOptional(v.string())
const place = v.strictTuple([v.number(), v.number()])

const ChallengeExport = v.strictObject({
  text: v.string(),
  who: optionalText,
  what: optionalText,
  why: optionalText,
  translations: v.exactOptional(v.record(v.string(), v.string())),
})

/** A session as a file for people and programs. A field that is added keeps the number; one that changes raises it. */
export const SessionExport = v.strictObject({
  format: v.literal('roundel-session'),
  version: v.literal(1),
  exportedAt: moment,
  session: v.strictObject({
    id,
    title: v.string(),
    language: v.picklist(LANGUAGES),
    createdAt: moment,
    state: v.picklist(['lobby', 'live', 'ended']),
    challenge: ChallengeExport,
    challengeHistory: v.array(v.strictObject({ at: moment, challenge: ChallengeExport })),
    /** What the colours of notes meant. */
    colours: v.exactOptional(v.record(v.string(), v.string())),
  }),
  agenda: v.array(
    v.strictObject({
      id,
      kind: v.string(),
      title: optionalText,
      question: optionalText,
      names: v.picklist(['hidden', 'shown']),
      /** How long its phases are planned for; `planned` where that was longer before. */
      minutes: v.number(),
      planned: v.exactOptional(v.number()),
      state: v.picklist(['planned', 'live', 'done', 'skipped']),
      /** When it first began, and how long it has been live, minutes. */
      begunAt: v.exactOptional(moment),
      spent: v.exactOptional(v.number()),
      /** What those who lead set up for its method. In their files alone. */
      settings: v.exactOptional(v.record(v.string(), v.unknown())),
    }),
  ),
  people: v.array(
    v.strictObject({
      id,
      name: v.string(),
      role: v.picklist(ROLES),
      side: v.picklist(SIDES),
      department: optionalText,
      place: optionalText,
    }),
  ),
  clusters: v.array(
    v.strictObject({
      id,
      step: id,
      title: v.string(),
      colour: optionalText,
      icon: optionalText,
      at: v.exactOptional(place),
    }),
  ),
  items: v.array(
    v.strictObject({
      id,
      kind: v.picklist(ITEM_KINDS),
      /** Where it says how things would become worse, so that nothing takes it for a proposal. */
      polarity: v.exactOptional(v.literal('negative')),
      step: id,
      text: v.string(),
      lang: v.string(),
      /** What it says in another language. */
      second: v.exactOptional(v.strictObject({ lang: v.string(), text: v.string() })),
      state: v.picklist(ITEM_STATES),
      cluster: v.exactOptional(id),
      colour: optionalText,
      /** Where it stands on the wall, in no group. */
      at: v.exactOptional(place),
      late: v.exactOptional(v.literal(true)),
      /** Whose it is, only where names were shown. */
      author: v.exactOptional(id),
      table: v.exactOptional(id),
      round: v.exactOptional(v.number()),
    }),
  ),
  links: v.array(
    v.strictObject({
      id,
      type: v.picklist(LINK_TYPES),
      from: id,
      to: id,
      text: optionalText,
      relation: v.exactOptional(v.picklist(RELATIONS)),
    }),
  ),
  /** Cafés: their tables, who sat where, and what hosts handed on, where the reader may see that. */
  cafes: v.exactOptional(
    v.array(
      v.strictObject({
        step: id,
        tables: v.array(
          v.strictObject({
            id,
            name: v.string(),
            host: v.exactOptional(id),
            question: optionalText,
            place: optionalText,
          }),
        ),
        rounds: v.array(v.array(v.strictObject({ table: id, host: v.exactOptional(id), travellers: v.array(id) }))),
        handover: v.array(v.strictObject({ table: id, round: v.number(), lines: v.array(v.string()) })),
        /** What the rounds came to, in numbers. */
        figures: v.exactOptional(v.record(v.string(), v.unknown())),
      }),
    ),
  ),
  /** What methods keep of their steps besides items, by step, as everybody sees it. */
  work: v.exactOptional(v.record(id, v.unknown())),
})
export type SessionExport = v.InferOutput<typeof SessionExport>
