import { type SeatId, seededRandom } from '../kernel/index.ts'
import type { Hall } from './hall.ts'
import { REPEAT, modelOf } from './model.ts'
import { boundOf, judgePlan } from './plan-figures.ts'
import type { RotationJob, RotationPlan, Seating } from './rotation.ts'
import { improve } from './search.ts'
import { startPlan } from './start.ts'

/** Steps of the search that serve every room Roundel holds. */
export const ROTATION_ITERATIONS = 16_000

/** Heat of a search from scratch, and of one that begins from a plan people have seen: there it only mends. */
const HEAT = 0.9
const MENDING_HEAT = 0.1

/**
 * Seats everybody once in every round to come: with the fewest revisits first, then the fewest repeats.
 *
 * Closed form where one exists, then local search, until the bound is reached or the iterations are spent. Everything
 * follows from the job: neither time nor the order of its lists matters. Wishes that cannot be fulfilled are counted.
 */
export const planRotation = (job: RotationJob): RotationPlan => {
  const model = modelOf(job)
  const random = seededRandom(job.seed)
  const hall = startPlan(model, job, random)
  const isMending = job.previous.length > 0
  const iterations = improve(hall, random, {
    iterations: job.iterations,
    goal: REPEAT * boundOf(model),
    from: isMending ? Math.min(job.announced, job.previous.length, model.rounds) : 0,
    heat: isMending ? MENDING_HEAT : HEAT,
  })
  return {
    rounds: Array.from({ length: model.rounds }, (_, round) => writeRound(hall, round, job)),
    figures: judgePlan(hall, iterations),
  }
}

const writeRound = (hall: Hall, round: number, job: RotationJob): Seating => {
  const { travellers, tableOf } = hall.model
  return job.tables.map(({ id, host }) => ({
    table: id,
    ...(host !== undefined && { host }),
    travellers: hall
      .there(round, tableOf.get(id) as number)
      .toSorted((one, other) => one - other)
      .map((one) => travellers[one]?.id as SeatId),
  }))
}
