import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '../../kernel/index.ts'
import { anyLevels, duelsOf } from './any-duels.ts'
import { indexesOf } from './duels.ts'
import { MOST_ORDERS, agreementOf, findKemeny } from './kemeny.ts'
import { approximateComponent } from './kemeny-approximate.ts'
import { solveComponent } from './kemeny-exact.ts'

const permutations = (indexes: readonly number[]): readonly (readonly number[])[] =>
  indexes.length === 0
    ? [[]]
    : indexes.flatMap((first) =>
        permutations(indexes.filter((index) => index !== first)).map((rest) => [first, ...rest]),
      )

const anyDuels = (most: number) =>
  fc
    .record({ seed: fc.nat(2 ** 31), items: fc.integer({ min: 1, max: most }), voters: fc.integer({ min: 1, max: 9 }) })
    .map(({ seed, items, voters }) => duelsOf(anyLevels(items, voters, seededRandom(seed))))

test('Q22 the best orders are those that trying every order finds, and what they share is settled', () => {
  fc.assert(
    fc.property(anyDuels(6), (duels) => {
      const all = permutations(indexesOf(duels)).map((order) => ({ order, agreement: agreementOf(duels, order) }))
      const most = Math.max(...all.map(({ agreement }) => agreement))
      const best = all.filter(({ agreement }) => agreement === most).map(({ order }) => order)
      const found = findKemeny(duels)
      const named = best.map((order) => order.map((index) => duels.items[index]).join())
      expect(found.agreement).toBe(most)
      expect(found.isExact).toBe(true)
      expect(found.isComplete).toBe(best.length <= MOST_ORDERS)
      const listed = found.orders.map((order) => order.join())
      if (found.isComplete) expect(listed.toSorted()).toEqual(named.toSorted())
      else expect([listed.length, listed.every((order) => named.includes(order))]).toEqual([MOST_ORDERS, true])
      const solved = solveComponent(duels, indexesOf(duels))
      const shared = indexesOf(duels).flatMap((one) =>
        indexesOf(duels).flatMap((other) =>
          one !== other && best.every((order) => order.indexOf(one) < order.indexOf(other)) ? [`${one} ${other}`] : [],
        ),
      )
      expect(solved.settled.map(([one, other]) => `${one} ${other}`).toSorted()).toEqual(shared.toSorted())
    }),
    { numRuns: 60 },
  )
})

test('Q22 seven items, tried in every order', () => {
  for (const seed of [1, 2, 3]) {
    const duels = duelsOf(anyLevels(7, 5, seededRandom(seed)))
    const most = Math.max(...permutations(indexesOf(duels)).map((order) => agreementOf(duels, order)))
    expect(findKemeny(duels).agreement).toBe(most)
  }
})

test('Q22 what is approximate says so, agrees no more than the best, and no single move betters it', () => {
  fc.assert(
    fc.property(anyDuels(9), (duels) => {
      const exact = findKemeny(duels)
      const rough = findKemeny(duels, 2)
      expect(rough.isExact).toBe(exact.components.every(({ length }) => length <= 2))
      expect(rough.agreement).toBeLessThanOrEqual(exact.agreement)
      expect(rough.components).toEqual(exact.components)
      if (!rough.isExact) expect(rough.isComplete).toBe(false)
      const [order] = approximateComponent(duels, indexesOf(duels)).orders as [readonly number[]]
      for (const item of order) {
        for (let place = 0; place < order.length; place++) {
          const moved = order.filter((each) => each !== item).toSpliced(place, 0, item)
          expect(agreementOf(duels, moved)).toBeLessThanOrEqual(agreementOf(duels, order))
        }
      }
    }),
    { numRuns: 40 },
  )
})

test('Q22 where all is level every order is best: a hundred are listed, and nothing is settled', () => {
  const duels = duelsOf([[anyLevels(6, 1, () => 0)[0]!.flat()]])
  const found = findKemeny(duels)
  expect(found).toMatchObject({ isExact: true, isComplete: false, settled: [], agreement: 0, disagreement: 0 })
  expect(found.orders.length).toBe(MOST_ORDERS)
})
