import { expect, test } from 'vitest'
import { reverse } from './index.ts'

const brief = (input: object): string =>
  reverse
    .plan(input)
    .map(({ key, minutes, begins }) => `${begins ? `${begins}>` : ''}${key} ${minutes}`)
    .join(', ')

test('M70 reverse brainstorming takes 15 minutes: worsen 4, reality 3 after the reveal, invert 6, group 2', () => {
  expect(brief({})).toBe('worsen 4, reveal>reality 3, invert 6, group 2')
})

test('M70 the long plan frames, turns the question round together, and looks back', () => {
  const long = { frame: 3, negate: 4, worsen: 7, reality: 4, invert: 12, group: 5, debrief: 4 }
  expect(brief(long)).toBe('frame 3, negate 4, worsen 7, reveal>reality 4, invert 12, group 5, debrief 4')
})

test('M70 without a look at reality, turning round begins with the reveal; nothing that is written stays hidden', () => {
  expect(brief({ reality: 0 })).toBe('worsen 4, reveal>invert 6, group 2')
  expect(reverse.accepts({ reality: 0, invert: 0, group: 0 })).toBe(false)
})

test('M71 negative ideas alone are written, in private, while people worsen; ideas alone while they turn round', () => {
  const [worsen, reality, invert, group] = reverse.plan({}).map(({ policies }) => policies)
  expect(worsen).toEqual({ add: 'private', kinds: ['negative-idea'], edit: 'none', place: 'none', group: 'none' })
  expect(reality).toEqual({ add: 'none', kinds: [], edit: 'none', place: 'none', group: 'none' })
  expect(invert).toMatchObject({ add: 'open', kinds: ['idea'], inverts: 'negative-idea', edit: 'own' })
  expect(invert).toMatchObject({ edits: ['idea'], place: 'none' })
  expect(group).toMatchObject({ add: 'none', edit: 'own', edits: ['idea'], place: 'all', group: 'all' })
})

test('M71 from the moment negative ideas lie open nobody corrects them any more', () => {
  const plan = reverse.plan({ debrief: 4 })
  for (const { policies } of plan.slice(1)) {
    expect(policies.edit === 'none' || policies.edits?.includes('negative-idea') === false).toBe(true)
  }
})

test('M74 which turned question is asked, or another in its place, is shown; the opposite when nobody chose', () => {
  expect(reverse.shows({})).toEqual({ turn: 'opposite' })
  expect(reverse.shows({ turn: 'worsen', turned: ' How could we make it  worse? ' })).toEqual({
    turn: 'worsen',
    turned: 'How could we make it worse?',
  })
  for (const turned of ['', '  ', 'x'.repeat(501), 7]) expect(reverse.accepts({ turned })).toBe(false)
})
