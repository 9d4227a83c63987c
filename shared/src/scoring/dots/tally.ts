import type { ItemId } from '../../kernel/index.ts'
import { type Placed, cutOf, levelsBy, placeLevels } from '../order.ts'
import type { Vote } from '../scoring.ts'
import { type LeadKey, type Sentence, describeLead, naming } from '../sentence.ts'
import type { VotingSettings } from '../settings.ts'
import { measureStability } from '../stability.ts'
import type { Allowance, DotsBallot } from './ballot.ts'
import { budgetOf } from './budget.ts'
import type { DotsResult } from './result.ts'

interface Tally {
  dots: number
  breadth: number
}

/** Order by dots, then by how many people gave them, then as equals. */
export const tallyDots = ({
  ballots,
  items,
  settings,
  turnout,
  coverage,
}: Vote<DotsBallot, VotingSettings & Allowance>): DotsResult => {
  const tallies = new Map<ItemId, Tally>(items.map((item) => [item, { dots: 0, breadth: 0 }]))
  const count = (body: DotsBallot, times: 1 | -1): void => {
    for (const [item, found] of tallies) {
      const dots = body[item] ?? 0
      found.dots += times * dots
      found.breadth += dots > 0 ? times : 0
    }
  }
  for (const { body } of ballots) count(body, 1)
  const order = orderTallies(tallies, ballots.length)
  const without = ballots.map(({ body }) => {
    count(body, -1)
    const others = orderTallies(tallies, ballots.length - 1)
    count(body, 1)
    return others
  })
  return {
    scoring: 'dots',
    turnout,
    coverage,
    order,
    cut: settings.cut === undefined ? null : cutOf(order, settings.cut),
    stability: measureStability(order, without, settings.cut),
    budget: budgetOf(settings.budget, items.length),
    cap: settings.cap,
    items: order.map(({ item, rank }) => ({ item, rank, dots: 0, breadth: 0, ...tallies.get(item) })),
  }
}

// Everyone who voted said something of every item, if only that it gets no dot: nothing is outside the order then.
const orderTallies = (tallies: ReadonlyMap<ItemId, Tally>, cast: number): readonly Placed[] => {
  if (cast === 0) return placeLevels([], [...tallies.keys()])
  const levels = levelsBy([...tallies], ([, one], [, other]) => other.dots - one.dots || other.breadth - one.breadth)
  return placeLevels(levels.map((level) => level.map(([item]) => item)))
}

export type DotsKey = LeadKey | 'shortlist' | 'no-dots'

export const describeDots = (result: DotsResult): readonly Sentence<DotsKey>[] => [
  ...describeLead(result),
  ...(result.turnout.cast > 0 ? [{ key: 'shortlist' as const, values: {} }] : []),
  ...naming(
    'no-dots',
    result.items.filter(({ dots, rank }) => dots === 0 && rank !== null).map(({ item }) => item),
  ),
]
