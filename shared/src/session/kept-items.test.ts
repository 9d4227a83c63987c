import { TRAY } from '../testing/index.ts'
import { expect, test } from 'vitest'
import type { Item } from '../board/index.ts'
import { type ItemId, LIMITS, type SeatId } from '../kernel/index.ts'
import type { Command } from './commands/index.ts'
import { mayWrite } from './may-write.ts'
import type { Step } from './session.ts'
import { SimulatedRoom } from './simulated/room.ts'
import type { Touch } from './touch.ts'
import { isKept } from './work.ts'

/** A room in which Leila's first idea was picked, her second and one of Dmitry's were not. */
const gather = (names: 'hidden' | 'shown' = 'hidden') => {
  const room = new SimulatedRoom({
    agenda: [
      { kind: TRAY, names },
      { kind: 'brainstorm', names },
    ],
  })
  const [leila, dmitry] = [room.enter('Leila'), room.enter('Dmitry')]
  room.give(room.facilitator, { type: 'start' })
  room.goOn()
  const add = (seat: SeatId, text: string): ItemId => {
    const result = room.give(seat, { type: 'add-item', kind: 'idea', text })
    if (!result.ok || !result.value.answer.item) throw new Error('not added')
    return result.value.answer.item
  }
  const [kept, free, other] = [add(leila, 'Kept'), add(leila, 'Free'), add(dmitry, 'Other')]
  order(room, leila, { type: 'pick-item', item: kept })
  return { room, leila, dmitry, kept, free, other }
}

const order = (room: SimulatedRoom, seat: SeatId, command: object): string => {
  const result = room.give(seat, command as Command)
  return result.ok ? 'ok' : result.error.code
}

const write = (room: SimulatedRoom, seat: SeatId, id: ItemId, more: Partial<Touch> = {}): string => {
  const { item, owner } = room.items.get(id) as { item: Item; owner?: SeatId }
  const touch: Touch = {
    document: { kind: 'board' },
    collection: 'items',
    record: id,
    op: 'text',
    field: 'text',
    fresh: false,
    step: item.step,
    kind: item.kind,
    ...(owner && { owner }),
    ...more,
  }
  const result = mayWrite(room.session, seat, touch, room.now)
  return result.ok ? 'ok' : result.error.code
}

const ACTS: readonly (readonly [string, (item: ItemId, into: ItemId) => object])[] = [
  ['edit-item', (item) => ({ type: 'edit-item', item, text: 'Other words' })],
  ['withdraw', (item) => ({ type: 'withdraw', item })],
  ['merge', (item, into) => ({ type: 'merge', item, into })],
]

test.each(ACTS)(
  'S113 what a method keeps is not changed by %s, not even by who wrote it; other ideas are',
  (_, act) => {
    const { room, leila, kept, free, other } = gather()
    const before = room.items.get(kept)
    expect(order(room, leila, act(kept, other))).toBe('closed')
    expect(room.items.get(kept)).toBe(before)
    expect(order(room, leila, act(free, other))).toBe('ok')
  },
)

test('S113 those who lead park and merge no item that is kept, and others may be merged into it', () => {
  const { room, kept, free, other } = gather()
  expect(order(room, room.facilitator, { type: 'park', item: kept })).toBe('closed')
  expect(order(room, room.facilitator, { type: 'park', item: free })).toBe('ok')
  expect(order(room, room.facilitator, { type: 'merge', item: kept, into: other })).toBe('closed')
  expect(order(room, room.facilitator, { type: 'merge', item: other, into: kept })).toBe('ok')
  // What people must not see can always be taken away from their eyes.
  expect(order(room, room.facilitator, { type: 'hide', item: kept })).toBe('ok')
})

test('S113 the gate lets nobody write its words, whose it may be; its place stays everybody’s', () => {
  const { room, leila, kept, free } = gather('shown')
  expect(write(room, leila, free)).toBe('ok')
  expect(write(room, leila, kept)).toBe('not-allowed')
  expect(write(room, leila, kept, { op: 'set', field: 'lang', value: 'fa' })).toBe('not-allowed')
  expect(write(room, room.facilitator, kept)).toBe('not-allowed')
  expect(write(room, leila, kept, { op: 'set', field: 'at', value: [1, 1] })).toBe('ok')
})

test('S113 from the moment it is kept, also under rights that a move has just replaced', () => {
  const { room, leila, kept, free } = gather('shown')
  room.goOn()
  expect(room.session.grace).toBeDefined()
  expect([write(room, leila, free), write(room, leila, kept)]).toEqual(['ok', 'not-allowed'])
  for (const [, act] of ACTS.slice(0, 2)) {
    expect([order(room, leila, act(kept, free)), order(room, leila, act(free, kept))]).toEqual(['closed', 'ok'])
    room.give(leila, { type: 'withdraw', item: free, withdrawn: false })
  }
  room.wait(LIMITS.graceMs)
  expect(write(room, leila, free)).toBe('wrong-phase')
})

test('S113 whichever step is live: a step that is over keeps what it kept', () => {
  const { room, leila, kept, free } = gather()
  room.give(room.facilitator, { type: 'skip' })
  for (let press = 0; press < 2; press++) room.goOn()
  room.wait(LIMITS.undoMs)
  for (const [, act] of ACTS.slice(0, 2)) expect(order(room, leila, act(kept, free))).toBe('closed')
  expect(order(room, leila, { type: 'edit-item', item: free, text: 'Corrected' })).toBe('ok')
  expect(order(room, room.facilitator, { type: 'reopen', step: (room.session.agenda[0] as Step).id })).toBe('ok')
  expect(order(room, leila, { type: 'edit-item', item: kept, text: 'Corrected' })).toBe('closed')
})

test('S113 a stored session keeps what it kept, and one without any keeps nothing', () => {
  const { room, kept, free } = gather()
  const stored = JSON.parse(JSON.stringify(room.session)) as SimulatedRoom['session']
  expect([isKept(stored, kept), isKept(stored, free)]).toEqual([true, false])
  expect(isKept(new SimulatedRoom().session, kept)).toBe(false)
})
