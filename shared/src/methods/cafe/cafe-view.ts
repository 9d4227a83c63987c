import { type SeatId, type TableId, omit } from '../../kernel/index.ts'
import { adviseTables, suggestTables } from '../../rotation/index.ts'
import type { Viewer } from '../workings.ts'
import { maySit } from './commands/moving.ts'
import { knownElsewhere, roundElsewhere } from './acquaintance.ts'
import { foresee, measureCafe } from './figures.ts'
import { isPresent, listPresent } from './guests.ts'
import { isRound, roundIn } from './phases.ts'
import { findDuePlan, findPlanWanted, isFresh } from './planning.ts'
import { seatingNow } from './seating.ts'
import { findOpen, findRound, listOpen, pastOf, seatingOf } from './seats.ts'
import type { CafeSettings } from './settings.ts'
import type { CafeSeat, CafeState, CafeTable } from './state.ts'
import { listUsed, toRotationTable } from './tables.ts'
import type { CafeCheck, CafeView, LeadView, OwnCafe, PlaceView, Preview, TableView } from './view.ts'

/** More people than this at one table talk past each other. */
const MOST_AT_TABLE = 6
const LEAST_AT_TABLE = 3

const placeView = ({ table, role, how, arrived }: CafeSeat): PlaceView => ({
  table,
  role,
  how,
  ...(arrived && { arrived }),
})

const viewTable = (state: CafeState, table: CafeTable, phase: string | undefined): TableView => {
  const round = isRound(phase) ? findRound(state, roundIn(phase)) : undefined
  const isVisited = round && listOpen(round).some((place) => place.table === table.id && place.role === 'traveller')
  return { ...omit(table, 'nextHost'), ...(round && !isVisited && { paused: true as const }) }
}

/** What is worth knowing before people sit down. */
const listChecks = (state: CafeState, settings: CafeSettings): readonly CafeCheck[] => {
  const people = listPresent(state).length
  const open = state.tables.filter(({ closed }) => !closed)
  const rooms = open.reduce((sum, { capacity = Infinity }) => sum + capacity, 0)
  const asked =
    state.questions.some((question) => question !== '') || open.every(({ question }) => question !== undefined)
  const wants = findPlanWanted(state, settings)
  const unmet = wants && state.plan && isFresh(state, wants) ? state.plan.figures.unmet : undefined
  return [
    ...(asked ? [] : [{ code: 'no-question' as const }]),
    ...(open.length > 1 && people > 0 && people < open.length * LEAST_AT_TABLE
      ? [{ code: 'too-many-tables' as const }]
      : []),
    ...(people > open.length * MOST_AT_TABLE ? [{ code: 'too-large-tables' as const }] : []),
    ...(open.length === 1 ? [{ code: 'one-table' as const }] : []),
    ...(open.length === 2 ? [{ code: 'two-tables' as const }] : []),
    ...listUsed(state).flatMap(({ id, host }) =>
      isPresent(state, host) ? [] : [{ code: 'no-host' as const, table: id }],
    ),
    ...(rooms < people ? [{ code: 'no-room' as const }] : []),
    ...(unmet && Object.values(unmet).some((count) => count > 0) ? [{ code: 'wish-unmet' as const }] : []),
  ]
}

/** The next seating that nobody sits in yet: announced behind the round in force, or as the plan has it. */
const foreseeNext = (state: CafeState, settings: CafeSettings, phase: string | undefined): Preview | undefined => {
  const inForce = roundIn(phase) ?? 0
  if (phase !== 'setup' && inForce === 0) return undefined
  const isComing = inForce > 0 && findRound(state, inForce)?.startedAt === undefined
  const round = isComing ? inForce : inForce + 1
  if (round > settings.rounds) return undefined
  const announced = phase === 'setup' ? undefined : findRound(state, round)
  const plan = state.plan?.from === round ? state.plan : undefined
  const seating = announced ? seatingNow(state, round) : plan?.rounds[0]
  const isWorking = findDuePlan(state, settings, phase) !== undefined
  if (!seating) return undefined
  return {
    round,
    seating,
    isAnnounced: announced !== undefined,
    ...foresee(pastOf(state, round), seating, state),
    ...(state.plan && { plan: state.plan.figures }),
    ...(isWorking && { isWorking }),
  }
}

const viewLead = (state: CafeState, settings: CafeSettings, phase: string | undefined): LeadView => {
  const present = listPresent(state)
  const round = findRound(state, roundIn(phase))
  const preview = foreseeNext(state, settings, phase)
  const named = state.tables.flatMap(({ id, nextHost }) => (nextHost === undefined ? [] : [[id, nextHost] as const]))
  return {
    people: present.length,
    advice: adviseTables(present.length, settings.rounds),
    checks: listChecks(state, settings),
    mixBy: state.mixBy,
    wishes: state.wishes,
    between: round ? listOpen(round).flatMap(({ seat, arrived }) => (arrived ? [] : [seat])) : [],
    unseated: round ? present.flatMap(({ seat }) => (findOpen(round, seat) ? [] : [seat])) : [],
    gone: state.guests.flatMap(({ seat, gone }) => (gone ? [seat] : [])),
    ...(preview && { preview }),
    pins: state.pins,
    nextHosts: Object.fromEntries(named) as LeadView['nextHosts'],
    harvests: state.harvests,
  }
}

/** The questions that everybody may know by now; all of them where no round is to come. */
const listQuestions = ({ questions }: CafeState, { leads, phase }: Viewer): readonly string[] => {
  if (leads || phase === undefined || phase === 'gather' || phase === 'harvest') return questions
  return questions.slice(0, roundIn(phase) ?? 0)
}

