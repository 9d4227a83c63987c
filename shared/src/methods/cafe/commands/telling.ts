import * as v from 'valibot'
import { ItemText, Lang } from '../../../board/index.ts'
import { LIMITS, aLine, anId, asId, fail, ok, omit, refusal } from '../../../kernel/index.ts'
import { CLOTH_KINDS } from '../fields.ts'
import { lastRound, writeFindings } from '../harvest.ts'
import { MOVE_PHASES, ROUND_PHASES } from '../phases.ts'
import { findRound } from '../seats.ts'
import { findTable } from '../tables.ts'
import { changed, define, unknown } from './command.ts'

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
    text: ItemText,
    lang: v.optional(Lang),
  },
  phases: [...ROUND_PHASES, ...MOVE_PHASES, 'gather', 'harvest'],
  unlogged: 'by-whom',
  decide: (state, { table, round: number, kind, text, lang }, { seat, newId, phase }) => {
    const round = findRound(state, number)
    const sat =
      round?.startedAt !== undefined && round.seats.some((place) => place.seat === seat && place.table === table)
    if (!findTable(state, table)) return unknown()
    if (!sat) return fail(refusal('not-allowed'))
    const item = asId<'item'>(newId())
    const onCloth = phase === 'harvest' ? {} : ({ onCloth: true } as const)
    const write = {
      type: 'add-item',
      item,
      kind,
      text,
      table,
      round: number,
      ...(lang && { lang }),
      ...onCloth,
    } as const
    return ok({ state, writes: [write], item })
  },
})

/** What a table brings to the harvest, whole: by its host, or whoever leads. From the harvest on the board follows it. */
const writeHarvest = define({
  type: 'write-harvest',
  fields: {
    table: anId<'table'>(),
    insights: v.pipe(v.array(aLine(LIMITS.insightCharacters)), v.maxLength(LIMITS.insightsPerTable), v.readonly()),
    question: v.optional(aLine(LIMITS.questionCharacters)),
  },
  phases: ['gather', 'harvest'],
  unlogged: 'by-whom',
  decide: (state, { table: id, insights, question }, { seat, leads, phase, newId }) => {
    const table = findTable(state, id)
    if (!table) return unknown()
    if (!leads && table.host !== seat) return fail(refusal('not-allowed'))
    const findings = { insights, ...(question !== undefined && { question }) }
    const next = { ...state, harvests: { ...state.harvests, [id]: findings } }
    if (phase !== 'harvest') return changed(next)
    return ok(writeFindings(next, id, findings, lastRound(state), newId, table.host))
  },
})

/** Gives the word to a table, or with none back to all: by those who lead, and by the host whose minute it is. */
const showTable = define({
  type: 'show-table',
  fields: { table: v.optional(anId<'table'>()) },
  phases: ['harvest'],
  unlogged: 'always',
  decide: (state, { table }, { seat, leads, now }) => {
    const telling = state.stage && findTable(state, state.stage.table)
    if (!leads && telling?.host !== seat) return fail(refusal('not-allowed'))
    if (table !== undefined && !findTable(state, table)) return unknown()
    const told = telling ? [...new Set([...(state.told ?? []), telling.id])] : (state.told ?? [])
    const rest = omit(state, 'stage')
    return changed({ ...rest, told, ...(table !== undefined && { stage: { table, since: now } }) })
  },
})

export const TELLING = [addToCloth, writeHarvest, showTable] as const
