import { expect, test } from 'vitest'
import { readDuration } from './read-duration.ts'

test('C61 a time is typed as minutes or as minutes and seconds, in the digits of any language', () => {
  const times = {
    '5': 300,
    ' 12 ': 720,
    '4:30': 270,
    '0:45': 45,
    ':45': 45,
    '۴:۳۰': 270,
    '۱۲': 720,
    '٩:٠٥': 545,
    '0': 0,
  }
  for (const [typed, seconds] of Object.entries(times)) expect(readDuration(typed), typed).toBe(seconds * 1_000)
})

test('C61 what is no time is not taken for one', () => {
  for (const typed of ['', '  ', 'five', '4:3', '4:75', '-5', '4.5', '1:00:00', '1441', '99999']) {
    expect(readDuration(typed), typed).toBeUndefined()
  }
})
