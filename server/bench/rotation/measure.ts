import { seededRandom } from '@roundel/shared/kernel'
import {
  type RotationJob,
  ROTATION_ITERATIONS,
  type RotationPlan,
  cafeJob,
  measureEncounters,
  planRotation,
  seatNamed,
  seatWithoutPlan,
} from '@roundel/shared/rotation'
import type { Cafe } from './instances.ts'

export const SEEDS = 9
/** These are puzzles, and nobody waits for them. */
const GOLFER_ITERATIONS = 50_000

/** Thread time of some work in milliseconds, and what it came to. */
export const timed = <Value>(work: () => Value): { readonly ms: number; readonly value: Value } => {
  const began = process.threadCpuUsage()
  const value = work()
  const { user, system } = process.threadCpuUsage(began)
  return { ms: (user + system) / 1000, value }
}

export const medianOf = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN

/** Plans a café once per seed. */
export const planAll = ({ people, tables, rounds }: Cafe) =>
  Array.from({ length: SEEDS }, (_, seed) => {
    const job = cafeJob(people, tables, rounds, { seed, iterations: ROTATION_ITERATIONS })
    const { ms, value } = timed(() => planRotation(job))
    return { ms, figures: value.figures, ...measureEncounters(value.rounds) }
  })

/** Repeats and revisits without a planner, as `repeats/revisits`. */
export const measureHabit = ({ people, tables, rounds }: Cafe, habit: 'random' | 'clockwise'): string => {
  const job = cafeJob(people, tables, rounds)
  const runs = Array.from({ length: SEEDS }, (_, seed) =>
    measureEncounters(seatWithoutPlan(job, habit, seededRandom(seed))),
  )
  return `${medianOf(runs.map((run) => run.repeatCost))}/${medianOf(runs.map((run) => run.revisits))}`
}

/** The rounds of so many in which nobody met twice, when tables do not matter. */
export const solveGolfers = (groups: number, size: number, known: number): number => {
  for (let rounds = known; rounds > 1; rounds--) {
    const base = cafeJob(groups * size + groups, groups, rounds, { iterations: GOLFER_ITERATIONS, mayReturn: true })
    const plan = planRotation({ ...base, tables: base.tables.map(({ id }) => ({ id })) })
    if (plan.figures.repeats === 0) return rounds
  }
  return 1
}

/** A café where a tenth of those who travel leaves and as many come before every round after the first. */
export const liveThroughChurn = ({ people, tables, rounds }: Cafe, seed: number) => {
  const random = seededRandom(seed)
  let job: RotationJob = cafeJob(people, tables, rounds, { seed, iterations: ROTATION_ITERATIONS })
  let plan: RotationPlan = planRotation(job)
  let slowest = 0
  for (let round = 1, fresh = people; round < rounds; round++) {
    const stay = job.travellers.filter(() => random() >= 0.1)
    const come = Array.from({ length: people - tables - stay.length }, () => ({ id: seatNamed(fresh++) }))
    const [now = [], ...previous] = plan.rounds
    job = { ...job, travellers: [...stay, ...come], rounds: rounds - round, past: [...job.past, now], previous }
    const { ms, value } = timed(() => planRotation(job))
    plan = value
    slowest = Math.max(slowest, ms)
  }
  const { repeatCost, revisits } = measureEncounters([...job.past, ...plan.rounds])
  return { repeats: repeatCost, revisits, slowest }
}
