import { beforeEach, expect, test, vi } from 'vitest'
import { createSavedWatch } from './saved-watch.ts'

beforeEach(() => {
  vi.useFakeTimers()
})

test('C8 who waits until all is saved is told when it is, at once where nothing waits, and no later than they wish', async () => {
  const watch = createSavedWatch()
  expect(await watch.whenSaved(100)).toBe(true)
  watch.changed('draft', 1)
  const inTime = watch.whenSaved(100)
  watch.confirmed('draft')
  expect(await inTime).toBe(true)
  watch.changed('draft', 1)
  const late = watch.whenSaved(100)
  vi.advanceTimersByTime(100)
  expect(await late).toBe(false)
})
