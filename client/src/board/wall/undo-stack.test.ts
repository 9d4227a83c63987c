import {
  type Intention,
  type Item,
  applyPatches,
  dissolveCluster,
  makeCluster,
  markCluster,
  openBoard,
} from '@roundel/shared/board'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { anId } from '../../testing/a-view.ts'
import { intendMove } from './moves.ts'
import type { Target } from './target.ts'
import { NOTHING_DONE, type Order, type UndoStack, redo, remember, undo } from './undo-stack.ts'

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
  const act = (intention: Intention) => {
    applyPatches(board, intention.do)
    stack = remember(stack, intention)
  }
  const note = (order: Order) => {
    stack = remember(stack, order)
  }
  const turn = (way: typeof undo) => {
    const [next, deed] = way(board, stack)
    stack = next
    return deed !== undefined
  }
  return { board, find, move, act, note, turn }
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

test('C28 what is done with a group is taken back too: its name, colour and icon, and dissolving it, notes in their places', () => {
  const { board, find, move, act, turn } = begin()
  move('a', { to: 'pair', onto: anId<'item'>('b') })
  board.clusters.rewrite(made, 'title', 'At the door')
  act(markCluster(board, made, { colour: 'mint' }))
  act(markCluster(board, made, { icon: 'flag' }))
  act(dissolveCluster(board, made, new Map([[anId<'item'>('a'), [40, 200]]])))
  expect([find('a').cluster, find('a').at, find('b').cluster, find('b').at]).toEqual([
    undefined,
    [40, 200],
    undefined,
    [200, 0],
  ])
  expect(board.clusters.get(made)?.title).toBe('')
  turn(undo)
  expect([find('a').cluster, find('b').cluster, find('a').at]).toEqual([made, made, [0, 0]])
  expect(board.clusters.get(made)).toMatchObject({ title: 'At the door', colour: 'mint', icon: 'flag' })
  turn(undo)
  turn(undo)
  expect(board.clusters.get(made)).not.toHaveProperty('colour')
  expect(board.clusters.get(made)).not.toHaveProperty('icon')
  turn(redo)
  expect(board.clusters.get(made)).toMatchObject({ colour: 'mint' })
})

test('C28 making an empty group is taken back as long as nobody has put anything into it', () => {
  const { board, move, act, turn } = begin()
  act(makeCluster(made, step, [10, 10]))
  expect(turn(undo)).toBe(true)
  expect(turn(redo)).toBe(true)
  expect(turn(undo)).toBe(true)
  turn(redo)
  board.clusters.rewrite(made, 'title', 'Mine')
  expect(turn(undo)).toBe(false)
  board.clusters.rewrite(made, 'title', '')
  act(makeCluster(made, step, [10, 10]))
  move('a', { to: 'cluster', cluster: made, index: 0 })
  turn(undo)
  board.items.patch(anId<'item'>('b'), { cluster: made })
  expect(turn(undo)).toBe(false)
})

test('C28 a command is taken back while it stands, and skipped once others have made something else of it', () => {
  const { find, move, note, turn } = begin()
  let stands: boolean | undefined = true
  const command = { type: 'unmerge', item: anId<'item'>('a') } as const
  move('b', { to: 'place', at: [900, 900] })
  note({ give: command, back: command, stands: () => stands })
  expect(turn(undo)).toBe(true)
  expect(find('b').at).toEqual([900, 900])
  stands = false
  expect(turn(redo)).toBe(true)
  stands = undefined
  expect(turn(undo)).toBe(true)
  expect(find('b').at).toEqual([200, 0])
})
