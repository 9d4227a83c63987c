import { expect, test } from 'vitest'
import { chooseSubprotocol } from './subprotocol.ts'

test('I4 the answer is ours if offered, else the stock one, else the first offered', () => {
  expect(chooseSubprotocol(new Set(['token.abc', 'yjs', 'roundel.v1']))).toBe('roundel.v1')
  expect(chooseSubprotocol(new Set(['token.abc', 'yjs']))).toBe('yjs')
  expect(chooseSubprotocol(new Set(['token.abc']))).toBe('token.abc')
  expect(chooseSubprotocol(new Set())).toBe(false)
})
