import { beforeEach, describe, expect, test, vi } from 'vitest'
import { SAVED_AFTER } from './saved.ts'
import { createSavedWatch } from './saved-watch.ts'

describe('the indicator of saving', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })

  test('C8 a change is never called saved before it is, and is worth a word only when the server takes longer than a blink', () => {
    const watch = createSavedWatch()
    watch.changed('draft', 1)
    vi.advanceTimersByTime(SAVED_AFTER.saving - 1)
    expect(watch.state()).toEqual({ state: 'sending' })
    vi.advanceTimersByTime(1)
    expect(watch.state()).toEqual({ state: 'saving' })
    watch.confirmed('draft')
    expect(watch.state()).toEqual({ state: 'saved' })
  })

  test('C8 a link that is up and confirms nothing is slow, and never shown as saved', () => {
    const watch = createSavedWatch()
    watch.changed('draft', 1)
    for (let passed = 0; passed < 60_000; passed += 1_000) {
      vi.advanceTimersByTime(1_000)
      expect(watch.state().state).not.toBe('saved')
    }
    expect(watch.state()).toEqual({ state: 'slow' })
  })

  test('C8 a lost server is told of after three seconds, with how much waits; after two minutes it is called lost', () => {
    const watch = createSavedWatch()
    const heard = vi.fn<() => void>()
    watch.subscribe(heard)
    watch.lost('live')
    vi.advanceTimersByTime(SAVED_AFTER.waiting - 1)
    expect(watch.state().state).toBe('saved')
    watch.changed('draft', 2)
    heard.mockClear()
    vi.advanceTimersByTime(1)
    expect(watch.state()).toEqual({ state: 'waiting', texts: 2 })
    expect(heard).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(SAVED_AFTER.lost)
    expect(watch.state()).toEqual({ state: 'lost', texts: 2 })
  })

  test('C8 who was told of the loss is told of the return, once everything is confirmed, for four seconds', () => {
    const watch = createSavedWatch()
    watch.lost('live')
    watch.lost('draft')
    watch.changed('draft', 1)
    vi.advanceTimersByTime(5_000)
    watch.changed('draft', 2)
    watch.connected('live')
    expect(watch.state().state).toBe('waiting')
    watch.connected('draft')
    vi.advanceTimersByTime(10_000)
    expect(watch.state().state).toBe('slow')
    watch.confirmed('draft')
    expect(watch.state()).toEqual({ state: 'back', texts: 2 })
    vi.advanceTimersByTime(SAVED_AFTER.backFor)
    expect(watch.state()).toEqual({ state: 'saved' })
  })

  test('C8 a link that is lost again for a blink, as when it goes over to a better way, takes no word back', () => {
    const watch = createSavedWatch()
    watch.lost('draft')
    watch.changed('draft', 1)
    vi.advanceTimersByTime(4_000)
    watch.connected('draft')
    watch.confirmed('draft')
    vi.advanceTimersByTime(200)
    watch.lost('draft')
    watch.changed('draft', 3)
    expect(watch.state()).toEqual({ state: 'back', texts: 1 })
    vi.advanceTimersByTime(200)
    watch.connected('draft')
    watch.confirmed('draft')
    expect(watch.state()).toEqual({ state: 'back', texts: 1 })
    watch.lost('draft')
    vi.advanceTimersByTime(SAVED_AFTER.waiting)
    expect(watch.state()).toEqual({ state: 'waiting', texts: 0 })
  })

  test('C8 a short interruption is not worth a word', () => {
    const watch = createSavedWatch()
    watch.lost('live')
    vi.advanceTimersByTime(2_000)
    watch.connected('live')
    vi.advanceTimersByTime(10_000)
    expect(watch.state()).toEqual({ state: 'saved' })
  })

  test('C8 a link that is no longer used holds nothing up', () => {
    const watch = createSavedWatch()
    watch.lost('draft')
    watch.changed('draft', 1)
    vi.advanceTimersByTime(4_000)
    watch.forget('draft')
    vi.advanceTimersByTime(SAVED_AFTER.backFor)
    expect(watch.state()).toEqual({ state: 'saved' })
  })
})
