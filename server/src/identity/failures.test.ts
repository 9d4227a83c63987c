import { expect, test } from 'vitest'
import { countFailures } from './failures.ts'

const failTimes = async (count: number, fail: () => Promise<void>): Promise<void> => {
  for (let done = 0; done < count; done++) await fail()
}

test('I8 after 30 wrong tries an address waits, and others do not', async () => {
  const failures = countFailures()
  await failTimes(29, () => failures.countGuess('192.0.2.1'))
  expect(await failures.waitSeconds('192.0.2.1')).toBe(0)
  await failures.countGuess('192.0.2.1')
  expect(await failures.waitSeconds('192.0.2.1')).toBeGreaterThan(0)
  expect(await failures.waitSeconds('192.0.2.2')).toBe(0)
})

test('I8 wrong tries at one session from many addresses make that session wait alone', async () => {
  const failures = countFailures()
  let address = 0
  await failTimes(60, () => failures.countGuess(`192.0.2.${address++}`, 'one'))
  expect(await failures.waitSeconds('198.51.100.1', 'one')).toBeGreaterThan(0)
  expect(await failures.waitSeconds('198.51.100.1', 'two')).toBe(0)
})

test('I8 secrets that nobody guesses count against their own address alone', async () => {
  const failures = countFailures()
  await failTimes(1_000, () => failures.countNonsense('192.0.2.1'))
  expect(await failures.waitSeconds('192.0.2.1')).toBeGreaterThan(0)
  expect(await failures.waitSeconds('198.51.100.1', 'any')).toBe(0)
})

test('I8 a whole node bears 600 wrong tries a minute', async () => {
  const failures = countFailures()
  let address = 0
  await failTimes(600, () => failures.countGuess(`10.0.${address >> 8}.${address++ & 255}`))
  expect(await failures.waitSeconds('198.51.100.1', 'any')).toBeGreaterThan(0)
})
