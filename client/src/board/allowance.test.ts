import { expect, test } from 'vitest'
import { isAmong } from './allowance.ts'

const nobody = { leads: false, isNamed: false }

test('C30 where some may, those who lead and those who are named may, and nobody else', () => {
  expect(isAmong('some', { leads: true, isNamed: false })).toBe(true)
  expect(isAmong('some', { leads: false, isNamed: true })).toBe(true)
  expect(isAmong('some', nobody)).toBe(false)
})

test('C30 where everyone may everyone may, and where nobody or only the owner may nobody may all', () => {
  expect(isAmong('all', nobody)).toBe(true)
  expect(isAmong('none', { leads: true, isNamed: true })).toBe(false)
  expect(isAmong('own', { leads: true, isNamed: true })).toBe(false)
  expect(isAmong(undefined, { leads: true, isNamed: true })).toBe(false)
})
