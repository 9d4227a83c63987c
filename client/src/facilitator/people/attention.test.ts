import type { Person } from '@roundel/shared/session'
import { expect, test } from 'vitest'
import { anId } from '../../testing/a-view.ts'
import { needsOf, sortByNeed } from './attention.ts'

const person = (name: string, more: Partial<Person> = {}): Person => ({
  id: anId<'seat'>(name),
  name,
  colour: 'mint',
  role: 'participant',
  here: true,
  ...more,
})

test('C67 those who need something stand first: hands in their order, need of time, away, quiet; then as people came', () => {
  const people = [
    person('first'),
    person('quiet', { status: 'quiet' }),
    person('gone', { here: false }),
    person('second hand', { marks: [{ type: 'hand' }], hand: 2 }),
    person('writing', { status: 'writing' }),
    person('slow', { marks: [{ type: 'need-time' }], status: 'ready' }),
    person('first hand', { marks: [{ type: 'hand' }], hand: 1, here: false }),
  ]
  expect(sortByNeed(people).map(({ name }) => name)).toEqual([
    'first hand',
    'second hand',
    'slow',
    'gone',
    'quiet',
    'first',
    'writing',
  ])
})

test('C67 who is away is not called quiet too', () => {
  expect(needsOf(person('gone', { here: false, status: 'quiet', marks: [{ type: 'hand' }] }))).toEqual(['hand', 'away'])
})
