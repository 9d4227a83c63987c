import { expect, test } from 'vitest'
import { depthHint } from './depth-hint.ts'
import { fiveWhys } from './index.ts'
import { WHY_PHASES } from './tree.ts'

const brief = (input: object): string =>
  fiveWhys
    .plan(input)
    .map(({ key, minutes }) => `${key} ${minutes}`)
    .join(', ')

test('M40 Five Whys takes 20 minutes, and reading upwards can be a phase of its own', () => {
  expect(brief({})).toBe('problem 4, whys 10, roots 3, countermeasures 3')
  expect(brief({ problem: 8, whys: 25, therefore: 5, roots: 5, countermeasures: 7 })).toBe(
    'problem 8, whys 25, therefore 5, roots 5, countermeasures 7',
  )
  expect(fiveWhys.phases({}).map(({ key }) => key)).toEqual(WHY_PHASES)
})

test('M40 no phase gives a right over the board: a cause that was written there would stand nowhere in the tree', () => {
  for (const { policies } of fiveWhys.phases({})) {
    expect(policies).toEqual({ add: 'none', kinds: [], edit: 'none', place: 'none', group: 'none' })
  }
})

test('M59 depth asks a question at 3, at 5 and from 8 on', () => {
  expect(Array.from({ length: 10 }, (_none, depth) => depthHint(depth) ?? '')).toEqual([
    '',
    '',
    '',
    'can-you-act',
    '',
    'stop-or-go-on',
    '',
    '',
    'outside-your-reach',
    'outside-your-reach',
  ])
})
