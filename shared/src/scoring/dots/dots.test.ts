import { expect, test } from 'vitest'
import { castAll, electorateOf, itemNamed } from '../simulated-cast.ts'
import { budgetOf } from './budget.ts'
import { dots } from './index.ts'

const [A, B, C] = [itemNamed('A'), itemNamed('B'), itemNamed('C')] as const
const ITEMS = [A, B, C]

test('Q12 the budget is the root of the number of items from 3 to 10, a third of it and one, or a number', () => {
  expect([1, 9, 12, 13, 30, 100, 400].map((items) => budgetOf('root', items))).toEqual([3, 3, 3, 4, 5, 10, 10])
  expect([1, 9, 10].map((items) => budgetOf('third', items))).toEqual([2, 4, 5])
  expect(budgetOf(7, 100)).toBe(7)
})

test('Q12 dots stay within the budget and the cap, and what is left over is fine', () => {
  const reason = (body: unknown, settings: unknown = {}) => {
    const read = dots.readBallot(body, { items: ITEMS, settings })
    return read.ok ? 'fits' : read.error.details?.['reason']
  }
  expect(reason({ [A]: 1 })).toBe('fits')
  expect(reason({ [A]: 2 })).toBe('too-many-on-one')
  expect(reason({ [A]: 2 }, { cap: 2 })).toBe('fits')
  expect(reason({ [A]: 2, [B]: 2 }, { cap: 2 })).toBe('too-many-dots')
  expect(reason({ [A]: 0 })).toBe('shape')
  expect(reason({ [A]: 0.5 })).toBe('shape')
  expect(dots.isComplete({ [A]: 1 }, { items: ITEMS, settings: {} })).toBe(false)
  expect(dots.progress({ [A]: 1 }, { items: [A], settings: {} })).toEqual({ done: 1, of: 1 })
})

test('Q12 order is by dots, then by people, then as equals', () => {
  const settings = { cap: 3 }
  const ballots = castAll('dots', [{ [A]: 3 }, { [B]: 2, [C]: 1 }, { [B]: 1, [C]: 2 }])
  const result = dots.tally(ballots, ITEMS, settings, electorateOf(ballots))
  expect(result.items).toEqual([
    { item: B, rank: 1, dots: 3, breadth: 2 },
    { item: C, rank: 1, dots: 3, breadth: 2 },
    { item: A, rank: 3, dots: 3, breadth: 1 },
  ])
  expect(dots.tally(ballots, ITEMS, { ...settings, cut: 1 }, electorateOf(ballots)).cut).toEqual({
    take: 1,
    above: [],
    onLine: [B, C],
  })
})

test('Q18 one more dot never costs a place', () => {
  const bodies = [{ [A]: 1 }, { [B]: 1 }, { [B]: 1, [C]: 1 }]
  const rankOf = (all: readonly unknown[]) =>
    dots.tally(castAll('dots', all), ITEMS, {}, { eligible: 3 }).order.find(({ item }) => item === A)!.rank
  expect(rankOf(bodies)).toBe(2)
  expect(rankOf([bodies[0], { ...bodies[1], [A]: 1 }, bodies[2]])).toBe(1)
})

test('Q14 in words: a shortlist, and what nobody chose', () => {
  const ballots = castAll('dots', [{ [A]: 1 }, { [A]: 1 }, { [A]: 1, [B]: 1 }])
  expect(dots.describe(dots.tally(ballots, ITEMS, {}, electorateOf(ballots)))).toEqual([
    { key: 'first', values: { items: [A] } },
    { key: 'stable', values: { pivotal: 0, of: 3 } },
    { key: 'shortlist', values: {} },
    { key: 'no-dots', values: { items: [C], count: 1 } },
  ])
})
