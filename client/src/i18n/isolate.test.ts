import { expect, test } from 'vitest'
import { isolate, isolateAs } from './isolate.ts'

test('C21 a name that could reorder its sentence is isolated, another is left as it is', () => {
  expect(isolate('Leila', 'ltr')).toBe('Leila')
  expect(isolate('رضا', 'ltr')).toBe('\u2068رضا\u2069')
  expect(isolate('Leila', 'rtl')).toBe('\u2068Leila\u2069')
})

test('C21 a sentence made of isolated names goes the way of its first letter', () => {
  const where = `${isolate('طوفان فکری', 'rtl')}: ${isolate('Write', 'rtl')}`
  expect(isolate(where, 'rtl')).toBe(`\u2067${where}\u2069`)
  expect(isolate('\u2068Write\u2069: \u2068رضا\u2069', 'rtl')).toMatch(/^\u2066/)
})

test('C21 a list of names goes the way of the language that lists them, whoever comes first', () => {
  const list = ['Kai', 'رضا'].map((name) => isolate(name, 'rtl')).join('، ')
  const inside = isolateAs('rtl', list)
  expect(inside).toBe(`\u2067${list}\u2069`)
  // In a sentence it is one piece, which keeps its own way.
  expect(isolate(inside, 'rtl')).toBe(inside)
  expect(isolate('\u2068Kai\u2069 and \u2068رضا\u2069', 'ltr')).toBe('\u2066\u2068Kai\u2069 and \u2068رضا\u2069\u2069')
  expect(isolateAs('ltr', 'Kai and Lea')).toBe('Kai and Lea')
})
