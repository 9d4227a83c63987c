import type { SeatId } from '@roundel/shared/kernel'
import { asId, LIMITS } from '@roundel/shared/kernel'
import { CLOSE } from '@roundel/shared/protocol'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as awareness from 'y-protocols/awareness'
import * as Y from 'yjs'
import { openPresenceRoom } from './presence-room.ts'
import type { PresenceState } from './presence-state.ts'
import type { Face, PresenceRoom, PresenceRoomOptions } from './room.ts'
import { type FakeClock, openFakeClock } from './testing/fake-clock.ts'
import { seat } from './testing/test-room.ts'
import { openTestWire, type TestWire } from './testing/test-wire.ts'

const item = asId<'item'>('item-a----------')

const awarenessFrame = (update: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint8Array(encoder, update)
  })

const entries = (...list: readonly (readonly [client: number, clock: number, state: unknown])[]): Uint8Array =>
  awarenessFrame(
    encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, list.length)
      for (const [client, clock, state] of list) {
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarString(encoder, JSON.stringify(state))
      }
    }),
  )

/** A client with the stock awareness, which also sends back what it hears, as the stock provider does. */
const join = (room: PresenceRoom, who: string) => {
  const seatId = seat(who)
  const wire: TestWire = openTestWire()
  const connection = room.connect(wire, seatId)
  wire.onClose(connection.closed)
  const own = new awareness.Awareness(new Y.Doc())
  const send = (clients: number[]): void =>
    connection.receive(awarenessFrame(awareness.encodeAwarenessUpdate(own, clients)))
  own.on('update', ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>) =>
    send([...added, ...updated, ...removed]),
  )
  send([own.clientID])
  return {
    wire,
    connection,
    own,
    set: (state: object | null) => own.setLocalState(state),
    take: () => {
      const messages = wire.take()
      for (const message of messages)
        awareness.applyAwarenessUpdate(own, message.slice(message[1]! < 128 ? 2 : 3), 'server')
      return messages.length
    },
    /** What it sees of others. */
    sees: (): readonly object[] =>
      [...own.getStates()].filter(([client]) => client !== own.clientID).map(([, state]) => state),
    ids: (): readonly number[] => [...own.getStates().keys()].filter((client) => client !== own.clientID),
    end: () => own.destroy(),
  }
}

const open = (over: Partial<PresenceRoomOptions> = {}): { readonly room: PresenceRoom; readonly clock: FakeClock } => {
  const clock = openFakeClock()
  let serial = 0
  const room = openPresenceRoom({
    roster: (who): Face => ({ name: who.slice(5).replaceAll('_', ''), colour: 'sky' }),
    filter: (state) => state,
    mayRead: () => true,
    random: () => (++serial * 0.137) % 1,
    clock,
    ...over,
  })
  return { room, clock }
}

type Person = ReturnType<typeof join>

const pass = (clock: FakeClock, ...people: readonly Person[]): void => {
  clock.advance(100)
  for (const person of people) person.take()
  clock.advance(100)
  for (const person of people) person.take()
}

test('R30 others see allow-listed fields, with seat, name and colour from the server, and nobody sees themselves', () => {
  const { room, clock } = open()
  const [one, two] = [join(room, 'one'), join(room, 'two')]
  one.set({
    cursor: [10, 20],
    typing: true,
    role: 'facilitator',
    name: 'Eve',
    seat: seat('two'),
    user: { name: 'Eve' },
  })
  pass(clock, one, two)
  expect(two.sees()).toEqual([{ cursor: [10, 20], typing: true, seat: seat('one'), name: 'one', colour: 'sky' }])
  expect(one.sees()).toEqual([{ seat: seat('two'), name: 'two', colour: 'sky' }])
})

test('R30 fields that do not fit are left out one by one', () => {
  const { room, clock } = open()
  const [one, two] = [join(room, 'one'), join(room, 'two')]
  one.set({
    cursor: [1.5, 2],
    sel: Array.from({ length: 21 }, () => item),
    editing: item,
    drag: { item, at: [5, 6], extra: 1 },
    typing: false,
    ['__proto__']: { isFacilitator: true },
  })
  pass(clock, one, two)
  expect(two.sees()).toEqual([{ editing: item, seat: seat('one'), name: 'one', colour: 'sky' }])
})