const isOver = (phase: string | undefined): boolean => phase === undefined || phase === 'gather' || phase === 'harvest'

/** What everybody sees of a café, for those who lead more. */
export const viewCafe = (state: CafeState, settings: CafeSettings, viewer: Viewer): CafeView => {
  const { phase, leads } = viewer
  const number = roundIn(phase)
  const round = findRound(state, number)
  const before = findRound(state, (number ?? 0) - 1)
  const places = round ? listOpen(round).map((place) => [place.seat, placeView(place)] as const) : []
  const former = before ? listOpen(before).map(({ seat, table }) => [seat, table] as const) : []
  const figures = leads || isOver(phase) ? measureCafe(state) : undefined
  return {
    mode: state.mode,
    hosts: state.hosts,
    halfStay: state.halfStay,
    rounds: settings.rounds,
    ...(number !== undefined && { round: number }),
    ...(round?.startedAt !== undefined && { startedAt: round.startedAt }),
    questions: listQuestions(state, viewer),
    tables: state.tables.map((table) => viewTable(state, table, phase)),
    places: Object.fromEntries(places) as CafeView['places'],
    before: Object.fromEntries(former) as CafeView['before'],
    ...(state.published && { harvest: state.published }),
    ...(state.stage && { stage: state.stage }),
    ...(state.told && { told: state.told }),
    ...(figures && { figures }),
    ...(leads && { lead: viewLead(state, settings, phase) }),
  }
}

/** Whom somebody has shared a table with before a round, in another café too. */
const companionsOf = (state: CafeState, seat: SeatId, before: number): ReadonlySet<SeatId> =>
  new Set([
    ...pastOf(state, before).flatMap((seating) =>
      seating.flatMap(({ host, travellers }) => {
        const there = host === undefined ? travellers : [host, ...travellers]
        return there.includes(seat) ? there : []
      }),
    ),
    ...knownElsewhere(state, seat),
  ])

const companyAt = (state: CafeState, number: number, table: TableId, seat: SeatId) => {
  const round = findRound(state, number)
  const company = round
    ? listOpen(round).flatMap((place) => (place.table === table && place.seat !== seat ? [place.seat] : []))
    : []
  const known = companionsOf(state, seat, number)
  return { with: company, unmet: company.filter((other) => !known.has(other)) }
}

/** The tables that somebody sat at before a round, each round once. */
const listPast = (state: CafeState, seat: SeatId, before: number): OwnCafe['past'] =>
  state.rounds.slice(0, before - 1).flatMap((round, nth) => {
    if (round.startedAt === undefined) return []
    const found = seatingOf(round).find(({ host, travellers }) => host === seat || travellers.includes(seat))
    return found
      ? [{ round: nth + 1, table: found.table, role: found.host === seat ? 'host' : 'traveller' } as const]
      : []
  })

/** Where hosts take turns: whom a host named to stay, and for that person that it is they. Before the last round alone. */
const viewNaming = (
  state: CafeState,
  { rounds }: Pick<CafeSettings, 'rounds'>,
  place: CafeSeat | undefined,
  phase: string | undefined,
): Pick<OwnCafe, 'naming' | 'isNextHost'> => {
  const number = roundIn(phase)
  if (state.hosts !== 'relay' || !place || !isRound(phase) || number === undefined || number >= rounds) return {}
  if (findRound(state, number + 1)) return {}
  const { nextHost } = state.tables.find(({ id }) => id === place.table) ?? {}
  if (place.role === 'host') return { naming: nextHost === undefined ? {} : { nextHost } }
  return nextHost === place.seat ? { isNextHost: true } : {}
}

/** What one person sees besides; undefined for those who are not seated here. */
export const viewOwnCafe = (
  state: CafeState,
  settings: Pick<CafeSettings, 'rounds'>,
  seat: SeatId,
  { leads, phase }: Viewer,
): OwnCafe | undefined => {
  if (leads || !state.guests.some((guest) => guest.seat === seat)) return undefined
  const number = roundIn(phase)
  const place = findOpen(findRound(state, number), seat)
  const next = isRound(phase) && number !== undefined ? findOpen(findRound(state, number + 1), seat) : undefined
  const sits = number !== undefined && isPresent(state, seat) && maySit(state, phase ?? '', seat)
  const past = listPast(state, seat, number ?? state.rounds.length + 1)
  const home = state.tables.find(({ host }) => host === seat)?.id ?? past.at(-1)?.table
  const harvest = number === undefined && home !== undefined ? state.harvests[home] : undefined
  const isStaying = next?.how === 'stay' || (place !== undefined && state.pins[seat] === place.table)
  const isBackAgain = place?.how === 'stay'
  return {
    ...(place && { place: placeView(place) }),
    ...(place && number !== undefined ? companyAt(state, number, place.table, seat) : { with: [], unmet: [] }),
    ...(next &&
      number !== undefined && { next: { table: next.table, ...companyAt(state, number + 1, next.table, seat) } }),
    stays: isStaying || (isBackAgain && !isRound(phase)),
    past,
    ...(sits &&
      number !== undefined && {
        suggestions: suggestTables(
          seat,
          seatingNow(state, number),
          [...pastOf(state, number), ...roundElsewhere(state)],
          listUsed(state).map(toRotationTable),
        ),
      }),
    ...viewNaming(state, settings, place, phase),
    handsOver: isRound(phase) && place?.role === 'host',
    ...(harvest && { harvest }),
  }
}
