import { CreateSessionBody } from '@roundel/shared/protocol'
import { METHODS } from '@roundel/shared/methods'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { NEW_PLAN, PHASES, type Plan, bodyOf, findMissing, totalMinutes } from './plan.ts'

const plan: Plan = { ...NEW_PLAN, title: ' Front desk ', question: 'How might we?', name: 'Amina', language: 'fa' }

test('C23 a plan becomes what the server takes, and what nobody filled in is left out', () => {
  const body = bodyOf({ ...plan, who: ' ', what: 'see the queue' }, 'Leader')
  expect(v.parse(CreateSessionBody, body)).toEqual(body)
  expect(body).toMatchObject({ title: 'Front desk', language: 'fa', facilitatorName: 'Amina' })
  expect(body.challenge).toEqual({ text: 'How might we?', what: 'see the queue' })
  expect(bodyOf({ ...plan, name: ' ' }, 'Leader').facilitatorName).toBe('Leader')
})

test('C23 every plan that the page lets through fits its method, also the shortest', () => {
  const shortest = Object.fromEntries(PHASES) as Plan['minutes']
  for (const minutes of [plan.minutes, shortest]) {
    const [step] = bodyOf({ ...plan, minutes }, 'Leader').agenda ?? []
    expect(METHODS.find(({ id }) => id === step?.kind)?.accepts(step?.settings)).toBe(true)
  }
  expect(totalMinutes(plan)).toBe(15)
})

test('C23 a session needs a name and a question', () => {
  expect(findMissing({ ...plan, title: '  ' })).toBe('title')
  expect(findMissing({ ...plan, question: '' })).toBe('question')
  expect(findMissing(plan)).toBeUndefined()
})
