import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPastedLines } from './pasted-lines.ts'

const read = (pasted: string) => readPastedLines(pasted).ideas

describe('a pasted list', () => {
  test('C55 a line is an idea, whatever ends it, and empty lines are none', () => {
    expect(read('one\r\ntwo\n\n \t\n\rthree\u2028four')).toEqual(['one', 'two', 'three', 'four'])
  })

  test('C55 bullets are taken off, of text and of lists to tick off', () => {
    expect(read('- one\n• two\n * three\n\u2013 four\n– [ ] five\n- [x] six\n☐ seven')).toEqual([
      'one',
      'two',
      'three',
      'four',
      'five',
      'six',
      'seven',
    ])
    expect(read('•\tone\n•\ttwo')).toEqual(['one', 'two'])
  })

  test('C55 numbers are taken off in every script, but only where lines are numbered', () => {
    expect(read('1. one\n2) two\n(3) three\n10. ten')).toEqual(['one', 'two', 'three', 'ten'])
    expect(read('۱. یک\n۲) دو\n۳- سه')).toEqual(['یک', 'دو', 'سه'])
    expect(read('а) первая\nб) вторая')).toEqual(['первая', 'вторая'])
    expect(read('3. Abteilung\nzwei\ndrei\nvier')).toEqual(['3. Abteilung', 'zwei', 'drei', 'vier'])
  })

  test('C55 what only looks like a bullet or a number stays', () => {
    const lines = [
      '-5 degrees outside',
      '=1+1',
      '1990. A year',
      '3.5 hours',
      '#1 priority',
      '<b>bold</b>',
      'a cup of tea',
    ]
    expect(read(lines.join('\n'))).toEqual(lines)
  })

  test('C55 a row of a spreadsheet is one idea, and a cell with lines stays whole', () => {
    expect(read('Tea\tcheap\r\nChairs\t\r\n\t\r\n"Two\nlines ""here"""\tok')).toEqual([
      'Tea – cheap',
      'Chairs',
      'Two\nlines "here" – ok',
    ])
  })

  test('C55 joiners, emoji and mixed scripts come through as they are', () => {
    const lines = ['می‌خواهم ۲ صندلی 👩‍👩‍👧', 'SMS и табло', '"quoted" idea']
    expect(read(lines.join('\r\n'))).toEqual(lines)
  })

  test('C55 a line above two thousand characters is told apart and kept', () => {
    const long = 'x'.repeat(2_001)
    expect(readPastedLines(`one\n${long}\ntwo`)).toEqual({ ideas: ['one', 'two'], tooLong: [long] })
  })

  test('C55 of plain lines none is lost, joined or changed', () => {
    const line = fc
      .string({ unit: fc.constantFrom('a', 'ж', 'ک', ' ', '۳', '7', '🎉', '"', ',', '\u200C'), minLength: 1 })
      .map((text) => text.trim())
      .filter((text) => /\p{L}$/u.test(text) && !/^["\d۳a-zж]/u.test(text))
    fc.assert(
      fc.property(fc.array(line, { minLength: 2 }), (lines) => {
        expect(read(lines.join('\n'))).toEqual(lines)
      }),
    )
  })
})
