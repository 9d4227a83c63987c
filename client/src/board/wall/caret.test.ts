import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepCaret } from './caret.ts'

test('C29 the caret stays behind the letters it stood behind, whoever types around it', () => {
  expect(keepCaret('drinks', 'Hot drinks', 6)).toBe(10)
  expect(keepCaret('drinks', 'drinks for all', 6)).toBe(6)
  expect(keepCaret('Hot drinks', 'drinks', 10)).toBe(6)
  expect(keepCaret('Hot drinks', 'H drinks', 2)).toBe(1)
})

test('C29 the caret is always inside the text', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(), (before, after, at) => {
      const caret = keepCaret(before, after, Math.min(at, before.length))
      expect(caret).toBeGreaterThanOrEqual(0)
      expect(caret).toBeLessThanOrEqual(after.length)
    }),
  )
})
