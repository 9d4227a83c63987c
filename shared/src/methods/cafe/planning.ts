import { type SeatId, type TableId, omit, seededNumber } from '../../kernel/index.ts'
import {
  ROTATION_ITERATIONS,
  type RotationJob,
  type RotationPlan,
  type RotationTable,
  type Seating,
  type Wish,
  planRotation,
} from '../../rotation/index.ts'
import { listPresent } from './guests.ts'
import { staffRound } from './hosts.ts'
import { roundIn } from './phases.ts'
import { pastOf } from './seats.ts'
import type { CafeSettings } from './settings.ts'
import type { CafePlan, CafeState } from './state.ts'
import { listUsed, toRotationTable } from './tables.ts'

/** Above so many seats to be planned, the search is left to a thread of its own; without one it takes fewer steps. */
const HEAVY = 240
const HASTY_ITERATIONS = 1_000

/** What is to be planned: the job, by what it is known, and the number of its first round. */
export interface PlanWanted {
  readonly key: string
  readonly from: number
  readonly job: RotationJob
  /** The café with the hosts that it will have then. */
  readonly staffed: CafeState
}

/** Who is to sit where in one round by hand, as the planner can be told. */
const pinPeople = (
  tables: readonly RotationTable[],
  pins: CafeState['pins'],
  travellers: ReadonlySet<SeatId>,
): { readonly tables: readonly RotationTable[]; readonly wishes: readonly Wish[] } => {
  const wishes: Wish[] = []
  const hosted = tables.map((table): RotationTable => {
    const pinned = (Object.entries(pins) as [SeatId, TableId][]).flatMap(([seat, id]) =>
      id === table.id && travellers.has(seat) ? [seat] : [],
    )
    // Where nobody stays, whoever is put there stands in for a host.
    const [first, ...others] = table.host === undefined ? pinned : [table.host, ...pinned]
    if (first === undefined) return table
    for (const seat of others) wishes.push({ kind: 'together', seats: [first, seat] })
    return { ...table, host: first }
  })
  return { tables: hosted, wishes }
}

/** The plan so far from a round on, as far as it is of the same tables. */
const previousFrom = ({ plan }: CafeState, from: number, tables: readonly RotationTable[]): readonly Seating[] => {
  if (!plan || from < plan.from) return []
  const ids = new Set(tables.map(({ id }) => id))
  const rest = plan.rounds.slice(from - plan.from)
  const isSame = rest.every((seating) => seating.length === ids.size && seating.every(({ table }) => ids.has(table)))
  return isSame ? rest : []
}

const jobFrom = (state: CafeState, { rounds }: Pick<CafeSettings, 'rounds'>, from: number): RotationJob => {
  const used = listUsed(state).map(toRotationTable)
  const hosts = new Set(used.flatMap(({ host }) => host ?? []))
  const present = listPresent(state)
  const moving = new Set(present.flatMap(({ seat }) => (hosts.has(seat) ? [] : [seat])))
  const isPinned = Object.keys(state.pins).length > 0
  const { tables, wishes } = pinPeople(used, state.pins, moving)
  const staying = new Set(tables.flatMap(({ host }) => host ?? []))
  // Hosts who take turns, and people who stay, are known for the next round only.
  const coming = isPinned || state.hosts === 'relay' ? 1 : Math.max(1, rounds - from + 1)
  return {
    seed: state.seed,
    iterations: ROTATION_ITERATIONS,
    tables,
    travellers: present.flatMap(({ seat, side, language, department, place }) =>
      staying.has(seat)
        ? []
        : [
            {
              id: seat,
              side,
              language,
              ...(department !== undefined && { department }),
              ...(place !== undefined && { place }),
            },
          ],
    ),
    rounds: coming,
    ...(tables.length === 2 && state.halfStay && { mayReturn: true }),
    wishes: [...state.wishes, ...wishes],
    mixBy: state.mixBy,
    past: pastOf(state, from),
    before: (state.acquainted ?? []).filter(({ one, other }) => moving.has(one) && moving.has(other)),
    previous: previousFrom(state, from, tables).slice(0, coming),
    announced: 0,
  }
}

const keyOf = (job: RotationJob): string => {
  const text = JSON.stringify(omit(job, 'previous'))
  return `${text.length}-${seededNumber(1, text)}`
}

const wanted = new WeakMap<CafeState, Map<string, PlanWanted | undefined>>()

/** What the seating of the rounds that nobody has a place in yet is worked out from; undefined where none is to be planned. */
export const findPlanWanted = (state: CafeState, settings: Pick<CafeSettings, 'rounds'>): PlanWanted | undefined => {
  const from = state.rounds.length + 1
  if (state.mode !== 'planned' || from > settings.rounds) return undefined
  const known = wanted.get(state) ?? new Map<string, PlanWanted | undefined>()
  wanted.set(state, known)
  const name = `${settings.rounds}`
  const before = known.get(name)
  if (before) return before
  const staffed = staffRound(state, from)
  const job = jobFrom(staffed, settings, from)
  const found = { key: `${from}-${keyOf(job)}`, from, job, staffed }
  known.set(name, found)
  return found
}

/** Whether a plan holds for what it is wanted for. */
export const isFresh = ({ plan }: Pick<CafeState, 'plan'>, wants: Pick<PlanWanted, 'key'>): boolean =>
  plan?.key === wants.key

/** What a thread is to work out now: undefined where the plan holds, or nobody is there to be seated. */
export const findDuePlan = (
  state: CafeState,
  settings: Pick<CafeSettings, 'rounds'>,
  phase: string | undefined,
): PlanWanted | undefined => {
  if (phase !== 'setup' && roundIn(phase) === undefined) return undefined
  const wants = findPlanWanted(state, settings)
  return wants && !isFresh(state, wants) && wants.job.travellers.length > 0 ? wants : undefined
}

/** The plan as it is kept. */
export const toCafePlan = (
  { key, from }: Pick<PlanWanted, 'key' | 'from'>,
  { rounds, figures }: RotationPlan,
): CafePlan => ({
  key,
  from,
  rounds,
  figures,
})

/**
 * Works a seating out here and now. A large one that nobody worked out before takes a short search, and so does one with
 * acquaintances, whose search seldom ends before its steps are spent.
 */
export const planAtOnce = (wants: PlanWanted): CafePlan => {
  const { job } = wants
  const isHeavy = job.travellers.length * job.rounds > HEAVY || job.before.length > 0
  return toCafePlan(wants, planRotation(isHeavy ? { ...job, iterations: HASTY_ITERATIONS } : job))
}
