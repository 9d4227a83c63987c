// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { codeOfFault, reportFault } from './fault-report.ts'

test('C53 a fault has a code of four characters, the same whenever it happens, another for another one', () => {
  expect(codeOfFault('TypeError: x')).toMatch(/^[0-9A-Z]{4}$/)
  expect(codeOfFault('TypeError: x')).toBe(codeOfFault('TypeError: x'))
  expect(codeOfFault('TypeError: x')).not.toBe(codeOfFault('TypeError: y'))
})

test('C53 the details say what broke and where, and hold no code of a session', () => {
  history.replaceState(null, '', '/j/K7QM-4TDX')
  const { code, details } = reportFault(new TypeError('x is not a function'))
  expect(details).toContain(code)
  expect(details).toContain('TypeError: x is not a function')
  expect(details).toContain('join')
  expect(details).not.toContain('K7QM')
})
