import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../kernel/index.ts'
import { CODE_ALPHABET, newCode, normalizeCode } from './code.ts'

describe('S1 the code', () => {
  test('S1 is written with 27 digits and letters that nobody mistakes for one another', () => {
    expect(CODE_ALPHABET).toHaveLength(27)
    expect(new Set(CODE_ALPHABET).size).toBe(27)
    for (const mistaken of '0O1IL5S2Z') expect(CODE_ALPHABET).not.toContain(mistaken)
    const rest = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').filter((letter) => !'0O1IL5S2Z'.includes(letter))
    expect(CODE_ALPHABET).toBe(rest.join(''))
  })

  test('S1 shows 8 characters in two halves, and uses every character alike', () => {
    const random = seededRandom(7)
    const counts = new Map<string, number>()
    for (let run = 0; run < 4_000; run++) {
      const code = newCode(random)
      expect(code).toMatch(/^[346789A-Z]{4}-[346789A-Z]{4}$/)
      expect(normalizeCode(code)).toBe(code)
      for (const letter of code.replace('-', '')) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    }
    expect(counts.size).toBe(27)
    // 1,185 expected each; five standard deviations are 170.
    for (const count of counts.values()) expect(Math.abs(count - 1_185)).toBeLessThan(170)
  })

  test.each([
    'k7qm4tdx',
    'K7QM 4TDX',
    ' k7-qm-4t-dx ',
    'K7QM–4TDX',
    'K۷QM۴TDX',
    'K٧QM٤TDX',
    'K۷qm۴tdx',
    'Ｋ７ＱＭ４ＴＤＸ',
    'https://board.example/j/K7QM-4TDX',
    'http://192.168.0.7:3000/j/k7qm4tdx?lang=fa#x',
    '\u200EK7QM-4TDX',
  ])('S1 %j is understood', (typed) => expect(normalizeCode(typed)).toBe('K7QM-4TDX'))

  test('S1 every Persian and Arabic digit is its own', () => {
    for (const [index, digit] of '۳۴۶۷۸۹'.split('').entries())
      expect(normalizeCode(`AAAA-AAA${digit}`)).toBe(`AAAA-AAA${'346789'[index]}`)
    for (const [index, digit] of '٣٤٦٧٨٩'.split('').entries())
      expect(normalizeCode(`AAAA-AAA${digit}`)).toBe(`AAAA-AAA${'346789'[index]}`)
  })

  test.each([
    '',
    'K7QM-4TD',
    'K7QM-4TDXX',
    'K7QM-4TD0',
    'K7QM-4TDO',
    'K7QM_4TDX',
    'https://board.example/j/V1StGXR8_Z5jdHi6#secret',
    'https://board.example/f/K7QM-4TDX',
    'K7QM-4TDX'.repeat(100),
  ])('S1 %j cannot be one', (typed) => expect(normalizeCode(typed)).toBeUndefined())

  test('S1 whatever somebody types gives a code as it is shown, or nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(...CODE_ALPHABET.split(''), '-', ' ') }),
        ),
        (typed) => {
          const code = normalizeCode(typed)
          if (code !== undefined) expect(normalizeCode(code)).toBe(code)
        },
      ),
    )
  })
})
