import { asId } from '@roundel/shared/kernel'
import { FEELINGS } from '@roundel/shared/methods/decide'
import type { View } from '@roundel/shared/session'
import { expect, test } from 'vitest'
import { chooseFeeling } from './decide-act.ts'

const STEP = asId<'step'>('step-00000000001')

const look = (temperature: object | undefined, own: object = {}, can: object = { 'answer-temperature': true }): View =>
  ({
    me: { can, work: own },
    step: { id: STEP, kind: 'decide', phase: 'decide' },
    work: { [STEP]: { data: { temperature } } },
  }) as unknown as View

test('W38 simulated people answer a temperature check once, each in their own way', () => {
  const open = { state: 'open', round: 1, answered: 0 }
  const given = [0, 0.5, 0.9, 0.97].map((drawn) => {
    const chances = [0, drawn]
    return chooseFeeling(look(open), () => chances.shift() ?? 0)?.feeling
  })
  expect(given).toEqual(FEELINGS)
  expect(chooseFeeling(look(open), () => 0.99)).toBeUndefined()
  expect(chooseFeeling(look(open, { feeling: 'no' }), () => 0)).toBeUndefined()
})

test('W38 nobody answers what was not asked, is shown already, or may not be answered', () => {
  expect(chooseFeeling(look(undefined), () => 0)).toBeUndefined()
  expect(chooseFeeling(look({ state: 'shown' }), () => 0)).toBeUndefined()
  expect(chooseFeeling(look({ state: 'open' }, {}, {}), () => 0)).toBeUndefined()
})
