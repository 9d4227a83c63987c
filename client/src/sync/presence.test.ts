import { expect, test } from 'vitest'
import { anId } from '../testing/a-view.ts'
import { type Present, sortByDoing } from './presence.ts'

const person = (name: string, more: Partial<Present> = {}): Present => ({
  seat: anId<'seat'>(name),
  name,
  colour: 'sky',
  ...more,
})
const NOBODY = { typing: [], drag: [], cursor: [] }

test('C45 whoever looks at one thing that people do is not drawn anew for another', () => {
  const drag = { item: anId<'item'>('tea'), at: [1, 1] } as const
  const first = sortByDoing([person('ann', { drag, cursor: [1, 1] }), person('bob', { typing: true })], NOBODY)
  expect(first.drag.map(({ name }) => name)).toEqual(['ann'])
  expect(first.typing.map(({ name }) => name)).toEqual(['bob'])
  const second = sortByDoing(
    [person('ann', { drag: { ...drag }, cursor: [9, 9] }), person('bob', { typing: true, cursor: [2, 2] })],
    first,
  )
  expect(second.drag).toBe(first.drag)
  expect(second.typing).toBe(first.typing)
  expect(second.cursor.map(({ cursor }) => cursor)).toEqual([
    [9, 9],
    [2, 2],
  ])
  const third = sortByDoing([person('ann', { drag: { ...drag, at: [2, 2] } })], second)
  expect(third.drag).not.toBe(second.drag)
  expect(sortByDoing([person('Anna', { drag })], first).drag).not.toBe(first.drag)
})
