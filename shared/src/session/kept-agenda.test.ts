import { expect, test } from 'vitest'
import { type StepId, asId } from '../kernel/index.ts'
import type { StepBody } from './fields.ts'
import { keepAgenda, renewAgenda } from './kept-agenda.ts'

const [FIRST, SECOND, THIRD] = ['step-000000000-1', 'step-000000000-2', 'step-000000000-3'].map((id) =>
  asId<'step'>(id),
)

const AGENDA: readonly StepBody[] = [
  { id: FIRST, kind: 'brainstorm', title: 'Ideas', question: 'How?', names: 'shown', notes: 'Be slow', early: true },
  { id: SECOND, kind: 'talk', advances: true, prompts: [asId('item-00000000001')] },
  { id: THIRD, kind: 'score', settings: { earlier: [FIRST] }, prompts: 'brought' },
]

const counting = () => {
  let count = 0
  return (): StepId => asId(`new-${String(++count).padStart(12, '0')}`)
}

test('Z64 a kept agenda has all that was planned of its steps, and ids only where one step names another', () => {
  expect(keepAgenda(AGENDA)).toEqual([
    { id: FIRST, kind: 'brainstorm', title: 'Ideas', question: 'How?', names: 'shown', notes: 'Be slow', early: true },
    { kind: 'talk', advances: true },
    { kind: 'score', settings: { earlier: [FIRST] }, prompts: 'brought' },
  ])
})

test('Z64 who begins from it gets new ids, and steps go on naming each other', () => {
  const renewed = renewAgenda(keepAgenda(AGENDA), counting())
  expect(new Set(renewed.map(({ id }) => id)).size).toBe(3)
  expect(renewed.map(({ id }) => id)).not.toContain(FIRST)
  expect(renewed[2]?.settings).toEqual({ earlier: [renewed[0]?.id] })
  expect(renewed.map(({ kind, title, notes }) => [kind, title, notes])).toEqual([
    ['brainstorm', 'Ideas', 'Be slow'],
    ['talk', undefined, undefined],
    ['score', undefined, undefined],
  ])
})
