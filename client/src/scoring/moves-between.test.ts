import { expect, test } from 'vitest'
import { movesBetween } from './moves-between.ts'

const vote = (...levels: readonly (readonly string[])[]) => {
  let before = 0
  const order = levels.flatMap((level) => {
    const rank = before + 1
    before += level.length
    return level.map((item) => ({ item, rank }))
  })
  return { order } as unknown as Parameters<typeof movesBetween>[0]
}

test('Q46 places are compared among what both votes have in order, equals sharing the better one', () => {
  const moves = movesBetween(vote(['a'], ['gone'], ['b', 'c'], ['d']), vote(['d'], ['a', 'b'], ['new'], ['c']))
  expect(moves).toEqual([
    { item: 'd', before: 4, now: 1 },
    { item: 'a', before: 1, now: 2 },
    { item: 'b', before: 2, now: 2 },
    { item: 'c', before: 2, now: 4 },
  ])
})

test('Q46 what is outside one of the orders moves nowhere', () => {
  const outside = { order: [{ item: 'a', rank: null }] } as unknown as Parameters<typeof movesBetween>[0]
  expect(movesBetween(outside, vote(['a']))).toEqual([])
  expect(movesBetween(vote(['a']), outside)).toEqual([])
})
