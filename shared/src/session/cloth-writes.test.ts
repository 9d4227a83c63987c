import { describe, expect, test } from 'vitest'
import { handoverId } from '../board/index.ts'
import { LIMITS, type SeatId, type TableId } from '../kernel/index.ts'
import { mayRead, mayWrite, mayWriteIn } from './may-write.ts'
import { findCompany } from './cloth-writes.ts'
import { findSeat } from './rights.ts'
import type { Seat } from './session.ts'
import { CafeRoom } from './simulated/cafe-room.ts'
import type { Touch } from './touch.ts'

const clothOf = (table: TableId) => ({ kind: 'table', table }) as const

/** Four tables of four in the first round, with one who travels, the host and one of another table. */
const gather = (names: 'hidden' | 'shown' = 'hidden') => {
  const room = new CafeRoom(16, { rounds: 3 }, { names }).goTo('round-1')
  const [table, other] = room.tables as [TableId, TableId]
  const [host, seat] = room.at(table) as [SeatId, SeatId]
  const stranger = room.at(other)[1] as SeatId
  return { room, table, other, host, seat, stranger }
}

const reads = (room: CafeRoom, seat: SeatId): readonly TableId[] =>
  room.tables.filter((table) => mayRead(room.session, seat, clothOf(table)))

const write = (room: CafeRoom, seat: SeatId, table: TableId, touch: Partial<Touch>): string => {
  const whole: Touch = {
    document: clothOf(table),
    collection: 'items',
    record: 'a-note-on-a-clth',
    op: 'set',
    fresh: true,
    owner: seat,
    ...touch,
  }
  const answer = mayWrite(room.session, seat, whole, room.now)
  return answer.ok ? 'ok' : answer.error.code
}

describe('T41 who reads a cloth', () => {
  test('T41 those who sit there in a round, those who lead always, nobody else, and nobody before', () => {
    const { room, table, seat, host, stranger } = gather()
    const olga = room.enter('Olga', 'observer')
    const wall = room.enter('Wall', 'screen')
    expect(reads(room, seat)).toEqual([table])
    expect(reads(room, host)).toEqual([table])
    expect(reads(room, stranger)).not.toContain(table)
    expect(reads(room, room.facilitator)).toEqual(room.tables)
    for (const watching of [olga, wall]) expect(reads(room, watching)).toEqual([])
    const early = new CafeRoom(16).goTo('welcome')
    for (const person of early.people) expect(reads(early, person)).toEqual([])
    expect(reads(early, early.facilitator)).toEqual(early.tables)
  })

  test('T41 in a move the one they go to and no more the one they come from; when they gather, all they sat at', () => {
    const { room, table, seat } = gather()
    room.goTo('move-1')
    const next = room.tableOf(seat) as TableId
    expect(reads(room, seat)).toEqual([next])
    expect(next).not.toBe(table)
    room.goTo('gather')
    expect(reads(room, seat)).toHaveLength(3)
    expect(reads(room, seat)).toContain(table)
  })

  test('T41 once harvested all read all where names are shown; where they are hidden a cloth stays with its tables', () => {
    const hidden = gather()
    hidden.room.goTo('harvest')
    expect(reads(hidden.room, hidden.seat)).toHaveLength(3)
    const shown = gather('shown')
    const olga = shown.room.enter('Olga', 'observer')
    shown.room.goTo('harvest')
    expect(reads(shown.room, shown.seat)).toEqual(shown.room.tables)
    expect(reads(shown.room, olga)).toEqual(shown.room.tables)
    for (const { room, seat } of [hidden, shown]) {
      const before = reads(room, seat)
      room.give(room.facilitator, { type: 'end' })
      expect(reads(room, seat)).toEqual(before)
    }
  })

  test('T41 a table that there is not is nobody’s to read, nor one of a person who was sent away', () => {
    const { room, table, seat } = gather()
    expect(mayRead(room.session, room.facilitator, clothOf('no-such-table-00' as TableId))).toBe(false)
    room.give(room.facilitator, { type: 'remove', seat })
    expect(mayRead(room.session, seat, clothOf(table))).toBe(false)
  })
})

