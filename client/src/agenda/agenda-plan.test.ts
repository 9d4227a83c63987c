import { METHODS, type MethodId, methodOf } from '@roundel/shared/methods'
import { StepBody } from '@roundel/shared/protocol'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { editOf } from '../facilitator/agenda/running-step.ts'
import {
  type PlannedStep,
  fitAgenda,
  minutesOf,
  moveStep,
  phasesOf,
  planStep,
  stepBody,
  totalOf,
  withMinuteMore,
  withMinutes,
} from './agenda-plan.ts'

const KINDS = METHODS.map(({ id }) => id)
const id = (nth: number): string => `step-${String(nth).padStart(11, '0')}`

const anAgenda = fc
  .array(fc.tuple(fc.constantFrom<MethodId>(...KINDS), fc.integer({ min: 0, max: 25 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((steps) =>
    steps.map(([kind, more], nth) => {
      let step: PlannedStep = planStep(kind, id(nth))
      for (let minute = 0; minute < more; minute++) step = withMinuteMore(step, 1) ?? step
      return step
    }),
  )

const fits = ({ kind, settings }: PlannedStep): boolean => methodOf(kind).accepts(settings)

describe('C59 minutes', () => {
  test.each(KINDS)('C59 %s: a minute more and a minute less come to the same, down to one minute a phase', (kind) => {
    let step = planStep(kind, id(1))
    const planned = minutesOf(step)
    step = withMinuteMore(step, 1) ?? step
    expect(minutesOf(step)).toBe(planned + 1)
    for (let next: PlannedStep | undefined = step; next; next = withMinuteMore(step, -1)) step = next
    expect(phasesOf(step).map(({ minutes }) => minutes)).toEqual(phasesOf(step).map(() => 1))
    expect(fits(step)).toBe(true)
  })

  test('C59 a phase without which a method cannot be carried out cannot be left out', () => {
    const step = planStep('brainstorm', id(1))
    expect(withMinutes(step, 'build', 0)).toBeDefined()
    expect(withMinutes({ ...step, settings: { ...step.settings, group: 0 } }, 'build', 0)).toBeUndefined()
  })
})

describe('C59 fitting', () => {
  test('C59 what is fitted takes the time exactly where its phases allow, and every method still fits', () => {
    fc.assert(
      fc.property(anAgenda, fc.integer({ min: 1, max: 200 }), (agenda, total) => {
        const { agenda: fitted, shortened } = fitAgenda(agenda, total)
        const least = agenda.reduce((sum, step) => sum + phasesOf(step).length, 0)
        const before = totalOf(agenda)
        expect(totalOf(fitted)).toBe(before <= total ? before : Math.max(total, least))
        expect(fitted.every(fits)).toBe(true)
        expect(shortened.reduce((sum, { from, to }) => sum + from - to, 0)).toBe(before - totalOf(fitted))
        expect(shortened.every(({ from, to }) => to < from)).toBe(true)
      }),
    )
  })
})

test('C59 moving keeps every step, and moving back restores the order', () => {
  fc.assert(
    fc.property(anAgenda, fc.nat(15), fc.integer({ min: -3, max: 15 }), (agenda, from, to) => {
      const moved = moveStep(agenda, from, to)
      expect(moved.map((step) => step.id).toSorted()).toEqual(agenda.map((step) => step.id).toSorted())
      const first = agenda[from]
      if (first) expect(moveStep(moved, moved.indexOf(first), from)).toEqual(agenda)
    }),
  )
})

test('C59 every planned step is one that the server takes, and only the first may be open early', () => {
  for (const kind of KINDS) {
    const step = planStep(kind, id(1), { title: '  A title ', question: ' ', notes: 'say this\n', early: true })
    const body = stepBody(step, 0)
    expect(v.parse(StepBody, body)).toEqual(body)
    expect(body).toMatchObject({ title: 'A title', notes: 'say this', early: true })
    expect(body).not.toHaveProperty('question')
    expect(stepBody(step, 1)).not.toHaveProperty('early')
  }
})

test('S112 what a step begins from is sent where there is any, and a change of it is told alone', () => {
  const step = planStep('brainstorm', 'a-step-000000001', { prompts: 'brought' })
  expect(stepBody(step, 1)).toMatchObject({ kind: 'brainstorm', prompts: 'brought' })
  const bare = planStep('brainstorm', 'a-step-000000001')
  expect(stepBody(bare, 1)).not.toHaveProperty('prompts')
  expect(stepBody({ ...bare, prompts: [] }, 1)).not.toHaveProperty('prompts')
  expect(editOf(bare, step)).toEqual({ type: 'edit-step', step: step.id, prompts: 'brought' })
  expect(editOf(step, { ...step, prompts: [] })).toEqual({ type: 'edit-step', step: step.id, prompts: [] })
  expect(editOf(bare, { ...bare, prompts: [] })).toBeUndefined()
})
