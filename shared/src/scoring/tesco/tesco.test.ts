import { expect, test } from 'vitest'
import type { JudgingBallot } from '../judging-ballot.ts'
import { reweigh } from '../reweigh.ts'
import { castAll, electorateOf, itemNamed } from '../simulated-cast.ts'
import { tesco } from './index.ts'

const [RETURN, FORM, MANAGER] = [itemNamed('return'), itemNamed('form'), itemNamed('manager')] as const
const ITEMS = [MANAGER, FORM, RETURN]
const GIVEN = {
  [RETURN]: { better: [2, 1, 1, 2, 1], simpler: [1, 2, 1, 0, 1], cheaper: [1, 0, 1, 1, -1] },
  [FORM]: { better: [0, 1, 0, 0, 0], simpler: [2, 2, 1, 2, 2], cheaper: [1, 1, 1, 0, 1] },
  [MANAGER]: { better: [2, 2, 2, 1, 2], simpler: [-1, 0, -1, -2, -1], cheaper: [-2, -1, -1, -2, -1] },
}
const BALLOTS = castAll(
  'tesco',
  [0, 1, 2, 3, 4].map((voter) =>
    Object.fromEntries(
      Object.entries(GIVEN).map(([item, answers]) => [
        item,
        Object.fromEntries(Object.entries(answers).map(([key, values]) => [key, values[voter]])),
      ]),
    ),
  ) as unknown as readonly JudgingBallot[],
)
const result = tesco.tally(BALLOTS, ITEMS, {}, electorateOf(BALLOTS))

test('Q11 the example of three ideas: equal composites, different tiers', () => {
  expect(result.order).toEqual([
    { item: RETURN, rank: 1 },
    { item: FORM, rank: 2 },
    { item: MANAGER, rank: 3 },
  ])
  expect(result.items.map(({ scores }) => scores!.mean)).toEqual([220 / 3, 220 / 3, 45])
  expect(result.items.map(({ cells }) => cells.map(({ figures }) => figures!.median))).toEqual([
    [1, 1, 1],
    [0, 2, 1],
    [2, -1, -1],
  ])
  expect(result.tiers).toEqual([
    { passes: 3, items: [RETURN] },
    { passes: 2, items: [FORM] },
    { passes: 1, items: [MANAGER] },
  ])
  expect(result.verdicts.map(({ harms }) => harms)).toEqual([0, 0, 2])
  expect(result.verdicts[1]!.byCriterion).toEqual({ better: 'neutral', simpler: 'passes', cheaper: 'passes' })
})

test('Q11 of equal passes the fewer harms come first, whatever the composites', () => {
  const [safe, harmful] = [itemNamed('safe'), itemNamed('harmful')]
  const sheet = {
    [safe]: { better: 1, simpler: 0, cheaper: 0 },
    [harmful]: { better: 2, simpler: -1, cheaper: 0 },
  }
  const ballots = castAll('tesco', [sheet, sheet, sheet])
  const found = tesco.tally(ballots, [harmful, safe], {}, electorateOf(ballots))
  expect(found.items.map(({ item }) => item)).toEqual([safe, harmful])
  expect(found.items[0]!.scores).toEqual(found.items[1]!.scores)
})

test('Q11 other weights never lift an idea out of its tier', () => {
  expect(reweigh(result, { better: 100, simpler: 0.01, cheaper: 0.01 }).order).toEqual(result.order)
  expect(tesco.accepts({ weights: { better: 2 } })).toBe(false)
})

test('Q14 in words: the best tier, and what does harm', () => {
  expect(tesco.describe(result)).toEqual([
    { key: 'first', values: { items: [RETURN] } },
    { key: 'stable', values: { pivotal: 0, of: 5 } },
    { key: 'tier', values: { items: [RETURN], count: 1, passes: 3 } },
    { key: 'harms', values: { items: [MANAGER], count: 1 } },
  ])
})
