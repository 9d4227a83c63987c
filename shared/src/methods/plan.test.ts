import { describe, expect, test } from 'vitest'
import type { Phase, Policies } from './phase.ts'
import { isWorkable, runningPhases } from './plan.ts'

const nothing: Policies = { add: 'none', kinds: [], edit: 'none', place: 'none', group: 'none' }
const phase = (key: string, minutes: number, more: Partial<Phase> = {}): Phase => ({
  key,
  minutes,
  policies: nothing,
  ...more,
})
const secret = { policies: { ...nothing, add: 'private', kinds: ['idea'] } } as const
const reveal = { begins: 'reveal' } as const

const brief = (phases: readonly Phase[]): string =>
  runningPhases(phases)
    .map(({ key, begins }) => (begins ? `${begins}>${key}` : key))
    .join(' ')

describe('M4 phases that take place', () => {
  test.each([
    ['a phase of 0 minutes is skipped', [phase('a', 1), phase('b', 0), phase('c', 1)], 'a c'],
    [
      'a reveal moves to the next phase that takes place',
      [phase('w', 1, secret), phase('b', 0, reveal), phase('g', 1)],
      'w reveal>g',
    ],
    ['a reveal of nothing falls away', [phase('a', 1), phase('w', 0, secret), phase('b', 1, reveal)], 'a b'],
    [
      'a second reveal without anything new falls away',
      [phase('w', 1, secret), phase('b', 1, reveal), phase('c', 1, reveal)],
      'w reveal>b c',
    ],
    [
      'a release at the very beginning falls away',
      [phase('w', 0, secret), phase('s', 1, { begins: 'results' }), phase('t', 1)],
      's t',
    ],
    ['another release stays', [phase('o', 1), phase('s', 1, { begins: 'results' })], 'o results>s'],
  ])('M4 %s', (_what, phases, expected) => expect(brief(phases)).toBe(expected))
})

describe('M5 plans that can be carried out', () => {
  test.each([
    ['none at all', [], false],
    ['a private phase at the end', [phase('w', 1, secret)], false],
    ['a private phase that is never revealed', [phase('w', 1, secret), phase('b', 1)], false],
    ['a private phase and its reveal', [phase('w', 1, secret), phase('b', 1, reveal)], true],
    [
      'two private phases and their reveal',
      [phase('w', 1, secret), phase('x', 1, secret), phase('b', 1, reveal)],
      true,
    ],
    ['a reveal that comes a phase too late', [phase('w', 1, secret), phase('x', 1), phase('b', 1, reveal)], false],
    ['nothing private', [phase('a', 1)], true],
  ])('M5 %s', (_what, phases, expected) => expect(isWorkable(runningPhases(phases))).toBe(expected))
})
