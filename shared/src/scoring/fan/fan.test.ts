import { expect, test } from 'vitest'
import { AGGREGATES } from '../histogram.ts'
import { ABSTAIN, type JudgingBallot } from '../judging-ballot.ts'
import { reweigh } from '../reweigh.ts'
import { castAll, electorateOf, itemNamed } from '../simulated-cast.ts'
import { fan } from './index.ts'

const [I1, I2, I3] = [itemNamed('1'), itemNamed('2'), itemNamed('3')] as const
const ITEMS = [I1, I2, I3]
const GIVEN = {
  [I1]: { feasible: [5, 4, 4, 5, 4], attractive: [4, 4, 3, 5, 4], novel: [2, 2, 1, 3, 2] },
  [I2]: { feasible: [3, 3, 4, 2, 3], attractive: [5, 5, 4, 5, 4], novel: [4, 3, 4, 4, ABSTAIN] },
  [I3]: { feasible: [1, 5, 1, 5, 3], attractive: [1, 5, 2, 5, 1], novel: [5, 5, 4, 5, 5] },
}
const BODIES = [0, 1, 2, 3, 4].map((voter) =>
  Object.fromEntries(
    Object.entries(GIVEN).map(([item, answers]) => [
      item,
      Object.fromEntries(Object.entries(answers).map(([key, values]) => [key, values[voter]])),
    ]),
  ),
) as unknown as readonly JudgingBallot[]
const BALLOTS = castAll('fan', BODIES)
const WEIGHTS = { feasible: 2, attractive: 2, novel: 1 }
const result = fan.tally(BALLOTS, ITEMS, { weights: WEIGHTS }, electorateOf(BALLOTS))
const find = (item: string) => result.items.find((each) => each.item === item)!

test('Q10 the example of three ideas: means, normalised values and composites to the last digit', () => {
  expect(result.order).toEqual([
    { item: I2, rank: 1 },
    { item: I1, rank: 2 },
    { item: I3, rank: 3 },
  ])
  const figures = (item: string) => find(item).cells.map((cell) => cell.figures!)
  expect(figures(I1).map(({ mean }) => mean)).toEqual([4.4, 4, 2])
  expect(figures(I2).map(({ mean }) => mean)).toEqual([3, 4.6, 3.75])
  expect(figures(I3).map(({ mean }) => mean)).toEqual([3, 2.8, 4.8])
  expect(figures(I1).map(({ normalised }) => normalised.mean)).toEqual([85, 75, 25])
  expect(figures(I2).map(({ normalised }) => normalised.mean)).toEqual([50, 90, 68.75])
  expect(figures(I3).map(({ normalised }) => normalised.mean)).toEqual([50, 45, 95])
  expect(ITEMS.map((item) => find(item).scores!.mean)).toEqual([69, 69.75, 57])
  expect(ITEMS.map((item) => find(item).scores!.median)).toEqual([65, 75, 50])
  // 205/3, 845/12 and 170/3.
  expect(ITEMS.map((item) => find(item).scores!.trimmed)).toEqual([205 / 3, 845 / 12, 170 / 3])
  expect(figures(I2)[2]!.n).toBe(4)
  expect(find(I2).cells[2]!.abstained).toBe(1)
})

test('Q5 the spread of a cell: standard deviation, quartiles, polarisation, and what it is called', () => {
  const [feasible, attractive] = find(I3).cells.map((cell) => cell.figures!)
  expect(feasible).toMatchObject({ mean: 3, sd: 2, iqr: 4, polarisation: 0.8, low: 0.4, high: 0.4 })
  expect(attractive!.polarisation).toBe(0.84)
  expect(find(I3).cells.map((cell) => cell.figures!.agreement)).toEqual(['polarised', 'polarised', 'agreed'])
  expect(ITEMS.map((item) => find(item).agreement)).toEqual(['agreed', 'agreed', 'polarised'])
  expect(find(I3).cells[0]!.counts).toEqual([2, 0, 1, 0, 2])
})

