import { drawSeed, omit } from '../../kernel/index.ts'
import type { Moment, WorkChange } from '../workings.ts'
import { withAcquainted } from './acquaintance.ts'
import { listGuests, withGuests } from './guests.ts'
import { harvestCloths } from './harvest.ts'
import { isMove, isRound, roundIn } from './phases.ts'
import { beginRound, endRounds, openRound } from './seating.ts'
import type { CafeSettings } from './settings.ts'
import { withSigns } from './signs.ts'
import type { CafeState, CafeTable } from './state.ts'
import { makeTables } from './tables.ts'

type CafeMoment = Moment<CafeSettings>

/** What a café begins from lies on its tables in turn: a question becomes the question of its table. */
const spreadPrompts = (tables: readonly CafeTable[], moment: CafeMoment): readonly CafeTable[] => {
  const found = moment.prompts.flatMap((id) => moment.item(id) ?? [])
  return tables.map((table, nth) => {
    const own = found.filter((_, at) => at % tables.length === nth)
    const question = own.find(({ kind }) => kind === 'question')
    const sources = own.filter((item) => item !== question)
    return {
      ...table,
      ...(question && table.question === undefined && { question: question.text.slice(0, 500) }),
      ...(sources.length > 0 && { sources: sources.map(({ id }) => id) }),
    }
  })
}

const tablesFor = ({ guests }: Pick<CafeState, 'guests'>, moment: CafeMoment): readonly CafeTable[] => {
  const { tables } = moment.settings
  const made =
    tables.length > 0
      ? tables.map((table): CafeTable => ({ id: moment.newId() as CafeTable['id'], ...table }))
      : makeTables({ guests }, moment.prompts.length, moment.newId)
  return withSigns(spreadPrompts(made, moment))
}

const begin = (moment: CafeMoment): CafeState => {
  const { mode, hosts, halfStay, mixBy, questions, tables } = moment.settings
  const guests = listGuests(moment.participants, () => false)
  return {
    mode,
    hosts,
    halfStay,
    mixBy,
    wishes: [],
    questions,
    tables: tablesFor({ guests }, moment),
    ...(tables.length > 0 && { isSet: true as const }),
    seed: drawSeed(moment.random),
    guests,
    rounds: [],
    pins: {},
    harvests: {},
  }
}

/** The state in which those are guests who take part now; who is away too long stays so. */
const welcomeGuests = (state: CafeState, { participants }: CafeMoment): CafeState => {
  const gone = new Set(state.guests.flatMap(({ seat, gone: isGone }) => (isGone ? [seat] : [])))
  return withGuests(
    state,
    listGuests(participants, (seat) => gone.has(seat)),
  )
}

/** Until somebody sets the tables there are as many as are proposed for those who have come by the welcome. */
const setTables = (state: CafeState, moment: CafeMoment): CafeState => {
  if (state.isSet || state.rounds.length > 0) return state
  const proposed = tablesFor(state, moment)
  return proposed.length === state.tables.length ? state : { ...state, tables: proposed }
}

/**
 * What entering a phase does to a café. Before a round everybody gets a place in it, which they see from then on; with the
 * round it becomes theirs. Whatever was begun once stays as it was, wherever people go in between.
 */
export const enterCafe = (before: CafeState | undefined, moment: CafeMoment): WorkChange<CafeState> => {
  const { phase, settings, now } = moment
  const state = withAcquainted(welcomeGuests(before ?? begin(moment), moment), moment)
  const number = roundIn(phase)
  if (phase === 'harvest') return harvestCloths(endRounds(state, now), moment)
  if (phase === 'gather') return { state: endRounds(state, now), writes: [] }
  if (number === undefined) return { state, writes: [] }
  const set = isMove(phase) ? state : setTables(state, moment)
  const open = openRound(endOthers(set, number, now), settings, number, now)
  return { state: isRound(phase) ? beginRound(open, number, now) : open, writes: [] }
}

/** All rounds that were begun are over but the one in force: people sit at one table at a time. */
const endOthers = (state: CafeState, number: number, now: number): CafeState => ({
  ...state,
  rounds: state.rounds.map((round, nth) => {
    if (nth + 1 === number) return omit(round, 'endedAt')
    return round.startedAt === undefined || round.endedAt !== undefined ? round : { ...round, endedAt: now }
  }),
})
