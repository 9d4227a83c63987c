import { beforeEach, describe, expect, test, vi } from 'vitest'
import { GATHERED_MS, STANDS_MS, type Spoken, createAnnouncements } from './announcements.ts'

const listen = () => {
  const said: (Spoken | undefined)[] = []
  const announcements = createAnnouncements((spoken) => said.push(spoken))
  return { ...announcements, heard: () => said.flatMap((spoken) => spoken?.text ?? []), said }
}

describe('announcements', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })

  test('C15 sentences are read one after the other, each long enough to be heard', () => {
    const { say, heard, said } = listen()
    say('one', 'polite')
    say('two', 'polite')
    expect(heard()).toEqual(['one'])
    vi.advanceTimersByTime(STANDS_MS)
    expect(heard()).toEqual(['one', 'two'])
    vi.advanceTimersByTime(STANDS_MS)
    expect(said.at(-1)).toBeUndefined()
  })

  test('C15 what is urgent is read at once, and what waited is not read any more', () => {
    const { say, heard, said } = listen()
    say('one', 'polite')
    say('two', 'polite')
    say('now', 'assertive')
    vi.advanceTimersByTime(10 * STANDS_MS)
    expect(heard()).toEqual(['one', 'now'])
    expect(said[1]).toEqual({ region: 'assertive', text: 'now' })
  })

  test('C15 chatter is gathered, and of ten seconds the latest is read', () => {
    const { say, heard } = listen()
    say('15 here', 'chatter')
    vi.advanceTimersByTime(GATHERED_MS - 1)
    say('18 here', 'chatter')
    expect(heard()).toEqual([])
    vi.advanceTimersByTime(1)
    expect(heard()).toEqual(['18 here'])
  })

  test('C15 the same sentence waits only once', () => {
    const { say, heard } = listen()
    for (let count = 0; count < 5; count++) say('Added.', 'polite')
    vi.advanceTimersByTime(10 * STANDS_MS)
    expect(heard()).toEqual(['Added.', 'Added.'])
  })
})
