import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { findReplacement, rewriteText } from './rewrite-text.ts'

const apply = (before: string, after: string): string => {
  const { at, gone, inserted } = findReplacement(before, after)
  return before.slice(0, at) + inserted + before.slice(at + gone)
}

// Few characters, so that texts share beginnings and ends; pairs that share a half, so that cuts are tempting.
const text = fc
  .array(fc.constantFrom('a', 'b', ' ', '\n', '😀', '😁', '🐀', 'é', 'ن', '\u200C'), { maxLength: 12 })
  .map((parts) => parts.join(''))

test('K7 a rewriting says exactly the new text', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(apply(before, after)).toBe(after)
    }),
  )
})

test('K7 nothing that both texts begin or end with is touched, but for half characters', () => {
  expect(findReplacement('Open the door', 'Open the front door')).toEqual({ at: 9, gone: 0, inserted: 'front ' })
  expect(findReplacement('aaa', 'aa')).toEqual({ at: 2, gone: 1, inserted: '' })
  expect(findReplacement('same', 'same')).toEqual({ at: 4, gone: 0, inserted: '' })
  // The two share their first half, and so do these their second.
  expect(findReplacement('x😀y', 'x😁y')).toEqual({ at: 1, gone: 2, inserted: '😁' })
  expect(findReplacement('\uD83D\uDE00', '\uD83C\uDE00')).toEqual({ at: 0, gone: 2, inserted: '\uD83C\uDE00' })
})

test('K7 no cut goes through a character', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { at, gone, inserted } = findReplacement(before, after)
      for (const part of [before.slice(0, at), before.slice(at, at + gone), before.slice(at + gone), inserted]) {
        expect(part.isWellFormed()).toBe(true)
      }
    }),
  )
})

test('K7 insertions of two people in different places both survive', () => {
  fc.assert(
    fc.property(text, text, text, (head, tail, typed) => {
      const [one, other] = [new Y.Doc(), new Y.Doc()]
      const texts = [one.getText('t'), other.getText('t')] as const
      // Letters that nothing else contains keep the two places apart.
      const base = `${head}|${tail}`
      texts[0].insert(0, base)
      Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
      rewriteText(texts[0], `<${typed}${base}`)
      rewriteText(texts[1], `${base}${typed}>`)
      Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
      Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
      expect(texts[0].toString()).toBe(`<${typed}${base}${typed}>`)
      expect(texts[1].toString()).toBe(texts[0].toString())
    }),
  )
})
