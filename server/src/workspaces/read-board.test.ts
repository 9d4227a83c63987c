import { openBoard } from '@roundel/shared/board'
import { asId } from '@roundel/shared/kernel'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readBoard, readBoardHere } from './read-board.ts'

/** A board of so many ideas, as it is stored. */
const storedBoard = (count: number) => {
  const doc = new Y.Doc()
  const board = openBoard(doc)
  board.transact(() => {
    for (let index = 0; index < count; index++) {
      const id = asId<'item'>(`item${index}-`.padEnd(16, '0'))
      const text = `Idea ${index}, ${'and more '.repeat(20)}`
      board.items.add({
        id,
        kind: 'idea',
        step: asId('step000000000000'),
        text,
        lang: 'en',
        rank: '',
        state: 'published',
      })
    }
  })
  return { snapshot: undefined, updates: [Y.encodeStateAsUpdate(doc)] }
}

test('X117 a large board is read in a thread, and reads the same as here', async () => {
  const board = storedBoard(500)
  const [aside, again] = await Promise.all([readBoard(board), readBoard(board)])
  expect(aside?.items.size).toBe(500)
  expect(aside).toEqual(readBoardHere(board))
  expect(again).toEqual(aside)
})

test('X117 what is no board is nothing, also in the thread, which goes on', async () => {
  const noise = new Uint8Array(100_000).fill(7)
  expect(await readBoard({ snapshot: noise, updates: [] })).toBeUndefined()
  expect(await readBoard({ snapshot: noise.slice(0, 100), updates: [] })).toBeUndefined()
  expect((await readBoard(storedBoard(500)))?.items.size).toBe(500)
})
