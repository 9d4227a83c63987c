import * as v from 'valibot'
import { Lang } from '../../board/index.ts'
import { LIMITS, fail, refusal } from '../../kernel/index.ts'
import { defineWork } from '../workings.ts'
import { MixBy, Questions, TABLE_FIELDS, Text, Wishes, anId, line, lineOrNone } from './fields.ts'
import { EARLY_PHASES, MOVE_PHASES, ROUND_PHASES, TABLE_PHASES } from './phases.ts'
import { CAFE_MODES, type CafeSettings, HOST_POLICIES } from './settings.ts'
import type { CafeState } from './state.ts'

const define = defineWork<CafeState, CafeSettings>()

const leads = (person: { readonly leads: boolean }): boolean => person.leads
const travels = (person: { readonly leads: boolean }): boolean => !person.leads

const SEATED_PHASES = ['welcome', ...ROUND_PHASES, ...MOVE_PHASES]

/** What can be written on a cloth. */
export const CLOTH_KINDS = ['idea', 'note', 'question'] as const

const notYet = () => fail(refusal('wrong-phase'))

/**
 * Sets the whole café before it begins: as often as one likes, until the first round. Tables that are left out are gone.
 *
 * Refuses with `bad-input` (`tables` twice, `host` of two tables or of nobody there, `sources` not on the board).
 */
const setUpCafe = define({
  type: 'set-up-cafe',
  fields: {
    mode: v.picklist(CAFE_MODES),
    hosts: v.picklist(HOST_POLICIES),
    halfStay: v.boolean(),
    questions: Questions,
    mixBy: MixBy,
    wishes: Wishes,
    tables: v.pipe(
      v.array(
        v.strictObject({
          /** Of a table that there is; a new one gets its id. */
          id: v.optional(anId<'table'>()),
          ...TABLE_FIELDS,
          host: v.optional(anId<'seat'>()),
          sources: v.optional(v.pipe(v.array(anId<'item'>()), v.maxLength(LIMITS.cafeSourcesPerTable), v.readonly())),
          cluster: v.optional(anId<'cluster'>()),
        }),
      ),
      v.minLength(1),
      v.maxLength(LIMITS.cafeTables),
    ),
  },
  phases: EARLY_PHASES,
  may: leads,
  decide: notYet,
})

/** Changes how a table is described, at any time: what is not named stays, an empty text takes away. */
const editTable = define({
  type: 'edit-table',
  fields: {
    table: anId<'table'>(),
    name: v.optional(line(LIMITS.labelCharacters)),
    icon: v.optional(v.union([v.literal(''), TABLE_FIELDS.icon.wrapped])),
    place: v.optional(lineOrNone(LIMITS.labelCharacters)),
    /** 0 for no limit. */
    capacity: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.participantsAtMost))),
    call: v.optional(v.union([v.literal(''), TABLE_FIELDS.call.wrapped])),
    question: v.optional(lineOrNone(LIMITS.questionCharacters)),
    /** Nobody is seated there from the next round on. The last open table stays open. */
    closed: v.optional(v.boolean()),
  },
  phases: TABLE_PHASES,
  may: leads,
  decide: notYet,
})

/** Changes the questions of rounds, those who must or must not sit together, and what people are mixed by. */
const adjustCafe = define({
  type: 'adjust-cafe',
  fields: { questions: v.optional(Questions), wishes: v.optional(Wishes), mixBy: v.optional(MixBy) },
  phases: TABLE_PHASES,
  may: leads,
  decide: notYet,
})

/** Seats people anew in the rounds to come, by another draw. What was announced or moved by hand is dropped. */
const plan = define({
  type: 'plan',
  fields: {},
  phases: [...EARLY_PHASES, ...ROUND_PHASES],
  may: leads,
  decide: notYet,
})

/** Tells everybody in a round where they sit in the next one. The move does it by itself. */
const announce = define({ type: 'announce', fields: {}, phases: ROUND_PHASES, may: leads, decide: notYet })

