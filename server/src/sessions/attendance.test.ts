import { type SeatId, asId } from '@roundel/shared/kernel'
import { expect, test } from 'vitest'
import { openFakeClock } from '../relay/testing/fake-clock.ts'
import { openAttendance } from './attendance.ts'

const ann: SeatId = asId('seat-ann________')
const bob: SeatId = asId('seat-bob________')

const begin = () => {
  const clock = openFakeClock()
  let changes = 0
  const attendance = openAttendance({ clock, onChange: () => void changes++ })
  const here = (): readonly SeatId[] => [...attendance.here()].sort()
  return { clock, attendance, here, changes: () => changes }
}

test('W35 who asks is here until 10 seconds after they last did', () => {
  const { clock, attendance, here } = begin()
  attendance.notice(ann)
  clock.advance(9_999)
  expect(here()).toEqual([ann])
  attendance.notice(ann)
  clock.advance(9_999)
  expect(here()).toEqual([ann])
  clock.advance(1)
  expect(here()).toEqual([])
})

test('W35 only who comes or goes is a change, not one more question or one more socket', () => {
  const { clock, attendance, here, changes } = begin()
  for (let nth = 0; nth < 5; nth++) {
    attendance.notice(ann)
    attendance.arrive(ann)()
  }
  const leave = attendance.arrive(ann)
  expect(changes()).toBe(1)
  clock.advance(20_000)
  expect([here(), changes(), attendance.sockets()]).toEqual([[ann], 1, 1])
  leave()
  leave()
  expect([here(), changes(), attendance.sockets()]).toEqual([[], 2, 0])
  attendance.notice(bob)
  clock.advance(10_000)
  expect([here(), changes()]).toEqual([[], 4])
})

test('W35 attendance that is not kept any more leaves no timer', () => {
  const { clock, attendance } = begin()
  for (const seat of [ann, bob]) attendance.notice(seat)
  expect(clock.timers()).toBe(2)
  attendance.stop()
  expect(clock.timers()).toBe(0)
})

test('R53 because of a quiet socket nobody is here and nothing changes, but it counts', () => {
  const { attendance, here, changes } = begin()
  const leave = attendance.arrive(ann, true)
  expect([here(), changes(), attendance.sockets(), attendance.socketsOf(ann)]).toEqual([[], 0, 1, 1])
  const go = attendance.arrive(ann)
  leave()
  leave()
  expect([here(), changes(), attendance.sockets(), attendance.socketsOf(ann)]).toEqual([[ann], 1, 1, 1])
  go()
  expect([here(), changes(), attendance.sockets(), attendance.socketsOf(ann)]).toEqual([[], 2, 0, 0])
})
