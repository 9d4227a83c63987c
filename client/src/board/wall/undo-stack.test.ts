import { type Item, applyPatches, openBoard } from '@roundel/shared/board'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { anId } from '../../testing/a-view.ts'
import { intendMove } from './moves.ts'
import type { Target } from './target.ts'
import { NOTHING_DONE, type UndoStack, redo, remember, undo } from './undo-stack.ts'

const step = anId<'step'>('step-1')
const made = anId<'cluster'>('made')

const begin = () => {
  const board = openBoard(new Y.Doc())
  for (const [index, name] of ['a', 'b', 'c'].entries()) {
    const item: Item = {
      id: anId<'item'>(name),
      kind: 'idea',
      step,
      text: name,
      lang: 'en',
      rank: `V${index}`,
      at: [index * 200, 0],
      state: 'published',
    }
    board.items.add(item)
  }
  const find = (name: string) => board.items.get(anId<'item'>(name)) ?? expect.fail(`no ${name}`)
  let stack: UndoStack = NOTHING_DONE
  const move = (name: string, target: Target) => {
    const { intention } = intendMove(board, step, find(name), target, made, [40, 60])
    applyPatches(board, intention.do)
    stack = remember(stack, intention)
  }
  const turn = (way: typeof undo) => {
    const [next, isChanged] = way(board, stack)
    stack = next
    return isChanged
  }
  return { board, find, move, turn }
}

test('C28 moves are taken back in the opposite order, and done again', () => {
  const { board, find, move, turn } = begin()
  move('a', { to: 'pair', onto: anId<'item'>('b') })
  expect([find('a').cluster, find('b').cluster]).toEqual([made, made])
  expect(board.clusters.get(made)?.at).toEqual([40, 60])
  move('a', { to: 'place', at: [900, 900] })
  expect(turn(undo)).toBe(true)
  expect([find('a').cluster, find('a').at]).toEqual([made, [0, 0]])
  expect(turn(undo)).toBe(true)
  expect([find('a').cluster, find('b').cluster]).toEqual([undefined, undefined])
  expect(turn(undo)).toBe(false)
  turn(redo)
  turn(redo)
  expect([find('a').cluster, find('a').at]).toEqual([undefined, [900, 900]])
  expect(turn(redo)).toBe(false)
})

test('C28 what somebody else has moved since is left alone, and the move before it is taken back', () => {
  const { board, find, move, turn } = begin()
  move('a', { to: 'place', at: [900, 900] })
  move('b', { to: 'place', at: [800, 800] })
  board.items.patch(find('b').id, { at: [1, 1] })
  expect(turn(undo)).toBe(true)
  expect([find('a').at, find('b').at]).toEqual([
    [0, 0],
    [1, 1],
  ])
})

test('C26 a note in a new cluster of its own is one change, taken back as one', () => {
  const { board, find, move, turn } = begin()
  move('c', { to: 'new', at: [500, 500] })
  expect(board.clusters.get(made)).toMatchObject({ at: [500, 500], title: '', step })
  expect(find('c').cluster).toBe(made)
  turn(undo)
  expect(find('c').cluster).toBeUndefined()
})
