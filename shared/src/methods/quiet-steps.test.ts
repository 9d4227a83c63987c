import { expect, test } from 'vitest'
import { asId } from '../kernel/index.ts'
import { pause } from './break/index.ts'
import { brainstorm } from './brainstorm/index.ts'
import { group } from './group/index.ts'
import { talk } from './talk/index.ts'

const brief = (method: typeof talk | typeof pause | typeof group, input: object = {}): string =>
  method
    .plan(input)
    .map(({ key, minutes }) => `${key} ${minutes}`)
    .join(', ')

test('M12 a conversation takes 10 minutes and nothing is written; in a round everyone speaks in turn', () => {
  expect(brief(talk)).toBe('talk 10')
  expect(talk.plan({})[0]).not.toHaveProperty('speaks')
  expect(talk.plan({ round: true })[0]).toMatchObject({ speaks: 'in-turn', policies: { add: 'none', place: 'none' } })
})

test('M13 a break takes 5 minutes and nothing can be done in it', () => {
  expect(brief(pause)).toBe('break 5')
  expect(pause.plan({})[0].policies).toEqual({ add: 'none', kinds: [], edit: 'none', place: 'none', group: 'none' })
})

test('M14 grouping has the rights and the rule for large rooms of a brainstorm’s last phase, over all that was brought or some steps', () => {
  expect(brief(group)).toBe('group 10')
  const [phase] = group.plan({ group: 5 })
  expect(phase).toEqual(brainstorm.plan({}).at(-1))
  expect(group.input({})).toBe('all')
  const steps = [asId<'step'>('step000000000001')]
  expect(group.input({ steps })).toEqual(steps)
  for (const wrong of [[], ['short'], 'some', 7]) expect(group.accepts({ steps: wrong })).toBe(false)
})
