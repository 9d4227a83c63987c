import { expect, test, vi } from 'vitest'
import type * as Yjs from 'yjs'
import { openPen, scribble } from './contract/sample.ts'
import { FoldFault, foldUpdates } from './fold.ts'

// An encoder with a fault: it forgets the last word.
vi.mock('yjs', async (importOriginal) => {
  const original = await importOriginal<typeof Yjs>()
  return {
    ...original,
    encodeStateAsUpdate: (doc: Yjs.Doc) => {
      const wrong = new original.Doc()
      original.applyUpdate(wrong, original.encodeStateAsUpdate(doc))
      wrong.get('summary', original.Text).delete(0, 1)
      return original.encodeStateAsUpdate(wrong)
    },
  }
})

test('D14 a snapshot that differs from what was replayed is never given out', () => {
  const updates = openPen()
    .write(scribble(1))
    .map(({ bytes }) => bytes)
  expect(() => foldUpdates(updates)).toThrow(FoldFault)
})