test('R31 the id that others see is not the client id, and is another one for each socket', () => {
  const { room, clock } = open()
  const [one, again, two] = [join(room, 'one'), join(room, 'one'), join(room, 'two')]
  one.set({ cursor: [1, 1] })
  pass(clock, one, again, two)
  expect(two.ids()).toHaveLength(2)
  for (const id of two.ids()) expect(id).toBeGreaterThanOrEqual(2 ** 32)
  expect(two.ids()).not.toContain(one.own.clientID)
})

test('R31 a socket that first sends back what it heard is still known by its own id', () => {
  const { room, clock } = open()
  const one = join(room, 'one')
  const wire = openTestWire()
  const connection = room.connect(wire, seat('late'))
  clock.advance(100)
  for (const message of wire.take()) connection.receive(message)
  connection.receive(entries([5, 1, { cursor: [1, 1] }]))
  pass(clock, one)
  expect(one.sees()).toEqual([{ cursor: [1, 1], seat: seat('late'), name: 'late', colour: 'sky' }])
})

test('R32 a joiner sees everybody who is there, also when it comes back with an old copy', () => {
  const { room, clock } = open()
  const people = Array.from({ length: 100 }, (_, index) => join(room, `p${index}`))
  people.forEach((person, index) => person.set({ cursor: [index, index] }))
  pass(clock, ...people)
  const late = join(room, 'late')
  pass(clock, late)
  expect(late.sees()).toHaveLength(100)
  late.connection.closed()
  awareness.removeAwarenessStates(late.own, [...late.ids()], 'gone')
  const wire = openTestWire()
  room.connect(wire, seat('late'))
  clock.advance(100)
  for (const message of wire.take())
    awareness.applyAwarenessUpdate(late.own, message.slice(message[1]! < 128 ? 2 : 3), 'server')
  expect(late.sees()).toHaveLength(100)
})

test('R32 no message is larger than what a stock client may send back', () => {
  const { room, clock } = open()
  const people = Array.from({ length: 200 }, (_, index) => join(room, `p${index}`))
  people.forEach((person) => person.set({ cursor: [1, 1], sel: Array.from({ length: 20 }, () => item) }))
  pass(clock, ...people)
  const late = join(room, 'late')
  clock.advance(100)
  const messages = late.wire.take()
  expect(messages.length).toBeGreaterThan(5)
  for (const message of messages) expect(message.length).toBeLessThan(LIMITS.awarenessBytes)
  for (const person of [...people, late]) expect(person.wire.closedWith()).toBeUndefined()
})

test('R33 whoever closes is gone for others at once, and nobody else can make them go', () => {
  const { room, clock } = open()
  const [one, two, three] = [join(room, 'one'), join(room, 'two'), join(room, 'three')]
  pass(clock, one, two, three)
  const [shownAs] = two.ids().filter((id) => (two.own.getStates().get(id) as { name: string }).name === 'one') as [
    number,
  ]
  three.connection.receive(entries([shownAs, 1_000_000, null], [one.own.clientID, 1_000_000, null]))
  three.connection.receive(entries([shownAs, Number.MAX_SAFE_INTEGER, { cursor: [0, 0] }]))
  pass(clock, one, two, three)
  expect(two.sees()).toHaveLength(2)
  expect(two.own.getStates().get(shownAs)).toEqual({ seat: seat('one'), name: 'one', colour: 'sky' })
  one.connection.closed()
  clock.advance(16)
  two.take()
  expect(two.sees()).toEqual([{ seat: seat('three'), name: 'three', colour: 'sky' }])
})

test('R33 the greatest clock of all silences nobody, not even its sender', () => {
  const { room, clock } = open()
  const [one, two] = [join(room, 'one'), join(room, 'two')]
  one.connection.receive(entries([one.own.clientID, Number.MAX_SAFE_INTEGER, { cursor: [1, 1] }]))
  pass(clock, two)
  one.connection.receive(entries([one.own.clientID, 3, { cursor: [2, 2] }]))
  pass(clock, two)
  expect(two.sees()).toEqual([{ cursor: [2, 2], seat: seat('one'), name: 'one', colour: 'sky' }])
})

test('R34 a socket has one id for ever: a hundred thousand more change nothing and leave nothing behind', () => {
  const { room, clock } = open()
  const [bad, two] = [join(room, 'bad'), join(room, 'two')]
  pass(clock, bad, two)
  const timers = clock.timers()
  const before = two.wire.bytes()
  for (let from = 0; from < 100_000; from += 500) {
    bad.connection.receive(entries(...Array.from({ length: 500 }, (_, index) => [from + index + 1, 1, null] as const)))
  }
  pass(clock, bad, two)
  expect(two.sees()).toHaveLength(1)
  expect(two.wire.bytes() - before).toBeLessThan(200)
  expect(clock.timers()).toBeLessThanOrEqual(timers + 1)
  expect(two.wire.closedWith()).toBeUndefined()
})

