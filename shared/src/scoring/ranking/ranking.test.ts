import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ItemId } from '../../kernel/index.ts'
import { anyPoll } from '../any-poll.ts'
import { firstOf } from '../order.ts'
import { castAll, electorateOf, itemNamed } from '../simulated-cast.ts'
import { countedLevels } from './ballot.ts'
import { comparePairs } from './tau.ts'
import { ranking } from './index.ts'
import { compareWithAll, rankWithout } from './what-if.ts'

const [A, B, C, D] = [itemNamed('A'), itemNamed('B'), itemNamed('C'), itemNamed('D')] as const
const ITEMS = [D, B, A, C]
const times = (count: number, ...levels: readonly (readonly ItemId[])[]) =>
  Array.from({ length: count }, () => ({ levels }))
const BODIES = [
  ...times(3, [A], [B], [C], [D]),
  ...times(2, [B], [C], [A], [D]),
  ...times(3, [C], [A], [D]),
  ...times(1, [D], [A, B], [C]),
]
const BALLOTS = castAll('ranking', BODIES)
const result = ranking.tally(BALLOTS, ITEMS, {}, electorateOf(BALLOTS))
const find = (item: ItemId) => result.items.find((each) => each.item === item)!

test('Q20 the example of nine ballots: every duel', () => {
  expect(result.duels).toEqual({
    items: [A, B, C, D],
    wins: [
      [0, 6, 4, 8],
      [2, 0, 6, 5],
      [5, 3, 0, 8],
      [1, 4, 1, 0],
    ],
  })
})

test('Q21 the example of nine ballots: the order of each rule', () => {
  expect(result.levels).toEqual([[A], [B], [C], [D]])
  expect([A, B, C, D].map((item) => find(item).borda!.points)).toEqual([18.5, 13.5, 16, 6])
  expect([A, B, C, D].map((item) => find(item).copeland!.score)).toEqual([1, 1, 1, -3])
  expect([A, B, C, D].map((item) => find(item).copeland!.display)).toEqual([2, 2, 2, 0])
  expect(result.kemeny).toMatchObject({
    isExact: true,
    isComplete: true,
    orders: [[A, B, C, D]],
    components: [[A, B, C], [D]],
    agreement: 37,
    disagreement: 16,
  })
  expect(result.condorcet).toEqual({ winner: null, loser: D, smith: [A, B, C] })
})

test('Q23 the example of nine ballots: the ring, its weakest victory, and where Borda differs', () => {
  expect(result.cycles).toEqual([
    {
      items: [A, B, C],
      majorities: [
        { over: A, under: B, for: 6, against: 2 },
        { over: B, under: C, for: 6, against: 3 },
        { over: C, under: A, for: 5, against: 4 },
      ],
      isOverruled: true,
    },
  ])
  expect(result.comparison).toEqual({
    isAgreed: false,
    differences: [{ rule: 'borda', before: C, after: B }],
    count: 1,
  })
})

test('Q24 the example of nine ballots: little agreement, W = 1050 / 4806', () => {
  expect(result.concordance).toEqual({
    measure: 'kendall-w',
    value: 1050 / 4806,
    concord: 'little',
    chiSquared: (9 * 3 * 1050) / 4806,
    degrees: 3,
  })
})

test('Q14 in words: who leads, and which majority gives way', () => {
  const described = ranking.describe(result)
  expect(described[0]).toEqual({ key: 'first', values: { items: [A] } })
  expect(described.slice(2)).toEqual([
    { key: 'cycle-overruled', values: { items: [A, B, C], count: 3, over: C, under: A, for: 5, against: 4 } },
    { key: 'concord-little', values: { value: 1050 / 4806 } },
  ])
})