test('Q8 two of five voters can change the first place, each alone', () => {
  expect(result.stability).toEqual({ of: 5, first: 2, contenders: [I1, I2] })
  const without = (left: number) => {
    const others = BALLOTS.filter((_, index) => index !== left)
    const found = fan.tally(others, ITEMS, { weights: WEIGHTS }, { eligible: 5 })
    return [I1, I2].map((item) => found.items.find((each) => each.item === item)!.scores!.mean)
  }
  expect(without(1)).toEqual([70, 70])
  expect(without(2)[0]).toBe(73.75)
  expect(without(2)[1]!.toFixed(2)).toBe('68.33')
})

test('Q9 equal weights as a question put I3 before I1 and leave the result as it was', () => {
  const before = JSON.parse(JSON.stringify(result)) as typeof result
  const asked = reweigh(result, { feasible: 1, attractive: 1, novel: 1 })
  expect(asked.isWhatIf).toBe(true)
  expect(asked.order.map(({ item }) => item)).toEqual([I2, I3, I1])
  expect(asked.scores.map(({ score }) => score.toFixed(2))).toEqual(['69.58', '63.33', '61.67'])
  expect(result).toEqual(before)
  expect(reweigh(result, {}).order).toEqual(result.order)
  const equal = fan.tally(BALLOTS, ITEMS, {}, electorateOf(BALLOTS))
  expect(asked.order).toEqual(equal.order)
})

test('Q14 in words: practically level, what is newest, what to talk about', () => {
  expect(fan.describe(result)).toEqual([
    { key: 'first', values: { items: [I2] } },
    { key: 'level', values: { items: [I1, I2], pivotal: 2, of: 5 } },
    { key: 'highest-on', values: { items: [I3], count: 1, criterion: 'novel' } },
    { key: 'talk', values: { items: [I3], count: 1 } },
  ])
})

test('Q10 each aggregate orders by its own composite, and weights may have two decimals', () => {
  for (const aggregate of AGGREGATES) {
    const found = fan.tally(BALLOTS, ITEMS, { weights: WEIGHTS, aggregate }, electorateOf(BALLOTS))
    expect(found.order.map(({ item }) => item)).toEqual([I2, I1, I3])
  }
  const decimal = { feasible: 0.4, attractive: 0.4, novel: 0.2 }
  const found = fan.tally(BALLOTS, ITEMS, { weights: decimal }, electorateOf(BALLOTS))
  expect(found.items.map(({ scores }) => scores!.mean)).toEqual([69.75, 69, 57])
  for (const weight of [0, -1, 0.001, 101, Number.NaN]) expect(fan.accepts({ weights: { novel: weight } })).toBe(false)
})

test('Q19 equals are equals also where adding up in binary would set them apart', () => {
  const weights = { feasible: 0.1, attractive: 0.7, novel: 0.3 }
  const sheet = (one: readonly number[], other: readonly number[]) => ({
    [I1]: { feasible: one[0], attractive: one[1], novel: one[2] },
    [I2]: { feasible: other[0], attractive: other[1], novel: other[2] },
  })
  // Sums above the lowest value of 0, 1, 11 and of 0, 4, 4: 0.7 + 3.3 and 2.8 + 1.2.
  const ballots = castAll('fan', [
    sheet([1, 1, 4], [1, 2, 2]),
    sheet([1, 1, 5], [1, 2, 2]),
    sheet([1, 2, 5], [1, 3, 3]),
  ])
  const found = fan.tally(ballots, [I1, I2], { weights }, electorateOf(ballots))
  const inBinary = [70 / 12 + 330 / 12, 280 / 12 + 120 / 12].map((sum) => sum / (0.1 + 0.7 + 0.3))
  expect(inBinary[0]).not.toBe(inBinary[1])
  expect(found.order.map(({ rank }) => rank)).toEqual([1, 1])
  expect(reweigh(found, {}).order).toEqual(found.order)
  expect(found.items[0]!.scores!.mean).toBe(found.items[1]!.scores!.mean)
})