test.each([
  ['a state that is not JSON', [1, 6, 1, 5, 1, 2, 123, 123]],
  ['a state that is not UTF-8', [1, 6, 1, 5, 1, 2, 255, 255]],
  ['half an update', [1, 3, 2, 5, 1]],
  ['junk', [1, 1, 0, 9]],
  ['an unknown message', [7]],
])('R34 %s closes its socket with 4400 and no other', (_, bytes) => {
  const { room, clock } = open()
  const two = join(room, 'two')
  const wire = openTestWire()
  room.connect(wire, seat('bad')).receive(Uint8Array.from(bytes))
  pass(clock, two)
  expect(wire.closedWith()).toBe(CLOSE.badMessage)
  expect(two.wire.closedWith()).toBeUndefined()
})

test('R34 a state above 2 KiB changes nothing, a message above 8 KiB closes with 4413', () => {
  const { room, clock } = open()
  const [one, two] = [join(room, 'one'), join(room, 'two')]
  one.connection.receive(entries([one.own.clientID, 5, { cursor: [1, 1], junk: 'x'.repeat(2_048) }]))
  pass(clock, two)
  expect(two.sees()).toEqual([{ seat: seat('one'), name: 'one', colour: 'sky' }])
  one.connection.receive(entries([one.own.clientID, 6, { junk: 'x'.repeat(8_192) }]))
  expect(one.wire.closedWith()).toBe(CLOSE.tooLarge)
})

test('R35 a socket is heard 15 times a second; of the surplus the newest is kept', () => {
  const { room, clock } = open()
  const [one, two] = [join(room, 'one'), join(room, 'two')]
  pass(clock, one, two)
  const before = two.wire.writes()
  for (let ms = 0; ms < 1_000; ms += 5) {
    one.set({ cursor: [ms, 0] })
    clock.advance(5)
  }
  clock.advance(100)
  expect(two.wire.writes() - before).toBeGreaterThanOrEqual(14)
  expect(two.wire.writes() - before).toBeLessThanOrEqual(17)
  two.take()
  expect(two.sees()).toEqual([{ cursor: [995, 0], seat: seat('one'), name: 'one', colour: 'sky' }])
})

test('R36 what the phase hides is not sent, and disappears when the phase begins to hide it', () => {
  let isPrivate = false
  const filter = ({ cursor }: PresenceState): PresenceState => (cursor ? { cursor } : {})
  const { room, clock } = open({ filter: (state) => (isPrivate ? filter(state) : state) })
  const [one, two] = [join(room, 'one'), join(room, 'two')]
  one.set({ cursor: [1, 2], typing: true, editing: item })
  pass(clock, two)
  expect(two.sees()).toEqual([expect.objectContaining({ typing: true, editing: item })])
  isPrivate = true
  room.recheck()
  pass(clock, two)
  expect(two.sees()).toEqual([{ cursor: [1, 2], seat: seat('one'), name: 'one', colour: 'sky' }])
  const before = two.wire.bytes()
  room.recheck()
  clock.advance(100)
  expect(two.wire.bytes()).toBe(before)
})

test('R37 only those in one circle see each other, also after they moved', () => {
  const tables = new Map<SeatId, string>([
    [seat('one'), 'a'],
    [seat('two'), 'a'],
    [seat('three'), 'b'],
  ])
  const { room, clock } = open({ circle: (who) => tables.get(who) ?? '' })
  const people = [join(room, 'one'), join(room, 'two'), join(room, 'three')] as const
  const names = (person: Person): readonly string[] => person.sees().map((state) => (state as Face).name)
  const move = (who: string, table: string): void => {
    tables.set(seat(who), table)
    room.recheck()
    pass(clock, ...people)
  }
  pass(clock, ...people)
  expect(people.map(names)).toEqual([['two'], ['one'], []])
  move('two', 'b')
  expect(people.map(names)).toEqual([[], ['three'], ['two']])
  people[1].set({ cursor: [7, 7] })
  pass(clock, ...people)
  expect(people.map(names)).toEqual([[], ['three'], ['two']])
  move('two', 'a')
  expect(people.map(names)).toEqual([['two'], ['one'], []])
  move('one', 'b')
  move('three', 'a')
  expect(people.map(names)).toEqual([[], ['three'], ['two']])
})

