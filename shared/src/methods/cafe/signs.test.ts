import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CafeRoom } from '../../session/simulated/cafe-room.ts'
import { TABLE_SIGNS, signOf, withSign, withSigns } from './signs.ts'

const icons = fc.array(fc.option(fc.constantFrom(...TABLE_SIGNS, 'spoon'), { nil: undefined }), { maxLength: 60 })
const asTables = (given: readonly (string | undefined)[]) =>
  given.map((icon, nth) => ({ id: `t${nth}`, ...(icon !== undefined && { icon }) }))

test('T62 every table has a sign, no two the same while there are enough, whatever was asked for', () => {
  fc.assert(
    fc.property(icons, (given) => {
      const signed = withSigns(asTables(given))
      const used = signed.map(({ icon }) => icon)
      expect(used.every((sign) => TABLE_SIGNS.includes(sign))).toBe(true)
      expect(new Set(used).size).toBe(Math.min(used.length, TABLE_SIGNS.length))
      // Whoever asked for one first has it, and asking again changes nothing.
      for (const [nth, icon] of given.entries()) {
        if (icon !== 'spoon' && icon !== undefined && given.indexOf(icon) === nth) expect(used[nth]).toBe(icon)
      }
      expect(withSigns(signed)).toEqual(signed)
    }),
  )
})

test('T62 a sign that another table has is exchanged with it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24 }), fc.nat(23), fc.constantFrom(...TABLE_SIGNS), (count, nth, sign) => {
      const tables = withSigns(asTables(Array.from({ length: count }, () => undefined)))
      const at = nth % count
      const next = withSign(tables, `t${at}`, sign)
      expect(next[at]?.icon).toBe(sign)
      expect(new Set(next.map(({ icon }) => icon)).size).toBe(count)
      const others = next.filter(({ icon }, place) => place !== at && icon !== tables[place]?.icon)
      expect(others.length).toBeLessThanOrEqual(1)
    }),
  )
})

test('T62 a table that was kept without a sign is shown one by its place', () => {
  expect([signOf({}, 0), signOf({ icon: 'spoon' }, 1), signOf({ icon: 'key' }, 0), signOf({}, 24)]).toEqual([
    'sun',
    'fish',
    'key',
    'sun',
  ])
})

test('T62 signs stand from the setup on, follow a choice, and stay when tables come and go', () => {
  const room = new CafeRoom(12).goTo('setup')
  const seen = () => room.seen().tables.map(({ icon }) => icon)
  expect(seen()).toEqual(TABLE_SIGNS.slice(0, 4))
  const [first, second, third, fourth] = room.tables
  if (!first || !second || !third || !fourth) throw new Error('there are four tables')
  room.give(room.facilitator, { type: 'edit-table', table: fourth, icon: 'sun' })
  expect(seen()).toEqual(['leaf', 'fish', 'key', 'sun'])
  // Taken away, a table gets the next one that nobody has.
  room.give(room.facilitator, { type: 'edit-table', table: second, icon: '' })
  expect(seen()).toEqual(['leaf', 'fish', 'key', 'sun'])
  const { mode, hosts, halfStay, questions, tables } = room.state()
  room.give(room.facilitator, {
    type: 'set-up-cafe',
    mode,
    hosts,
    halfStay,
    questions,
    mixBy: [],
    wishes: [],
    tables: [...tables.slice(1), { name: 'New' }],
  })
  expect(seen()).toEqual(['fish', 'key', 'sun', 'leaf'])
})
