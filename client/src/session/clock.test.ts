import { describe, expect, test } from 'vitest'
import { momentBetween, partLeft, readClock } from './clock.ts'

const running = (seconds: number) => ({ state: 'running', seconds }) as const

describe('clock', () => {
  test('C4 a clock is read in server time, and counts up after zero', () => {
    const clock = { state: 'running', endsAt: 100_000 } as const
    expect(readClock(clock, 40_000)).toEqual(running(60))
    expect(readClock(clock, 99_001)).toEqual(running(1))
    expect(readClock(clock, 100_000)).toEqual({ state: 'over', seconds: 0 })
    expect(readClock(clock, 140_500)).toEqual({ state: 'over', seconds: 40 })
    expect(readClock({ state: 'paused', leftMs: 61_500 }, 1)).toEqual({ state: 'paused', seconds: 62 })
  })

  test('C4 half the time, one minute and the end are each read out once', () => {
    const said = []
    for (let seconds = 360; seconds > 0; seconds--) said.push(momentBetween(running(seconds), running(seconds - 1), 6))
    expect(said.filter(Boolean)).toEqual(['half', 'minute'])
    expect(momentBetween(running(1), { state: 'over', seconds: 0 }, 6)).toBe('up')
    expect(momentBetween({ state: 'over', seconds: 0 }, { state: 'over', seconds: 1 }, 6)).toBeUndefined()
  })

  test('C4 time that is added announces nothing, and a clock beyond its plan is drawn full', () => {
    expect(momentBetween(running(30), running(90), 6)).toBeUndefined()
    expect(partLeft(running(900), 6)).toBe(1)
    expect(partLeft(running(90), 3)).toBe(0.5)
    expect(partLeft({ state: 'over', seconds: 3 }, 6)).toBe(0)
  })
})
