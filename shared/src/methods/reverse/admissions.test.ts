import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ItemId, type SeatId, asId } from '../../kernel/index.ts'
import {
  type Admission,
  admit,
  countAdmissions,
  isRealityOver,
  listFindings,
  retract,
  viewAdmissions,
} from './admissions.ts'
import { reverse } from './index.ts'

const seat = (number: number): SeatId => asId(`seat${String(number).padStart(12, '0')}`)
const item = (number: number): ItemId => asId(`item${String(number).padStart(12, '0')}`)

/** What people pressed, in order: admitting, or taking it back. */
const presses = fc.array(fc.record({ seat: fc.nat(4).map(seat), item: fc.nat(3).map(item), on: fc.boolean() }), {
  maxLength: 40,
})

const carryOut = (list: readonly { readonly seat: SeatId; readonly item: ItemId; readonly on: boolean }[]) =>
  list.reduce<readonly Admission[]>(
    (admissions, { on, ...press }) => (on ? admit(admissions, press) : retract(admissions, press)),
    [],
  )

test('M76 each person counts once for an item, as they pressed last', () => {
  fc.assert(
    fc.property(presses, (pressed) => {
      const last = new Map(pressed.map((press) => [`${press.seat} ${press.item}`, press]))
      const counts = countAdmissions(carryOut(pressed))
      for (let number = 0; number <= 3; number++) {
        const people = [...last.values()].filter((press) => press.on && press.item === item(number)).length
        expect(counts.get(item(number)) ?? 0).toBe(people)
      }
    }),
  )
})

test('M76 until the phase ends a person sees their own alone, whatever others do; afterwards counts, and never who', () => {
  fc.assert(
    fc.property(presses, presses, (pressed, others) => {
      const own = carryOut(pressed.map((press) => ({ ...press, seat: seat(9) })))
      const before = viewAdmissions(own, seat(9), false)
      const admissions = [...own, ...carryOut(others)]
      expect(viewAdmissions(admissions, seat(9), false)).toEqual(before)
      expect(before).not.toHaveProperty('counts')
      const { mine, counts } = viewAdmissions(admissions, seat(9), true)
      expect(mine).toEqual(before.mine)
      expect(counts).toEqual(countAdmissions(admissions))
      for (let number = 0; number <= 4; number++) {
        expect(JSON.stringify({ mine, counts: [...(counts ?? [])] })).not.toContain(seat(number))
      }
    }),
  )
})

test('M76 pressing twice, or taking back what was never said, changes nothing', () => {
  const list = admit([], { seat: seat(1), item: item(1) })
  expect(admit(list, { seat: seat(1), item: item(1) })).toBe(list)
  expect(retract(list, { seat: seat(2), item: item(1) })).toBe(list)
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
  const said = [
    [1, 1],
    [2, 2],
    [3, 2],
    [1, 3],
  ].map(([who, what]) => ({ seat: seat(who ?? 0), item: item(what ?? 0) }))
  expect(listFindings(said)).toEqual([
    { item: item(2), people: 2 },
    { item: item(1), people: 1 },
    { item: item(3), people: 1 },
  ])
})
