import { expect, test } from 'vitest'
import { isolate } from './isolate.ts'

test('C21 a name that could reorder its sentence is isolated, another is left as it is', () => {
  expect(isolate('Leila', 'ltr')).toBe('Leila')
  expect(isolate('رضا', 'ltr')).toBe('\u2068رضا\u2069')
  expect(isolate('Leila', 'rtl')).toBe('\u2068Leila\u2069')
})
