import { seededRandom } from '@roundel/shared/kernel'
import { cafeJob, measureEncounters, repeatBound, seatWithoutPlan } from '@roundel/shared/rotation'
import { type Bar, CAFES, type Cafe, GOLFERS, barOf } from './instances.ts'
import { SEEDS, liveThroughChurn, measureHabit, medianOf, planAll, solveGolfers, timed } from './measure.ts'

/** So many times the unit may the median plan take: the slowest took 18 to 42 on a machine more and less busy. */
const LIMIT = 60

// The unit is work of the same kind on the same machine in the same run: to seat 200 people by chance and count who met.
const big = cafeJob(200, 40, 6)
const unit = medianOf(
  Array.from(
    { length: 45 },
    (_, seed) => timed(() => measureEncounters(seatWithoutPlan(big, 'random', seededRandom(seed)))).ms,
  ),
)

const meetsBar = (bar: Bar, cafe: Cafe, runs: ReturnType<typeof planAll>): boolean => {
  const { people, tables, rounds } = cafe
  const bound = repeatBound(people - tables, tables, rounds)
  const repeats = medianOf(runs.map((run) => run.repeatCost))
  if (medianOf(runs.map((run) => run.revisits)) > 0) return false
  switch (bar) {
    case 'perfect':
      return runs.every((run) => run.repeatCost === 0 && run.revisits === 0)
    case 'near the bound':
      return repeats <= 1.1 * bound
    case 'few repeats':
      return repeats <= 0.01 * medianOf(runs.map((run) => run.meetings))
    case 'no revisits':
      return true
  }
}

let isGood = true
const rows = CAFES.map((cafe) => {
  const { people, tables, rounds } = cafe
  const runs = planAll(cafe)
  const costs = runs.map((run) => run.repeatCost)
  const ms = medianOf(runs.map((run) => run.ms))
  const bar = barOf(cafe)
  const holds = meetsBar(bar, cafe, runs) && ms <= LIMIT * unit
  isGood &&= holds
  const row = {
    bound: repeatBound(people - tables, tables, rounds),
    repeats: `${medianOf(costs)} (${Math.min(...costs)}-${Math.max(...costs)})`,
    revisits: medianOf(runs.map((run) => run.revisits)),
    ms: ms.toFixed(1),
    'to unit': (ms / unit).toFixed(1),
    random: measureHabit(cafe, 'random'),
    clockwise: measureHabit(cafe, 'clockwise'),
    bar,
    holds,
  }
  return [`${people} people, ${tables} tables, ${rounds} rounds`, row] as const
})
console.log(`repeats (sum of c(c-1)/2): median (best-worst) of ${SEEDS} seeds; random and clockwise: repeats/revisits`)
console.log(
  `thread time, median; the unit is seating 200 people by chance and counting: ${unit.toFixed(2)} ms, limit ${LIMIT}x`,
)
console.table(Object.fromEntries(rows))

console.log('people leave and come, a tenth before every round: worst of the seeds')
const churn = [
  { people: 60, tables: 12, rounds: 4 },
  { people: 100, tables: 20, rounds: 5 },
  { people: 200, tables: 40, rounds: 6 },
].map((cafe) => {
  const runs = Array.from({ length: SEEDS }, (_, seed) => liveThroughChurn(cafe, seed))
  const worst = (pick: (run: (typeof runs)[number]) => number): number => Math.max(...runs.map(pick))
  const slowest = worst((run) => run.slowest)
  const repeats = worst((run) => run.repeats)
  const revisits = worst((run) => run.revisits)
  const holds = repeats === 0 && revisits === 0 && slowest <= LIMIT * unit
  isGood &&= holds
  return [`${cafe.people}/${cafe.tables}/${cafe.rounds}`, { repeats, revisits, ms: slowest.toFixed(1), holds }] as const
})
console.table(Object.fromEntries(churn))

console.log('without hosts: the most rounds in which nobody meets anybody twice, found and known')
const golfers = GOLFERS.map(({ groups, size, known }) => [
  `${groups} groups of ${size}`,
  { found: solveGolfers(groups, size, known), known },
])
console.table(Object.fromEntries(golfers))
if (!isGood) process.exitCode = 1
