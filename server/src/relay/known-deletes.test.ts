import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { isEmptyUpdate, readKnownDeletes, repeatsDeletes } from './known-deletes.ts'

const edit = (doc: Y.Doc, at: number, length: number, isDelete: boolean): void => {
  const text = doc.getText('t')
  const from = Math.min(at, text.length)
  if (isDelete) text.delete(from, Math.min(length, text.length - from))
  else text.insert(from, 'x'.repeat(length))
}

const edits = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 8 }), fc.boolean()), { maxLength: 40 })

/** Deletions only: what a copy that is up to date answers to a question. */
const answerOf = (doc: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc))

test('R20 what any earlier copy answers is a repetition, and what a later copy deleted is not', () => {
  fc.assert(
    fc.property(edits, edits, fc.nat(40), (before, after, split) => {
      const doc = new Y.Doc()
      const updates: Uint8Array[] = []
      for (const [at, length, isDelete] of before) edit(doc, at, length, isDelete)
      const earlier = answerOf(doc)
      const state = Y.encodeStateAsUpdate(doc)
      doc.on('update', (update: Uint8Array) => updates.push(update))
      for (const [at, length, isDelete] of after) edit(doc, at, length, isDelete)
      const known = readKnownDeletes(state, updates)
      expect(repeatsDeletes(earlier, known)).toBe(true)
      expect(repeatsDeletes(answerOf(doc), known)).toBe(true)
      const { length } = doc.getText('t')
      if (length === 0) return
      doc.getText('t').delete(split % length, 1)
      expect(repeatsDeletes(answerOf(doc), known)).toBe(false)
    }),
  )
})

test('R20 an update with content or junk is never taken for a repetition', () => {
  const doc = new Y.Doc()
  edit(doc, 0, 8, false)
  edit(doc, 2, 3, true)
  const state = Y.encodeStateAsUpdate(doc)
  const known = readKnownDeletes(state, [])
  expect(repeatsDeletes(state, known)).toBe(false)
  expect(repeatsDeletes(new Uint8Array([...answerOf(doc), 0]), known)).toBe(false)
  expect(repeatsDeletes(answerOf(doc).slice(0, -1), known)).toBe(false)
  expect(isEmptyUpdate(answerOf(new Y.Doc()))).toBe(true)
  expect(isEmptyUpdate(answerOf(doc))).toBe(false)
})
