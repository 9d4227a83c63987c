import { DAY_MS } from '../kernel/index.ts'
import { METHOD_IDS, type MethodId } from '../methods/index.ts'
import { type Quarter, quarterBefore, quarterOf } from './quarter.ts'
import type { Contact, SessionDigest, Undertaking } from './workspace.ts'

/** Within how long after the decision an idea counts as tried soon. */
const SOON_MS = 31 * DAY_MS

/** Methods by which ideas come about: those that a quarter is to have several of. */
const IDEA_METHODS: ReadonlySet<string> = new Set(['brainstorm', 'reverse', 'five-whys', 'random', 'cafe'])

/** What a quarter is counted by, in the order in which it is shown. */
export const COUNTERS = ['methods', 'research', 'contacts', 'tried', 'reviewed'] as const
export type CounterId = (typeof COUNTERS)[number]

/**
 * How a quarter stands by one count. `least` is what is aimed at, `most` where more is not aimed at; for `reviewed` the aim
 * is all of them, and nothing is aimed at where there are none.
 */
export interface Counter {
  readonly id: CounterId
  readonly count: number
  readonly least: number
  readonly most?: number
}

/** All of a workspace that its quarters are counted from. */
export interface WorkspaceFacts {
  readonly sessions: readonly SessionDigest[]
  readonly contacts: readonly Contact[]
  readonly undertakings: readonly Undertaking[]
}

/** How many different methods for ideas were used, in steps that have begun. */
export const methodsTried = (sessions: readonly SessionDigest[]): readonly MethodId[] => {
  const used = new Set(sessions.flatMap(({ steps }) => steps.filter(({ begun }) => begun).map(({ kind }) => kind)))
  return METHOD_IDS.filter((kind) => used.has(kind) && IDEA_METHODS.has(kind))
}

/**
 * The counts of a quarter with what is aimed at: 2 to 3 different methods, research at least once, 2 to 3 talks with
 * clients, 2 to 3 ideas tried within a month of their decision, and every decision of the quarter before looked at again.
 */
export const countQuarter = (
  quarter: Quarter,
  { sessions, contacts, undertakings }: WorkspaceFacts,
): readonly Counter[] => {
  const isWithin = (at: number): boolean => quarterOf(at) === quarter
  const noted = contacts.filter(({ at }) => isWithin(at))
  const former = undertakings.filter(({ decidedAt }) => quarterOf(decidedAt) === quarterBefore(quarter))
  const tried = undertakings.filter(
    ({ decidedAt, reviewed }) => isWithin(decidedAt) && reviewed?.isTried && reviewed.at - decidedAt <= SOON_MS,
  )
  return [
    { id: 'methods', count: methodsTried(sessions.filter(({ at }) => isWithin(at))).length, least: 2, most: 3 },
    { id: 'research', count: noted.filter(({ kind }) => kind === 'research').length, least: 1 },
    { id: 'contacts', count: noted.filter(({ kind }) => kind === 'client').length, least: 2, most: 3 },
    { id: 'tried', count: tried.length, least: 2, most: 3 },
    { id: 'reviewed', count: former.filter(({ state }) => state !== 'open').length, least: former.length },
  ]
}

/** Every quarter in which something happened, and the present one, the latest first. */
export const listQuarters = ({ sessions, contacts, undertakings }: WorkspaceFacts, now: number): readonly Quarter[] => {
  const moments = [
    now,
    ...sessions.map(({ at }) => at),
    ...contacts.map(({ at }) => at),
    ...undertakings.map(({ decidedAt }) => decidedAt),
  ]
  return [...new Set(moments.map(quarterOf))].toSorted((one, other) => (one < other ? 1 : -1))
}

/** What is still to be done, the most urgent first; what has no date last. */
export const listOpen = (undertakings: readonly Undertaking[]): readonly Undertaking[] =>
  undertakings
    .filter(({ state }) => state === 'open')
    .toSorted((one, other) => compareDays(one.due, other.due) || one.decidedAt - other.decidedAt)

const compareDays = (one: string | undefined, other: string | undefined): number => {
  if (one === other) return 0
  return (one ?? '9') < (other ?? '9') ? -1 : 1
}
