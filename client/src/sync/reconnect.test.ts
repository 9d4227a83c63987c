import { expect, test } from 'vitest'
import { reconnectDelay } from './reconnect.ts'

test('C19 devices come back spread over a time that doubles up to ten seconds', () => {
  expect(reconnectDelay(0, () => 0.999)).toBeLessThan(250)
  expect(reconnectDelay(4, () => 0.5)).toBe(2_000)
  expect(reconnectDelay(30, () => 1)).toBe(10_000)
  expect(reconnectDelay(30, () => 0)).toBe(0)
})