test('R38 who lags gets no presence above 256 KiB, and the newest of everybody afterwards', () => {
  const { room, clock } = open()
  const [one, two, slow] = [join(room, 'one'), join(room, 'two'), join(room, 'slow')]
  pass(clock, one, two, slow)
  slow.wire.stall()
  for (let index = 0; index < 3_000 && slow.wire.bytes() < 200_000; index++) {
    one.set({ cursor: [index, 0], sel: Array.from({ length: 20 }, () => item) })
    two.set({ cursor: [0, index], sel: Array.from({ length: 20 }, () => item) })
    clock.advance(70)
    slow.wire.trickle(1)
  }
  const before = slow.wire.bytes()
  expect(before).toBeLessThan(400_000)
  for (let index = 0; index < 600; index++) {
    one.set({ cursor: [index, 1] })
    two.set({ cursor: [1, index] })
    clock.advance(70)
    slow.wire.trickle(1)
  }
  expect(slow.wire.bytes()).toBe(before)
  slow.wire.resume()
  one.set({ cursor: [1_000, 1] })
  pass(clock, one, slow)
  expect(slow.sees()).toEqual([
    expect.objectContaining({ cursor: [1_000, 1] }),
    expect.objectContaining({ cursor: [1, 599] }),
  ])
  expect(slow.wire.closedWith()).toBeUndefined()
})

test('R12 presence is for those who may read it', () => {
  const readers = new Set([seat('one'), seat('two')])
  const { room, clock } = open({ mayRead: (who) => readers.has(who) })
  const [one, two] = [join(room, 'one'), join(room, 'two')]
  const stranger = openTestWire()
  room.connect(stranger, seat('stranger'))
  expect(stranger.closedWith()).toBe(CLOSE.notAllowed)
  readers.delete(seat('one'))
  room.recheck()
  pass(clock, two)
  expect(one.wire.closedWith()).toBe(CLOSE.notAllowed)
  expect(two.sees()).toEqual([])
})

test('R39 a stock provider syncs an empty document with the presence room, and can write nothing there', () => {
  const { room, clock } = open()
  const wire = openTestWire()
  const connection = room.connect(wire, seat('one'))
  connection.receive(Uint8Array.of(0, 0, 1, 0))
  connection.receive(Uint8Array.of(0, 1, 2, 0, 0))
  connection.receive(Uint8Array.of(3))
  clock.advance(16)
  expect(wire.take()).toEqual([Uint8Array.of(0, 1, 2, 0, 0), Uint8Array.of(1, 1, 0)])
  const doc = new Y.Doc()
  doc.getMap('items').set('a', 1)
  const update = Y.encodeStateAsUpdate(doc)
  connection.receive(Uint8Array.from([0, 2, update.length, ...update]))
  expect(wire.closedWith()).toBe(CLOSE.notAllowed)
})

test('R19 a presence socket never hears nothing for longer than 15 s', () => {
  const { room, clock } = open()
  const wire = openTestWire()
  room.connect(wire, seat('one'))
  let silent = 0
  for (let second = 0; second < 100; second++) {
    clock.advance(1_000)
    silent = wire.take().length > 0 ? 0 : silent + 1
    expect(silent).toBeLessThanOrEqual(15)
  }
  room.close()
  expect(clock.timers()).toBe(0)
})

test('W45 what others may not see is not heard either: a hidden move sends nothing, and all are renewed together every 10 s', () => {
  const { room, clock } = open({ filter: () => ({}) })
  const [one, two, three] = [join(room, 'one'), join(room, 'two'), join(room, 'three')]
  pass(clock, one, two, three)
  three.wire.take()
  for (let turn = 0; turn < 40; turn++) {
    one.set({ cursor: [turn, turn], typing: true })
    clock.advance(100)
  }
  expect(three.wire.take()).toEqual([])
  two.set({ cursor: [1, 1] })
  clock.advance(6_000)
  // One message for both: who has moved last, or at all, is not to be told from it.
  expect(three.take()).toBe(1)
  expect(three.sees()).toHaveLength(2)
  // Whoever says nothing for 30 s is not renewed, and stock clients forget them.
  clock.advance(31_000)
  three.wire.take()
  clock.advance(10_500)
  expect(three.wire.take().filter((message) => message.length > 3)).toEqual([])
  for (const person of [one, two, three]) person.end()
})
