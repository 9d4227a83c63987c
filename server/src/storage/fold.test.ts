import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { openPen, scribble } from './contract/sample.ts'
import { FoldFault, foldUpdates, holdSame, replayUpdates, salvageUpdates } from './fold.ts'

const turns = fc.array(fc.nat(40), { minLength: 1, maxLength: 25 })

test('D14 folding any history, at once or in parts, gives the same document', () => {
  fc.assert(
    fc.property(turns, turns, (first, second) => {
      const pen = openPen()
      const write = (list: readonly number[]) =>
        list.flatMap((turn) => pen.write(scribble(turn))).map(({ bytes }) => bytes)
      const [before, after] = [write(first), write(second)]
      const snapshot = foldUpdates(before)
      const folded = foldUpdates([snapshot, ...after])
      expect(holdSame(replayUpdates([folded]), replayUpdates([...before, ...after]))).toBe(true)
      expect(holdSame(replayUpdates([folded]), replayUpdates([Y.encodeStateAsUpdate(pen.doc)]))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('D14 two documents differ when only a deletion differs', () => {
  const pen = openPen()
  const bytes = pen.write((doc) => {
    doc.getText('summary').insert(0, 'ab')
    doc.getText('summary').delete(0, 1)
  })
  const [inserted, deleted] = bytes.map((one) => one.bytes)
  const whole = replayUpdates([inserted, deleted].flatMap((update) => update ?? []))
  expect(holdSame(replayUpdates(inserted ? [inserted] : []), whole)).toBe(false)
})

test('D17 a history with a hole is not folded, but its sound part can be saved', () => {
  const pen = openPen()
  const updates = ['one', 'two', 'three'].flatMap((word) => pen.write((doc) => doc.getArray('words').push([word])))
  const holed = [updates[0], updates[2]].flatMap((one) => one?.bytes ?? [])
  expect(() => foldUpdates(holed)).toThrow(FoldFault)
  const saved = replayUpdates([salvageUpdates(holed)])
  expect(saved.get('words', Y.Array).toJSON()).toEqual(['one'])
  expect(saved.store.pendingStructs).toBeNull()
})
