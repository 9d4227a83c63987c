import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as v from 'valibot'
import { LIMITS, asId } from '../kernel/index.ts'
import { compareItems, groupItems, isLoose } from './order.ts'
import { NOTE_CELL, placeAt, placeOnWall } from './place.ts'
import { rankAt, rankBetween } from './rank.ts'
import type { Item } from './records.ts'
import { Place, Rank } from './vocabulary.ts'

const itemOf = (id: string, rank: string, cluster?: string): Item => ({
  id: asId(id),
  kind: 'idea',
  step: asId('step'),
  text: id,
  lang: 'en',
  rank,
  state: 'published',
  ...(cluster && { cluster: asId<'cluster'>(cluster) }),
})

const anyRank = fc.stringMatching(/^[0-9A-Za-z]{0,6}$/)

test('K10 items sort by rank, then by id, whatever their order was', () => {
  const items = [itemOf('b', 'V'), itemOf('a', 'V'), itemOf('c', ''), itemOf('d', 'a'), itemOf('e', 'Z')]
  expect(items.toSorted(compareItems).map(({ id }) => id)).toEqual(['c', 'a', 'b', 'e', 'd'])
  fc.assert(
    fc.property(fc.shuffledSubarray(items, { minLength: 5 }), (shuffled) => {
      expect(shuffled.toSorted(compareItems)).toEqual(items.toSorted(compareItems))
    }),
  )
})

test('K10 an item stands in its cluster, or loose when it has none that exists', () => {
  const items = [itemOf('a', '2', 'one'), itemOf('b', '1', 'one'), itemOf('c', '1', 'gone'), itemOf('d', '0')]
  const { members, loose } = groupItems(items, [asId('one'), asId('empty')])
  expect(members.get(asId('one'))?.map(({ id }) => id)).toEqual(['b', 'a'])
  expect(members.get(asId('empty'))).toEqual([])
  expect(members.has(asId('gone'))).toBe(false)
  expect(loose.map(({ id }) => id)).toEqual(['d', 'c'])
})

test('K10 an item is loose without a cluster and in one that does not exist', () => {
  const clusters = new Map([[asId<'cluster'>('one'), true]])
  const loose = [itemOf('a', '1', 'one'), itemOf('b', '1', 'gone'), itemOf('c', '1')].filter((item) =>
    isLoose(item, clusters),
  )
  expect(loose.map(({ id }) => id)).toEqual(['b', 'c'])
})

test('K21 a cluster with nothing in it and no name is not shown, one with either is, and so is one given by its id', () => {
  const cluster = (id: string, title: string) => ({ id: asId<'cluster'>(id), title })
  const { members } = groupItems(
    [itemOf('a', '1', 'used'), itemOf('b', '1', 'left')],
    [cluster('used', ''), cluster('named', 'Door'), cluster('empty', ' '), asId<'cluster'>('made')],
  )
  expect([...members.keys()]).toEqual(['used', 'named', 'made'])
})

test('K11 between two ranks in order lies one that sorts between them, wherever one can', () => {
  fc.assert(
    fc.property(anyRank, anyRank, (one, other) => {
      const [before, after] = one < other ? [one, other] : [other, one]
      const between = rankBetween(before, after)
      expect(v.is(Rank, between)).toBe(true)
      // Nothing lies between a rank and the same one with zeros behind it, nor between equals.
      const isTight = /^0*$/.test(after.slice(before.length)) && after.startsWith(before)
      if (isTight) expect(between).toBe(before)
      else expect(before < between && between < after).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})

test('K11 there is always room at the end, and ranks stay short there', () => {
  let rank = ''
  for (let count = 0; count < 6_000; count++) {
    const next = rankBetween(rank)
    expect(next > rank).toBe(true)
    rank = next
  }
  expect(rank.length).toBeLessThan(200)
  expect(rankBetween('z'.repeat(200))).toBe('z'.repeat(200))
})

test('K11 there is room for hundreds of insertions in one place', () => {
  let [before, after] = [rankAt(3), rankAt(4)]
  for (let count = 0; count < 300; count++) {
    const between = rankBetween(before, after)
    expect(before < between && between < after).toBe(true)
    if (count % 3 === 0) before = between
    else after = between
  }
  expect(v.is(Rank, before)).toBe(true)
})

test('K11 ranks that come in the wrong order or from a stranger give an answer all the same', () => {
  expect(rankBetween('b', 'a')).toBe('b')
  expect(rankBetween('a', 'a')).toBe('a')
  expect(rankBetween('', '0')).toBe('')
  expect(rankBetween('a', `a${'0'.repeat(199)}`)).toBe('a')
})

test('K11 items that the server puts onto a board come one after another', () => {
  const ranks = Array.from({ length: LIMITS.itemsPerBoard + 100 }, (_, index) => rankAt(index))
  expect(ranks).toEqual(ranks.toSorted())
  expect(new Set(ranks).size).toBe(ranks.length)
  expect(rankBetween('', rankAt(0)) < rankAt(0)).toBe(true)
  expect(ranks.every((rank) => v.is(Rank, rank))).toBe(true)
})

test('K12 every place that the server gives lies wholly on the wall, and neighbours do not overlap', () => {
  for (let index = 0; index < LIMITS.itemsPerBoard; index++) {
    const [x, y] = placeAt(index)
    expect(v.is(Place, [x, y])).toBe(true)
    expect(x + NOTE_CELL.width - 24).toBeLessThanOrEqual(LIMITS.cells.width)
    expect(y + NOTE_CELL.height - 24).toBeLessThanOrEqual(LIMITS.cells.height)
  }
  const first = Array.from({ length: 192 }, (_, index) => placeAt(index).join())
  expect(new Set(first).size).toBe(192)
  expect(placeAt(192)).not.toEqual(placeAt(0))
})

test('K12 whatever place is meant, the one that is written lies on the wall', () => {
  const any = fc.oneof(fc.double(), fc.integer())
  fc.assert(fc.property(any, any, (x, y) => v.is(Place, placeOnWall(x, y))))
  expect(placeOnWall(10.6, 20)).toEqual([11, 20])
  expect(placeOnWall(-5, 99_999)).toEqual([0, LIMITS.cells.height])
})