describe('T42 who writes on a cloth', () => {
  test('T42 those who sit there, in a round; not those who lead, nor who only watches', () => {
    const { room, table, other, seat, stranger } = gather()
    expect(write(room, seat, table, { op: 'create' })).toBe('ok')
    expect(write(room, seat, other, { op: 'create' })).toBe('not-allowed')
    expect(write(room, stranger, table, { op: 'create' })).toBe('not-allowed')
    expect(write(room, room.facilitator, table, { op: 'create' })).toBe('not-allowed')
    expect(mayWriteIn(room.session, room.facilitator, clothOf(table), room.now).ok).toBe(false)
    const { session } = room
    // Somebody who only watches from this moment on, before anything has followed from that.
    const watching = { ...(findSeat(session, seat) as Seat), role: 'observer' as const }
    room.session = { ...session, seats: { ...session.seats, [seat]: watching } }
    expect(mayWriteIn(room.session, seat, clothOf(table), room.now).ok).toBe(false)
    room.session = session
    room.give(room.facilitator, { type: 'lock', locked: true })
    room.wait(LIMITS.graceMs)
    expect(write(room, seat, table, { op: 'create' })).toBe('locked')
  })

  test('T42 a cloth is written in its own café, and not while another one is on', () => {
    const room = new CafeRoom(8, { rounds: 1 })
    room.give(room.facilitator, { type: 'insert-step', step: { kind: 'cafe' } })
    room.goTo('round-1')
    const [table] = room.tables as [TableId]
    const seat = room.at(table)[1] as SeatId
    const other = room.session.agenda.at(-1)?.id
    while (room.session.agenda.at(-1)?.state !== 'live') room.give(room.facilitator, { type: 'skip' })
    while (room.phase !== 'round-1') room.goOn()
    room.wait(LIMITS.undoMs)
    expect(room.session.position).toMatchObject({ step: other, phase: 'round-1' })
    expect(write(room, seat, table, { op: 'create' })).toBe('wrong-phase')
  })

  test('T42 a note says who wrote it, where and when, and nothing else of itself', () => {
    const { room, table, other, seat, stranger } = gather()
    const set = (field: string, value: unknown) => write(room, seat, table, { field, value })
    for (const [field, value] of [
      ['kind', 'idea'],
      ['kind', 'question'],
      ['step', room.stepId],
      ['author', seat],
      ['table', table],
      ['round', 1],
      ['state', 'published'],
      ['rank', 'a'],
      ['at', [1, 2]],
      ['colour', 'rose'],
    ] as const)
      expect(set(field, value), field).toBe('ok')
    for (const [field, value] of [
      ['author', stranger],
      ['table', other],
      ['round', 2],
      ['state', 'hidden'],
      ['cluster', 'a-cluster-000000'],
      ['late', true],
    ] as const)
      expect(set(field, value), field).toBe('not-allowed')
    expect(write(room, seat, table, { field: 'rank', value: 'a', owner: stranger })).toBe('not-allowed')
    expect(set('kind', 'insight')).toBe('wrong-phase')
    expect(set('step', 'another-step-000')).toBe('wrong-phase')
  })

  test('T42 the words of a note are its writer’s, and so is whether it lies there; everybody at the table moves it', () => {
    const { room, table, host, seat } = gather()
    const change = (owner: SeatId, more: Partial<Touch>) => write(room, seat, table, { fresh: false, owner, ...more })
    expect(change(seat, { op: 'text' })).toBe('ok')
    expect(change(host, { op: 'text' })).toBe('not-allowed')
    expect(change(host, { field: 'at', value: [3, 4] })).toBe('ok')
    expect(change(seat, { field: 'state', value: 'withdrawn' })).toBe('ok')
    expect(change(host, { field: 'state', value: 'withdrawn' })).toBe('not-allowed')
    expect(change(seat, { field: 'state', value: 'parked' })).toBe('not-allowed')
    expect(change(seat, { op: 'remove' })).toBe('not-allowed')
  })

  test('T43 the lines for those who come next are the host’s, in the round that is on', () => {
    const { room, table, other, host, seat } = gather()
    const line = (who: SeatId, more: Partial<Touch> = {}) =>
      write(room, who, table, {
        collection: 'handover',
        record: handoverId(table, 1),
        field: 'one',
        value: 'Ask first',
        ...more,
      })
    expect(line(host)).toBe('ok')
    expect(line(seat)).toBe('not-allowed')
    expect(line(host, { record: handoverId(table, 2) })).toBe('not-allowed')
    expect(line(host, { record: handoverId(other, 1) })).toBe('not-allowed')
    expect(line(host, { op: 'remove', fresh: false })).toBe('not-allowed')
    expect(line(host, { field: 'round', value: 1 })).toBe('ok')
    expect(line(host, { field: 'round', value: 2 })).toBe('not-allowed')
    room.lose(host, LIMITS.hostGraceMs)
    const promoted = room.hostOf(table) as SeatId
    expect(line(promoted, { fresh: false, owner: host })).toBe('ok')
    room.goTo('round-2')
    expect(line(promoted)).toBe('not-allowed')
    expect(line(promoted, { record: handoverId(table, 2) })).toBe('ok')
  })

  test('T44 what is under way at the move is taken for two seconds, and then no more', () => {
    const { room, table, seat } = gather()
    room.goOn()
    expect(room.phase).toBe('move-1')
    expect(mayRead(room.session, seat, clothOf(table))).toBe(false)
    expect(write(room, seat, table, { op: 'create' })).toBe('ok')
    expect(write(room, seat, table, { field: 'round', value: 1 })).toBe('ok')
    expect(mayWriteIn(room.session, seat, clothOf(table), room.now).ok).toBe(true)
    const next = room.tableOf(seat) as TableId
    expect(write(room, seat, next, { op: 'create' })).toBe('not-allowed')
    room.wait(LIMITS.graceMs)
    expect(write(room, seat, table, { op: 'create' })).toBe('not-allowed')
    expect(mayWriteIn(room.session, seat, clothOf(table), room.now).ok).toBe(false)
    room.goTo('round-2')
    expect(write(room, seat, next, { field: 'round', value: 2 })).toBe('ok')
    expect(write(room, seat, next, { field: 'round', value: 1 })).toBe('not-allowed')
  })

  test('T44 what was not sent in time is added by its writer, to a table where they sat, in any later phase', () => {
    const { room, table, other, seat, stranger } = gather()
    const add = (who: SeatId, more: object = {}) =>
      room.try(who, { type: 'add-to-cloth', table, round: 1, kind: 'idea', text: 'A thought cut short', ...more })
    room.goTo('move-1')
    expect(add(seat)).toBe('ok')
    expect(add(stranger)).toBe('not-allowed')
    expect(add(seat, { round: 2 })).toBe('not-allowed')
    expect(add(seat, { table: other })).toBe('not-allowed')
    const [note] = [...room.clothOf(table).values()]
    expect(note).toMatchObject({ owner: seat, item: { author: seat, table, round: 1, state: 'published' } })
    expect(room.items.size).toBe(0)
    room.goTo('gather')
    expect(add(seat, { text: 'Another' })).toBe('ok')
    room.goTo('harvest')
    expect(add(seat, { text: 'The last' })).toBe('ok')
    const texts = room.published('idea').map(({ text }) => text)
    expect(texts.toSorted()).toEqual(['A thought cut short', 'Another', 'The last'])
    for (const item of room.published('idea')) expect(item).toMatchObject({ table, round: 1 })
    expect(room.clothOf(table).size).toBe(2)
  })
})

test('T45 at tables each is told where those of the same table are, and of nobody else', () => {
  const { room, table, seat, host, stranger } = gather()
  const companyOf = (id: SeatId) => findCompany(room.session, findSeat(room.session, id) as never)
  expect(companyOf(seat)).toBe(table)
  expect(companyOf(host)).toBe(table)
  expect(companyOf(stranger)).not.toBe(table)
  expect(companyOf(room.facilitator)).toBe('leading')
  expect(companyOf(room.enter('Olga', 'observer'))).toBe('nowhere')
  room.goTo('gather')
  expect(companyOf(seat)).toBeUndefined()
})
