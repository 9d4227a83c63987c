import { expect, test } from 'vitest'
import { isNamed } from './find-person.ts'

test.each([
  ['Tomás', 'tomas'],
  ['Élodie Müller', 'mull'],
  ['Łukasz', 'luk'],
  ['Алёна', 'алена'],
  ['علي', 'علی'],
  ['كاوه', 'کاوه'],
  ['می\u200Cنا', 'مینا'],
  ['Leila', ' LEI '],
  ['Leila', ''],
])('C67 %s is found by %s, whatever accents, capitals and keyboards', (name, wanted) => {
  expect(isNamed(name, wanted)).toBe(true)
})

test('C67 another name is not found', () => {
  expect(isNamed('Leila', 'lila')).toBe(false)
})