/** Says that one is at one's table. */
const arrive = define({
  type: 'arrive',
  fields: {},
  phases: SEATED_PHASES,
  may: travels,
  unlogged: 'always',
  decide: notYet,
})

/** Stays for one more round where one sat; in a move one goes back there. */
const stay = define({
  type: 'stay',
  fields: { stays: v.boolean() },
  phases: [...ROUND_PHASES, ...MOVE_PHASES],
  may: travels,
  unlogged: 'always',
  decide: notYet,
})

/** Names who stays at a table, now and in the rounds to come. Whoever hosted it travels from the next round on. */
const setHost = define({
  type: 'set-host',
  fields: { table: anId<'table'>(), seat: anId<'seat'>() },
  phases: TABLE_PHASES,
  may: leads,
  decide: notYet,
})

/** Where hosts take turns: a host, or whoever leads, says who of the table stays after this round. */
const nameNextHost = define({
  type: 'name-next-host',
  fields: { table: anId<'table'>(), seat: anId<'seat'>() },
  phases: ROUND_PHASES,
  unlogged: 'always',
  decide: notYet,
})

/** Seats somebody by hand: `now` in the round in force, `next` in the one to come. Without a table `next` leaves it to the plan. */
const movePerson = define({
  type: 'move-person',
  fields: {
    seat: anId<'seat'>(),
    table: v.optional(anId<'table'>()),
    when: v.optional(v.picklist(['now', 'next']), 'now'),
  },
  phases: SEATED_PHASES,
  may: leads,
  decide: notYet,
})

/** Sits down at a table with room: of free seating, and for a host whom nobody came to. Refuses with `full`. */
const sit = define({
  type: 'sit',
  fields: { table: anId<'table'>() },
  phases: SEATED_PHASES,
  may: travels,
  unlogged: 'always',
  decide: notYet,
})

/** Gets up, where seating is free. */
const leaveTable = define({
  type: 'leave-table',
  fields: {},
  phases: SEATED_PHASES,
  may: travels,
  unlogged: 'always',
  decide: notYet,
})

/**
 * Puts onto the cloth of a table where one sat what was not sent before the move; after the harvest was opened, onto the
 * board as of that table and round. Whoever gives it takes the private item away that held the text. Answers the item.
 *
 * Refuses with `not-allowed` where one did not sit there in that round.
 */
const addToCloth = define({
  type: 'add-to-cloth',
  fields: {
    table: anId<'table'>(),
    round: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.cafeRounds)),
    kind: v.optional(v.picklist(CLOTH_KINDS), 'idea'),
    text: Text,
    lang: v.optional(Lang),
  },
  phases: [...ROUND_PHASES, ...MOVE_PHASES, 'gather', 'harvest'],
  may: travels,
  unlogged: 'by-whom',
  decide: notYet,
})

/** What a table brings to the harvest, whole: by its host, or whoever leads. From the harvest on the board follows it. */
const writeHarvest = define({
  type: 'write-harvest',
  fields: {
    table: anId<'table'>(),
    insights: v.pipe(v.array(line(LIMITS.insightCharacters)), v.maxLength(LIMITS.insightsPerTable), v.readonly()),
    question: v.optional(line(LIMITS.questionCharacters)),
  },
  phases: ['gather', 'harvest'],
  unlogged: 'by-whom',
  decide: notYet,
})

/** Gives the word to a table, or with none back to all: by those who lead, and by the host whose minute it is. */
const showTable = define({
  type: 'show-table',
  fields: { table: v.optional(anId<'table'>()) },
  phases: ['harvest'],
  unlogged: 'always',
  decide: notYet,
})

export const CAFE_COMMANDS = [
  setUpCafe,
  editTable,
  adjustCafe,
  plan,
  announce,
  arrive,
  stay,
  setHost,
  nameNextHost,
  movePerson,
  sit,
  leaveTable,
  addToCloth,
  writeHarvest,
  showTable,
] as const
