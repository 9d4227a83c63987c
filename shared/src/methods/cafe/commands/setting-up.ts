import * as v from 'valibot'
import {
  LIMITS,
  type Refusal,
  type Result,
  type TableId,
  aLine,
  aLineOrNone,
  anId,
  asId,
  drawSeed,
  fail,
  ok,
  omit,
  refusal,
} from '../../../kernel/index.ts'
import { MixBy, Questions, TABLE_FIELDS, Wishes } from '../fields.ts'
import { EARLY_PHASES, ROUND_PHASES, TABLE_PHASES, roundIn } from '../phases.ts'
import { dropAnnounced, openRound } from '../seating.ts'
import { CAFE_MODES, HOST_POLICIES } from '../settings.ts'
import { withSign, withSigns } from '../signs.ts'
import type { CafeState, CafeTable } from '../state.ts'
import { changeTable, findTable } from '../tables.ts'
import { type CafeMoment, changed, define, defineSeating, leads, shut, unknown } from './command.ts'

const TableBody = v.strictObject({
  /** Of a table that there is; a new one gets its id. */
  id: v.optional(anId<'table'>()),
  ...TABLE_FIELDS,
  host: v.optional(anId<'seat'>()),
  sources: v.optional(v.pipe(v.array(anId<'item'>()), v.maxLength(LIMITS.cafeSourcesPerTable), v.readonly())),
  cluster: v.optional(anId<'cluster'>()),
})
type TableBody = v.InferOutput<typeof TableBody>

const badInput = (path: string): Result<never, Refusal> => fail(refusal('bad-input', { path }))

const isUnique = (values: readonly unknown[]): boolean => new Set(values).size === values.length

/** The café with the places of its first round given anew, where they are known already. */
const seatAnew = (state: CafeState, { phase, settings, now }: CafeMoment): CafeState =>
  phase === 'welcome' ? openRound(dropAnnounced(state, 1), settings, 1, now) : dropAnnounced(state, 1)

/** The tables as they are wanted, or why not. */
const readTables = (
  state: CafeState,
  bodies: readonly TableBody[],
  moment: CafeMoment,
): Result<readonly CafeTable[], Refusal> => {
  const known = new Set<TableId>(state.tables.map(({ id }) => id))
  const ids = bodies.flatMap(({ id }) => id ?? [])
  if (!isUnique(ids) || !ids.every((id) => known.has(id))) return badInput('tables')
  const hosts = bodies.flatMap(({ host }) => host ?? [])
  const guests = new Set(moment.participants.flatMap((person) => (person.leads ? [] : [person.seat])))
  if (!isUnique(hosts) || !hosts.every((host) => guests.has(host))) return badInput('tables.host')
  const sources = bodies.flatMap((table) => table.sources ?? [])
  if (!sources.every((id) => moment.item(id)?.state === 'published')) return badInput('tables.sources')
  if (!bodies.every(({ cluster }) => cluster === undefined || moment.isGroup(cluster)))
    return badInput('tables.cluster')
  return ok(withSigns(bodies.map((body): CafeTable => present({ ...body, id: body.id ?? asId(moment.newId()) }))))
}

/** Without the fields that are undefined. */
const present = (table: { readonly [Key in keyof CafeTable]: CafeTable[Key] | undefined }): CafeTable =>
  Object.fromEntries(Object.entries(table).filter(([, value]) => value !== undefined)) as unknown as CafeTable

/**
 * Sets the whole café before it begins: as often as one likes, until the first round. Tables that are left out are gone.
 *
 * Refuses with `bad-input`: tables that there are not or twice, the host of two tables or nobody there, items not on the board.
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
    tables: v.pipe(v.array(TableBody), v.minLength(1), v.maxLength(LIMITS.cafeTables)),
  },
  phases: EARLY_PHASES,
  may: leads,
  objection: ({ rounds }) => (rounds.some(({ startedAt }) => startedAt !== undefined) ? begun : undefined),
  decide: (state, { mode, hosts, halfStay, questions, mixBy, wishes, tables: bodies }, moment) => {
    const tables = readTables(state, bodies, moment)
    if (!tables.ok) return tables
    const next: CafeState = {
      ...state,
      mode,
      hosts,
      halfStay,
      questions,
      mixBy,
      wishes,
      tables: tables.value,
      isSet: true,
      pins: {},
    }
    return changed(seatAnew(next, moment))
  },
})

const begun = refusal('closed', { gate: 'begun' })

/**
 * Changes how a table is described, at any time: what is not named stays, an empty text takes away. A sign that another
 * table has is exchanged with it.
 */
const editTable = define({
  type: 'edit-table',
  fields: {
    table: anId<'table'>(),
    name: v.optional(aLine(LIMITS.labelCharacters)),
    icon: v.optional(v.union([v.literal(''), TABLE_FIELDS.icon.wrapped])),
    place: v.optional(aLineOrNone(LIMITS.labelCharacters)),
    /** 0 for no limit. */
    capacity: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.participantsAtMost))),
    call: v.optional(v.union([v.literal(''), TABLE_FIELDS.call.wrapped])),
    question: v.optional(aLineOrNone(LIMITS.questionCharacters)),
    /** Nobody is seated there from the next round on. The last open table stays open. */
    closed: v.optional(v.boolean()),
  },
  phases: TABLE_PHASES,
  may: leads,
  decide: (before, { table: id, closed, ...fields }, { phase }) => {
    if (!findTable(before, id)) return unknown()
    const state = fields.icon ? { ...before, tables: withSign(before.tables, id, fields.icon) } : before
    const others = state.tables.filter((table) => table.id !== id && !table.closed)
    if (closed && others.length === 0) return shut('last-table')
    const next = changeTable(state, id, (table) => {
      const kept = Object.entries({ ...table, ...fields }).filter(
        ([name, value]) => value !== undefined && value !== '' && !(name === 'capacity' && value === 0),
      )
      const described = omit(Object.fromEntries(kept) as unknown as CafeTable, 'closed')
      return (closed ?? table.closed) ? { ...described, closed: true } : described
    })
    const set: CafeState = { ...next, tables: withSigns(next.tables), isSet: true }
    // Where somebody is seated who was told so, they are seated: a table that closes is empty after that.
    return changed(phase === 'setup' ? dropAnnounced(set, 1) : set)
  },
})

/** Changes the questions of rounds, who must or must not sit together, and what people are mixed by. */
const adjustCafe = define({
  type: 'adjust-cafe',
  fields: { questions: v.optional(Questions), wishes: v.optional(Wishes), mixBy: v.optional(MixBy) },
  phases: TABLE_PHASES,
  may: leads,
  decide: (state, { questions = state.questions, wishes = state.wishes, mixBy = state.mixBy }) =>
    changed({ ...state, questions, wishes, mixBy }),
})

/** Seats people anew in the rounds to come, by another draw. What was announced or moved by hand is dropped. */
const plan = defineSeating({
  type: 'plan',
  fields: {},
  phases: [...EARLY_PHASES, ...ROUND_PHASES],
  may: leads,
  objection: ({ mode }) => (mode === 'planned' ? undefined : refusal('closed', { gate: 'free' })),
  decide: (state, _command, moment) => {
    const drawn = omit({ ...state, seed: drawSeed(moment.random), pins: {} }, 'plan')
    const number = roundIn(moment.phase)
    if (moment.phase === 'welcome' && drawn.rounds[0]?.startedAt === undefined) return changed(seatAnew(drawn, moment))
    return changed(dropAnnounced(drawn, number === undefined ? 1 : number + 1))
  },
})

export const SETTING_UP = [setUpCafe, editTable, adjustCafe, plan] as const
