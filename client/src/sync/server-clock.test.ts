import { expect, test } from 'vitest'
import { createServerClock } from './server-clock.ts'

test('C4 the time of the server is the median of what was heard, so one late message changes nothing', () => {
  let device = 1_000_000
  const clock = createServerClock(() => device)
  expect(clock.now()).toBe(device)
  for (const lateness of [20, 30, 9_000, 25, 40]) clock.hear(device + 5_000 - lateness)
  expect(clock.now() - device).toBe(5_000 - 30)
  device += 60_000
  expect(clock.now() - device).toBe(5_000 - 30)
})

test('C4 a device whose clock is put right is followed', () => {
  let device = 0
  const clock = createServerClock(() => device)
  for (let count = 0; count < 9; count++) clock.hear(device + 3_600_000)
  device += 3_600_000
  for (let count = 0; count < 9; count++) clock.hear(device)
  expect(clock.now()).toBe(device)
})
