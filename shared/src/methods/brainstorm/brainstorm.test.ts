import { expect, test } from 'vitest'
import { brainstorm } from './index.ts'

const brief = (input: object): string =>
  brainstorm
    .plan(input)
    .map(({ key, minutes, begins }) => `${begins ? `${begins}>` : ''}${key} ${minutes}`)
    .join(', ')

test('M8 a brainstorm takes 15 minutes: write 6, build 4 after the reveal, group 5', () => {
  expect(brief({})).toBe('write 6, reveal>build 4, group 5')
})

test('M8 the long plan frames and warms up first', () => {
  expect(brief({ frame: 5, warmup: 3, write: 8, build: 10, group: 7 })).toBe(
    'frame 5, warmup 3, write 8, reveal>build 10, group 7',
  )
})

test('M8 the free variant writes openly from the start, for as long', () => {
  expect(brief({ variant: 'free' })).toBe('build 10, group 5')
  expect(brief({ variant: 'free', frame: 2 })).toBe('frame 2, build 10, group 5')
})

test('M8 without a phase to build in, grouping begins with the reveal; without both nothing would be shown', () => {
  expect(brief({ build: 0 })).toBe('write 6, reveal>group 5')
  expect(brainstorm.accepts({ build: 0, group: 0 })).toBe(false)
  expect(brainstorm.accepts({ variant: 'free', build: 0, group: 0 })).toBe(true)
  expect(brainstorm.accepts({ frame: 0, write: 0, build: 0, group: 0 })).toBe(false)
})

test('M8 while people write in private nothing of the board can be touched; while they group everyone may', () => {
  const [write, build, group] = brainstorm.plan({}).map(({ policies }) => policies)
  expect(write).toEqual({ add: 'private', kinds: ['idea'], edit: 'none', place: 'none', group: 'none' })
  expect(build).toMatchObject({ add: 'open', edit: 'own', place: 'none' })
  expect(group).toMatchObject({ add: 'none', edit: 'own', place: 'all', group: 'all' })
})

test('M8 the goal of the group is shown', () => {
  expect(brainstorm.shows({ goalPerPerson: 3 })).toEqual({ variant: 'silent-first', goalPerPerson: 3 })
})

test('M11 a brainstorm deals reading while people build, and above 20 participants three of them make the groups', () => {
  const [write, build, group] = brainstorm.plan({})
  expect([write.deals, build?.deals, group?.deals]).toEqual([undefined, 'reading', undefined])
  expect(group?.crowd).toEqual({ above: 20, named: 3, policies: { group: 'some' } })
  expect([write.crowd, build?.crowd]).toEqual([undefined, undefined])
})
