import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ItemId, type SeatId, asId } from '../../kernel/index.ts'
import {
  type Admitted,
  admit,
  countAdmitted,
  isRealityOver,
  listAdmitted,
  listFindings,
  retract,
} from './admissions.ts'
import { reverse } from './index.ts'

const seat = (number: number): SeatId => asId(`seat${String(number).padStart(12, '0')}`)
const item = (number: number): ItemId => asId(`item${String(number).padStart(12, '0')}`)

/** What people pressed, in order: admitting, or taking it back. */
const presses = fc.array(fc.record({ seat: fc.nat(4).map(seat), item: fc.nat(3).map(item), on: fc.boolean() }), {
  maxLength: 40,
})

const carryOut = (
  list: readonly { readonly seat: SeatId; readonly item: ItemId; readonly on: boolean }[],
  before: Admitted = {},
) => list.reduce((admitted, { on, ...press }) => (on ? admit : retract)(admitted, press.seat, press.item), before)

test('M76 each person counts once for an item, as they pressed last', () => {
  fc.assert(
    fc.property(presses, (pressed) => {
      const last = new Map(pressed.map((press) => [`${press.seat} ${press.item}`, press]))
      const counts = countAdmitted(carryOut(pressed))
      for (let number = 0; number <= 3; number++) {
        const people = [...last.values()].filter((press) => press.on && press.item === item(number)).length
        expect(counts[item(number)] ?? 0).toBe(people)
      }
    }),
  )
})

test('M76 what a person sees of their own does not depend on others, and the numbers name nobody', () => {
  fc.assert(
    fc.property(presses, presses, (pressed, others) => {
      const own = carryOut(pressed.map((press) => ({ ...press, seat: seat(9) })))
      const admitted = carryOut(others, own)
      expect(new Set(listAdmitted(admitted, seat(9)))).toEqual(new Set(listAdmitted(own, seat(9))))
      const said = JSON.stringify([countAdmitted(admitted), listFindings(countAdmitted(admitted))])
      for (const number of [0, 1, 2, 3, 4, 9]) expect(said).not.toContain(seat(number))
    }),
  )
})

test('M76 pressing twice, or taking back what was never said, changes nothing', () => {
  const once = admit({}, seat(1), item(1))
  expect(admit(once, seat(1), item(1))).toBe(once)
  expect(retract(once, seat(2), item(1))).toBe(once)
  expect(retract(once, seat(1), item(1))).toEqual({})
})

test('M76 the phase has ended behind it and after the step, and never where it does not take place', () => {
  const plan = reverse.plan({})
  const over = (phase?: string) => isRealityOver(plan, phase)
  expect(['worsen', 'reality', 'invert', 'group'].map(over)).toEqual([false, false, true, true])
  expect(over(undefined)).toBe(true)
  expect(isRealityOver(reverse.plan({ reality: 0 }), 'invert')).toBe(false)
  expect(isRealityOver(reverse.plan({ reality: 0 }), undefined)).toBe(false)
})

test('M76 what is found out about today begins with what most people do', () => {
  expect(listFindings({ [item(1)]: 1, [item(2)]: 2, [item(3)]: 1 })).toEqual([
    { item: item(2), people: 2 },
    { item: item(1), people: 1 },
    { item: item(3), people: 1 },
  ])
})