test('Q25 without one item, asked of the result alone, the order is that of the same ballots without it', () => {
  for (const gone of ITEMS) {
    const others = ITEMS.filter((item) => item !== gone)
    const bodies = BODIES.map((body) => ({
      levels: countedLevels(body, ITEMS, 'last')
        .map((level) => level.filter((item) => item !== gone))
        .filter((level) => level.length > 0),
    }))
    const ballots = castAll('ranking', bodies)
    expect(rankWithout(result, gone).order).toEqual(ranking.tally(ballots, others, {}, electorateOf(ballots)).order)
  }
  // Without B there is no ring, and C beats A.
  expect(rankWithout(result, B)).toMatchObject({ isWhatIf: true, winner: C })
})

test('Q25 how close a ballot is to the order of all: tau-b and distance', () => {
  const own = { levels: [[C], [A], [D]] }
  expect(compareWithAll(result, own, ITEMS)).toEqual({ tau: 0, distance: 3 })
  expect(compareWithAll(result, { levels: [[A], [B], [C], [D]] }, ITEMS)).toEqual({ tau: 1, distance: 0 })
  // Four concordant, one discordant, one tied on the ballot: (4 - 1) / sqrt(5 * 6).
  const tied = { levels: [[B], [A], [C, D]] }
  expect(comparePairs(tied.levels, result.levels)).toMatchObject({ concordant: 4, discordant: 1, tiedInFirst: 1 })
  expect(compareWithAll(result, tied, ITEMS)).toEqual({ tau: 3 / Math.sqrt(30), distance: 1.5 })
})

test('Q20 what was not placed counts for nobody where nothing was to be said of it', () => {
  const found = ranking.tally(BALLOTS, ITEMS, { unranked: 'no-opinion' }, electorateOf(BALLOTS))
  const [a, b] = [found.duels.items.indexOf(A), found.duels.items.indexOf(B)]
  expect([found.duels.wins[a]![b], found.duels.wins[b]![a]]).toEqual([3, 2])
  expect(found.items.find(({ item }) => item === B)!.counted).toBe(6)
  expect(found.concordance).toMatchObject({ measure: 'mean-tau', concord: null })
})

test('Q20 a voter who was shown some of the items said nothing of the others, and last among those shown is last', () => {
  const [first, ...others] = BALLOTS
  const subset = { ...first!, shown: [A, B, C], body: { levels: [[B]] } }
  const found = ranking.tally([subset, ...others], ITEMS, {}, electorateOf(BALLOTS))
  const [a, b, d] = [A, B, D].map((item) => found.duels.items.indexOf(item)) as [number, number, number]
  expect([found.duels.wins[a]![b], found.duels.wins[b]![a]]).toEqual([5, 3])
  expect(found.duels.wins[a]![d]).toBe(7)
  expect(found.items.find(({ item }) => item === D)!.counted).toBe(8)
})

test('Q8 stability where voters place some items only: what they leave may take an item out of the order', () => {
  const settings = { unranked: 'no-opinion', full: 2, top: 3 }
  fc.assert(
    fc.property(fc.nat(2 ** 31), (seed) => {
      const { items, ballots } = anyPoll(ranking, seed, { settings })
      const { order, stability } = ranking.tally(ballots, items, settings, { eligible: 9 })
      const changed = ballots.filter(({ voter }) => {
        const others = ballots.filter((ballot) => ballot.voter !== voter)
        const without = ranking.tally(others, items, settings, { eligible: 9 }).order
        return firstOf(without).join() !== firstOf(order).join()
      })
      expect(stability.first).toBe(changed.length)
    }),
  )
})

test('Q3 above the limit only the best are placed', () => {
  const many = Array.from({ length: 13 }, (_, index) => itemNamed(`${index}`))
  const place = (count: number) => ({ levels: many.slice(0, count).map((item) => [item]) })
  const choice = { items: many, settings: {} }
  expect(ranking.readBallot(place(7), choice).ok).toBe(true)
  expect(ranking.readBallot(place(8), choice)).toMatchObject({ error: { details: { reason: 'too-many-places' } } })
  expect(ranking.isComplete(place(7), choice)).toBe(true)
  expect(ranking.isComplete(place(11), { items: many.slice(0, 12), settings: {} })).toBe(false)
})
