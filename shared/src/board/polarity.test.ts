import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { type ClusterId, type ItemId, asId } from '../kernel/index.ts'
import { moveToCluster, moveToPlace, pairUp } from './intentions.ts'
import { openBoard } from './open.ts'
import { isJudgeable, isSpark, mayLink, polarityOf } from './polarity.ts'
import type { Item } from './records.ts'
import { ITEM_KINDS, LINK_TYPES } from './vocabulary.ts'

const [BAD, GOOD]: readonly ItemId[] = [asId('item000000000001'), asId('item000000000002')]
const CLUSTER: ClusterId = asId('cluster000000001')

test('M37 what only leads to ideas may not be judged', () => {
  expect(ITEM_KINDS.filter(isSpark)).toEqual(['association', 'stimulus'])
  expect(ITEM_KINDS.filter((kind) => isSpark(kind) && isJudgeable(kind))).toEqual([])
})

test('M72 of all kinds of ideas only a negative one may not be judged, and it is the one that is negative', () => {
  expect(ITEM_KINDS.filter((kind) => !isJudgeable(kind) && !isSpark(kind))).toEqual(['negative-idea'])
  expect(ITEM_KINDS.filter((kind) => polarityOf(kind) === 'negative')).toEqual(['negative-idea'])
})

test('M72 no link makes an action of a negative idea, or puts one behind another kind of item', () => {
  for (const other of ITEM_KINDS) {
    expect(mayLink('becomes', 'negative-idea', other)).toBe(false)
    for (const type of ['duplicate-of', 'merged-into'] as const) {
      expect(mayLink(type, 'negative-idea', other)).toBe(other === 'negative-idea')
      expect(mayLink(type, other, 'negative-idea')).toBe(other === 'negative-idea')
    }
  }
  expect(mayLink('becomes', 'idea', 'action')).toBe(true)
})

test('M72 an inversion leads from an idea to a negative idea, and what builds on another is on the same side', () => {
  for (const from of ITEM_KINDS) {
    for (const to of ITEM_KINDS) {
      expect(mayLink('inverts', from, to)).toBe(from === 'idea' && to === 'negative-idea')
      expect(mayLink('builds-on', from, to)).toBe((from === 'negative-idea') === (to === 'negative-idea'))
    }
  }
  for (const type of LINK_TYPES) expect(typeof mayLink(type, 'idea', 'idea')).toBe('boolean')
})

test('M72 putting a negative idea into a cluster, or making one with it, means nothing; it can be moved, and let go', () => {
  const board = openBoard(new Y.Doc())
  const item = (id: ItemId, kind: Item['kind']): Item => ({
    id,
    kind,
    step: asId('step000000000001'),
    text: 'Hide the clock',
    lang: 'en',
    rank: '',
    state: 'published',
  })
  board.items.add(item(BAD as ItemId, 'negative-idea'))
  board.items.add(item(GOOD as ItemId, 'idea'))
  board.clusters.add({ id: CLUSTER, step: asId('step000000000001'), title: 'Clocks', at: [0, 0] })
  const nothing = moveToCluster(board, asId('item00000000none'), CLUSTER)
  expect(moveToCluster(board, BAD as ItemId, CLUSTER)).toEqual(nothing)
  expect(pairUp(board, BAD as ItemId, GOOD as ItemId, asId('cluster000000002'))).toEqual(nothing)
  expect(pairUp(board, GOOD as ItemId, BAD as ItemId, asId('cluster000000002'))).toEqual(nothing)
  expect(moveToCluster(board, GOOD as ItemId, CLUSTER)).not.toEqual(nothing)
  expect(moveToPlace(board, BAD as ItemId, [10, 10])).not.toEqual(nothing)
})
