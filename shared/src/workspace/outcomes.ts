import { dayOf } from '../methods/day.ts'
import type { WorkspaceFacts } from './counters.ts'
import { type Quarter, quarterOf } from './quarter.ts'
import type { Undertaking } from './workspace.ts'

/** What came of the sessions of a quarter, in figures that belong together two by two. None is about one person. */
export interface Outcomes {
  /** Actions with a day that is over, or that were settled before it; how many were known to be done by their day. */
  readonly due: number
  readonly inTime: number
  /** Actions that were tried; how many of these were measured by what was agreed, and how many made things better. */
  readonly tried: number
  readonly measured: number
  readonly better: number
  /** Ideas that were voted on before a decision; how many of these it took up. */
  readonly scored: number
  readonly chosen: number
  /** Ideas that were decided on; how many of these go back to what a client said, as the contact log has it. */
  readonly decided: number
  readonly heard: number
  /** Ideas that go back to what a client said and were tried; the median of the days from the one to the other. */
  readonly trials: number
  readonly trialDays?: number
}

const isDue = ({ state, due }: Undertaking, today: string): boolean =>
  due !== undefined && (state !== 'open' || due < today)

const isInTime = ({ state, due, reviewed }: Undertaking): boolean =>
  state === 'done' && due !== undefined && reviewed !== undefined && dayOf(reviewed.at) <= due

/** The middle of some figures, of two the whole number nearest to their mean; undefined of none. */
const medianOf = (figures: readonly number[]): number | undefined => {
  const sorted = figures.toSorted((one, other) => one - other)
  const half = sorted.length / 2
  const [lower, upper] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]]
  return lower === undefined || upper === undefined ? undefined : Math.round((lower + upper) / 2)
}

/** What came of what was decided in a quarter, as far as it is known at a moment. */
export const outcomesOf = (
  quarter: Quarter,
  { sessions, undertakings }: Pick<WorkspaceFacts, 'sessions' | 'undertakings'>,
  now: number,
): Outcomes => {
  const held = sessions.filter(({ at }) => quarterOf(at) === quarter)
  const agreed = undertakings.filter(({ decidedAt }) => quarterOf(decidedAt) === quarter)
  const due = agreed.filter((each) => isDue(each, dayOf(now)))
  const trialDays = held.flatMap((session) => session.trialDays)
  const median = medianOf(trialDays)
  const tried = agreed.flatMap(({ reviewed }) => (reviewed?.isTried ? [reviewed] : []))
  return {
    due: due.length,
    inTime: due.filter(isInTime).length,
    tried: tried.length,
    measured: tried.filter(({ isMeasured }) => isMeasured).length,
    better: tried.filter(({ isBetter }) => isBetter).length,
    scored: held.reduce((sum, { scored }) => sum + scored, 0),
    chosen: held.reduce((sum, { chosen }) => sum + chosen, 0),
    decided: held.reduce((sum, { decided }) => sum + decided, 0),
    heard: held.reduce((sum, { heard }) => sum + heard, 0),
    trials: trialDays.length,
    ...(median !== undefined && { trialDays: median }),
  }
}
