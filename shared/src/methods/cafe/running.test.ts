import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LIMITS, type SeatId, type TableId } from '../../kernel/index.ts'
import { CafeRoom } from '../../session/simulated/cafe-room.ts'
import { nextAbsence } from '../../session/attendance.ts'
import { cafe } from './index.ts'

const sum = (plan: readonly { readonly minutes: number }[]): number =>
  plan.reduce((total, { minutes }) => total + minutes, 0)

const first = (values: readonly SeatId[]): SeatId => values[0] as SeatId

test('T20 a café is 43 minutes and its setup, longer with more rounds, and one round is legal', () => {
  const keys = (settings: object) => cafe.plan(settings).map(({ key }) => key)
  expect(sum(cafe.plan({ setup: 0 }))).toBe(43)
  expect(keys({})).toEqual(['setup', 'welcome', 'round-1', 'move-1', 'round-2', 'gather', 'harvest'])
  const long = { setup: 0, rounds: 3, welcome: 10, round: 20, gather: 6, harvest: 14 }
  expect(sum(cafe.plan(long))).toBe(94)
  expect(sum(cafe.plan({ ...long, round: 12 }))).toBe(70)
  expect(keys({ rounds: 1, setup: 0 })).toEqual(['welcome', 'round-1', 'gather', 'harvest'])
  expect(keys({ rounds: 6 }).filter((key) => key.startsWith('round'))).toHaveLength(6)
  for (const settings of [{ rounds: 0 }, { rounds: 7 }, { round: 0 }, { harvest: 0 }])
    expect(cafe.accepts(settings)).toBe(false)
})

describe('who sits where', () => {
  test('T21 everybody has one place from the welcome on, each table one host, and hosts stay', () => {
    const room = new CafeRoom(13, { rounds: 3 }).goTo('welcome')
    room.expectSound()
    expect(room.sizes).toEqual([4, 3, 3, 3])
    const hosts = room.tables.map((table) => room.hostOf(table))
    for (const phase of ['round-1', 'move-1', 'round-2', 'move-2', 'round-3']) {
      room.goTo(phase).expectSound()
      expect(room.tables.map((table) => room.hostOf(table))).toEqual(hosts)
    }
    const { figures } = room.seen()
    expect(figures).toMatchObject({ repeats: 0, revisits: 0, rounds: 3, sizeSpread: 1 })
  })

  test('T21 those who lead sit nowhere, and whoever is ready to host is asked first', () => {
    const room = new CafeRoom(9)
    const ready = room.people.at(-1) as SeatId
    room.give(room.facilitator, { type: 'set-flag', seat: ready, flag: 'host', on: true })
    room.goTo('round-1')
    expect(room.seen().places[room.facilitator]).toBeUndefined()
    expect(room.own(room.facilitator)).toBeUndefined()
    expect(room.seen().places[ready]?.role).toBe('host')
  })

  test('T21 that one is there is said of one table: late, it says nothing of the next one', () => {
    const room = new CafeRoom(9, { rounds: 2 }).goTo('round-1')
    const seat = room.people.find((each) => room.seen().places[each]?.role === 'traveller') as SeatId
    const table = room.tableOf(seat) as TableId
    room.goTo('move-1')
    expect(room.try(seat, { type: 'arrive', table })).toBe('ok')
    expect(room.own(seat).place?.arrived).toBeUndefined()
    expect(room.try(seat, { type: 'arrive', table: room.tableOf(seat) as TableId })).toBe('ok')
    expect(room.own(seat).place?.arrived).toBe(true)
  })

  test('T22 whoever comes late sits down at once at the smallest table, and is part of what is planned later', () => {
    const room = new CafeRoom(13, { rounds: 3 }).goTo('round-1')
    const late = room.arrive('Late')
    room.people.push(late)
    room.expectSound()
    expect(room.sizes).toEqual([4, 4, 3, 3])
    expect(room.own(late).place).toMatchObject({ role: 'traveller', how: 'late' })
    const before = room.tableOf(late)
    room.goTo('round-2').expectSound()
    expect(room.tableOf(late)).not.toBe(before)
    expect(room.own(late).past).toEqual([{ round: 1, table: before, role: 'traveller' }])
  })

  test('T23 a table waits a minute for its host; then whoever has the fewest tables left stays, and nobody else moves', () => {
    const room = new CafeRoom(16, { rounds: 3 }).goTo('round-2')
    const [table] = room.tables as [TableId]
    const host = room.hostOf(table) as SeatId
    const there = room.at(table)
    const others = Object.entries(room.seen().places).filter(([, place]) => place.table !== table)
    room.lose(host, LIMITS.hostGraceMs - 1_000)
    expect(room.hostOf(table)).toBe(host)
    expect(nextAbsence(room.session, room.away)).toBe(room.now + 1_000)
    room.lose(host, 1_000)
    const promoted = room.hostOf(table) as SeatId
    expect(there).toContain(promoted)
    expect(promoted).not.toBe(host)
    expect(room.own(promoted)).toMatchObject({ place: { role: 'host', how: 'promoted' }, handsOver: true })
    expect(Object.entries(room.seen().places).filter(([, place]) => place.table !== table)).toEqual(others)
    room.lose(host, LIMITS.tableHoldMs)
    expect(room.tableOf(host)).toBeUndefined()
    room.goTo('round-3')
    expect(room.hostOf(table)).toBe(promoted)
    room.expectSound()
  })

  test('T23 a host who is sent away is replaced at once', () => {
    const room = new CafeRoom(12).goTo('round-1')
    const [table] = room.tables as [TableId]
    const host = room.hostOf(table) as SeatId
    expect(room.try(room.facilitator, { type: 'remove', seat: host })).toBe('ok')
    expect(room.hostOf(table)).not.toBe(host)
    room.expectSound()
  })

  test('T24 a table that its last traveller leaves is paused; its host may sit elsewhere, and hosts it again', () => {
    const room = new CafeRoom(9).goTo('round-1')
    const [table, other] = room.tables as [TableId, TableId]
    const [host, ...travellers] = room.at(table) as [SeatId, ...SeatId[]]
    expect(room.try(host, { type: 'sit', table: other })).toBe('closed planned')
    for (const seat of travellers) {
      room.people.splice(room.people.indexOf(seat), 1)
      room.try(room.facilitator, { type: 'remove', seat })
    }
    expect(room.seen().tables.find(({ id }) => id === table)?.paused).toBe(true)
    expect(room.own(host).suggestions?.map((found) => found.table)).toContain(other)
    expect(room.try(host, { type: 'sit', table: other })).toBe('ok')
    expect(room.tableOf(host)).toBe(other)
    room.expectSound()
    room.goTo('round-2').expectSound()
    expect(room.hostOf(table)).toBe(host)
  })

  test.each([
    [0, 1],
    [1, 1],
    [5, 1],
    [6, 2],
    [11, 3],
    [12, 4],
    [25, 5],
  ])('T25 %i people have %i tables, and nobody is alone with a table', (people, tables) => {
    const room = new CafeRoom(people).goTo('round-2')
    expect(room.tables).toHaveLength(tables)
    room.expectSound()
  })

  test('T25 where fewer come than there are tables for, no table is for one alone', () => {
    const room = new CafeRoom(5, { tables: ['A', 'B', 'C', 'D'].map((name) => ({ name })) }).goTo('round-1')
    expect(room.sizes).toEqual([3, 2, 0, 0])
    room.expectSound()
    expect(room.seen().lead?.checks.map(({ code }) => code)).toContain('too-many-tables')
  })

  test('T26 of two tables half of each stays, so that people meet others; or all move, as is chosen', () => {
    const half = new CafeRoom(12, { tables: [{ name: 'A' }, { name: 'B' }] }).goTo('round-2')
    const stayed = half.people.filter((seat) => half.own(seat).past[0]?.table === half.tableOf(seat))
    // Two hosts, and of five travellers at each table two or three.
    expect(stayed.length).toBeGreaterThanOrEqual(6)
    expect(stayed.length).toBeLessThanOrEqual(8)
    const all = new CafeRoom(12, { halfStay: false, tables: [{ name: 'A' }, { name: 'B' }] }).goTo('round-2')
    expect(all.people.filter((seat) => all.own(seat).past[0]?.table === all.tableOf(seat))).toHaveLength(2)
  })

  test('T27 who must not meet does not, and who must stay together does, in every round', () => {
    const room = new CafeRoom(20, { rounds: 3 }).goTo('setup')
    const [, , , , , , a, b, c, d] = room.people as SeatId[] as [SeatId, ...SeatId[]] & SeatId[]
    const wishes = [
      { kind: 'apart', seats: [a, b] },
      { kind: 'together', seats: [c, d] },
    ] as never
    expect(room.try(room.facilitator, { type: 'adjust-cafe', wishes })).toBe('ok')
    for (const phase of ['round-1', 'round-2', 'round-3']) {
      room.goTo(phase).expectSound()
      expect(room.tableOf(a as SeatId)).not.toBe(room.tableOf(b as SeatId))
      expect(room.tableOf(c as SeatId)).toBe(room.tableOf(d as SeatId))
    }
  })

  test('T28 whoever stays for a round does, the plan adapts, and a host is told that they stay anyway', () => {
    const room = new CafeRoom(16, { rounds: 3 }).goTo('round-1')
    const [table] = room.tables as [TableId]
    const [host, seat] = room.at(table) as [SeatId, SeatId]
    expect(room.try(host, { type: 'stay', stays: true })).toBe('closed host')
    expect(room.try(seat, { type: 'stay', stays: true })).toBe('ok')
    expect(room.own(seat).stays).toBe(true)
    room.goTo('move-1').expectSound()
    expect(room.tableOf(seat)).toBe(table)
    expect(room.own(seat).place).toMatchObject({ how: 'stay', arrived: true })
    expect(room.sizes).toEqual([4, 4, 4, 4])
    room.goTo('move-2')
    expect(room.own(seat).stays).toBe(false)
    expect(room.tableOf(seat)).not.toBe(table)
  })

  test('T28 in a move somebody goes back to where they sat', () => {
    const room = new CafeRoom(16).goTo('round-1')
    const [table] = room.tables as [TableId]
    const seat = room.at(table)[1] as SeatId
    room.goTo('move-1')
    expect(room.tableOf(seat)).not.toBe(table)
    expect(room.try(seat, { type: 'stay', stays: true })).toBe('ok')
    expect(room.tableOf(seat)).toBe(table)
    room.expectSound()
  })

  test('T29 a round that is ended early changes nothing of the next one', () => {
    const [soon, late] = [1_000, 700_000].map((ms) => {
      const room = new CafeRoom(16).goTo('round-1')
      room.wait(ms)
      room.goTo('round-2')
      return room.people.map((seat) => room.tables.indexOf(room.tableOf(seat) as TableId))
    })
    expect(soon).toEqual(late)
  })

  test('T30 rounds are cut or added on the way, and the plan is of those that are left', () => {
    const room = new CafeRoom(16, { rounds: 3 }).goTo('round-1')
    const edit = (settings: object) =>
      room.try(room.facilitator, {
        type: 'edit-step',
        step: room.stepId,
        settings: { ...room.session.agenda[0]?.settings, ...settings },
      })
    expect(edit({ mode: 'free' })).toBe('wrong-phase')
    expect(edit({ rounds: 4 })).toBe('ok')
    expect(room.seen().rounds).toBe(4)
    room.goTo('move-1')
    expect(edit({ rounds: 1 })).toBe('wrong-phase')
    expect(edit({ rounds: 2 })).toBe('ok')
    room.goTo('round-2')
    room.goOn()
    expect(room.phase).toBe('gather')
    expect(edit({ rounds: 5 })).toBe('wrong-phase')
  })

  test('T31 a place is held for two minutes, then free; whoever comes back in the round sits there again', () => {
    const room = new CafeRoom(16).goTo('round-1')
    const [table] = room.tables as [TableId]
    const seat = room.at(table)[1] as SeatId
    room.lose(seat, LIMITS.tableHoldMs - 1_000)
    expect(room.tableOf(seat)).toBe(table)
    room.lose(seat, 1_000)
    expect(room.tableOf(seat)).toBeUndefined()
    expect(room.seen().lead?.gone).toEqual([seat])
    room.expectSound()
    room.find()
    expect(room.own(seat).place).toMatchObject({ table, how: 'back' })
    room.expectSound()
    room.lose(seat, LIMITS.tableHoldMs)
    room.goTo('round-2').expectSound()
    expect(room.tableOf(seat)).toBeUndefined()
    room.find()
    expect(room.tableOf(seat)).toBeDefined()
    room.expectSound()
  })

  test('T32 with more rounds than tables people come back, as seldom as can be', () => {
    const room = new CafeRoom(9, { rounds: 5 }).goTo('round-5')
    room.expectSound()
    // Six travellers, three tables, five rounds: two of the tables twice each.
    expect(room.seen().figures?.revisits).toBe(12)
  })

  test('T33 people are moved by hand, in the round or for the next, and a host who is moved is replaced', () => {
    const room = new CafeRoom(16, { rounds: 3 }).goTo('round-1')
    const [one, two] = room.tables as [TableId, TableId]
    const [host, seat] = room.at(one) as [SeatId, SeatId]
    const lead = room.facilitator
    expect(room.try(seat, { type: 'move-person', seat, table: two, when: 'now' })).toBe('not-allowed')
    expect(room.try(lead, { type: 'move-person', seat, table: two, when: 'now' })).toBe('ok')
    expect(room.own(seat).place).toMatchObject({ table: two, how: 'manual' })
    expect(room.own(seat).place?.arrived).toBeUndefined()
    expect(room.seen().lead?.between).toContain(seat)
    expect(room.try(seat, { type: 'arrive' })).toBe('ok')
    expect(room.seen().lead?.between).not.toContain(seat)
    expect(room.try(lead, { type: 'move-person', seat, table: one, when: 'next' })).toBe('ok')
    expect(room.try(lead, { type: 'move-person', seat: host, table: two, when: 'next' })).toBe('closed host')
    expect(room.try(lead, { type: 'move-person', seat: host, table: two, when: 'now' })).toBe('ok')
    expect(room.hostOf(one)).not.toBe(host)
    room.expectSound()
    room.goTo('round-2').expectSound()
    expect(room.tableOf(seat)).toBe(one)
  })

  test('T34 where seating is free people sit where there is room, get up, and are told where they know nobody', () => {
    const tables = [{ name: 'A', capacity: 3 }, { name: 'B' }, { name: 'C' }]
    const room = new CafeRoom(9, { mode: 'free', tables }).goTo('round-1')
    const [one, two] = room.tables as [TableId, TableId]
    const hosts = room.tables.map((table) => room.hostOf(table))
    expect(room.sizes).toEqual([1, 1, 1])
    const guests = room.people.filter((seat) => !hosts.includes(seat))
    const [a, b, c] = guests as [SeatId, SeatId, SeatId]
    expect(room.own(a).suggestions).toHaveLength(3)
    expect([a, b].map((seat) => room.try(seat, { type: 'sit', table: one }))).toEqual(['ok', 'ok'])
    expect(room.try(c, { type: 'sit', table: one })).toBe('full')
    expect(room.own(c).suggestions?.map(({ table }) => table)).not.toContain(one)
    expect(room.try(a, { type: 'leave-table' })).toBe('ok')
    expect(room.tableOf(a)).toBeUndefined()
    expect(room.seen().lead?.unseated).toContain(a)
    room.goTo('round-2')
    expect(room.tableOf(b)).toBe(one)
    expect(room.own(b).suggestions?.[0]?.isNew).toBe(true)
    expect(room.try(b, { type: 'sit', table: two })).toBe('ok')
    expect(room.at(two)).toContain(b)
    expect(room.try(hosts[0] as SeatId, { type: 'leave-table' })).toBe('ok')
    expect(room.hostOf(one)).toBeUndefined()
    expect(room.try(room.facilitator, { type: 'plan' })).toBe('closed free')
  })

  test('T35 hosts who take turns travel after their round; whoever was named stays', () => {
    const room = new CafeRoom(16, { hosts: 'relay', rounds: 3 }).goTo('round-1')
    const [table] = room.tables as [TableId]
    const [host, seat, other] = room.at(table) as [SeatId, SeatId, SeatId]
    expect(room.try(other, { type: 'name-next-host', table, seat: other })).toBe('not-allowed')
    expect([room.own(host).naming, room.own(seat)]).toMatchObject([{}, { stays: false }])
    expect(room.try(host, { type: 'name-next-host', table, seat })).toBe('ok')
    // They two know of it, and those who lead; nobody else.
    expect([room.own(host).naming, room.own(seat).isNextHost]).toEqual([{ nextHost: seat }, true])
    expect([room.own(seat).naming, room.own(other).isNextHost]).toEqual([undefined, undefined])
    expect(room.seen().lead?.nextHosts).toEqual({ [table]: seat })
    const before = room.tables.map((id) => room.hostOf(id))
    room.goTo('round-2').expectSound()
    expect(room.hostOf(table)).toBe(seat)
    expect(room.tableOf(host)).not.toBe(table)
    for (const id of room.tables) expect(before).not.toContain(room.hostOf(id))
    room.goTo('round-3')
    expect(room.own(room.hostOf(table) as SeatId).naming).toBeUndefined()
    expect(new CafeRoom(9).goTo('round-1').seen().hosts).toBe('fixed')
  })

  test('T36 the next round can be announced before it comes: then only those who come or go change it, or a new draw', () => {
    const room = new CafeRoom(16, { rounds: 2 }).goTo('round-1')
    const [, seat] = room.at(room.tables[0] as TableId) as [SeatId, SeatId]
    expect(room.own(seat).next).toBeUndefined()
    expect(room.seen().lead?.preview).toBeUndefined()
    expect(room.try(room.facilitator, { type: 'announce' })).toBe('ok')
    const { next } = room.own(seat)
    expect(next?.table).toBeDefined()
    expect(room.seen().lead?.preview).toMatchObject({ round: 2, isAnnounced: true, repeats: 0, revisits: 0 })
    const late = room.arrive('Late')
    room.people.push(late)
    expect(room.own(late).next).toBeDefined()
    room.goTo('move-1').expectSound()
    expect(room.tableOf(seat)).toBe(next?.table)
    room.goTo('round-2')
    expect(room.try(room.facilitator, { type: 'announce' })).toBe('closed last-round')
    const again = new CafeRoom(16).goTo('welcome')
    const seats = JSON.stringify(again.seen().places)
    expect(again.try(again.facilitator, { type: 'plan' })).toBe('ok')
    expect(JSON.stringify(again.seen().places)).not.toBe(seats)
    again.expectSound()
  })

  test('T37 the whole is set before it begins: tables, hosts, questions; what cannot be is refused and changes nothing', () => {
    const room = new CafeRoom(12).goTo('setup')
    const [host] = room.people as [SeatId]
    const [known] = room.state().tables
    const set = (tables: readonly object[], more: object = {}) =>
      room.try(room.facilitator, {
        type: 'set-up-cafe',
        mode: 'planned',
        hosts: 'fixed',
        halfStay: true,
        questions: ['What matters?'],
        mixBy: [],
        wishes: [],
        tables,
        ...more,
      } as never)
    expect(
      set([
        { name: 'Blue', host },
        { name: 'Red', host },
      ]),
    ).toBe('bad-input')
    expect(set([{ name: 'Blue', host: room.facilitator }])).toBe('bad-input')
    expect(set([{ id: 'nowhere-to-be-00', name: 'Blue' }])).toBe('bad-input')
    expect(set([{ name: 'Blue', sources: ['nowhere-to-be-00'] }])).toBe('bad-input')
    expect(set([{ id: known?.id, name: 'Blue', host }, { name: 'Red', capacity: 8 }, { name: 'Green' }])).toBe('ok')
    expect(room.try(host, { type: 'edit-table', table: known?.id as TableId, name: 'Mine' })).toBe('not-allowed')
    room.goTo('welcome').expectSound()
    expect(room.hostOf(known?.id as TableId)).toBe(host)
    expect(room.seen().tables.map(({ name }) => name)).toEqual(['Blue', 'Red', 'Green'])
    expect(set([{ name: 'One' }])).toBe('ok')
    expect(room.sizes).toEqual([12])
    room.goTo('round-1')
    expect(set([{ name: 'Two' }])).toBe('wrong-phase')
  })

  test('T38 going back and taking a press back seats nobody anew, and past rounds stay as they were', () => {
    const room = new CafeRoom(16, { rounds: 3 }).goTo('round-1')
    const placesAt = () => JSON.stringify(Object.entries(room.seen().places).map(([seat, { table }]) => [seat, table]))
    const before = placesAt()
    room.goOn()
    const moved = placesAt()
    expect(moved).not.toBe(before)
    expect(room.give(room.facilitator, { type: 'undo' }).ok).toBe(true)
    expect(room.phase).toBe('round-1')
    expect(placesAt()).toBe(before)
    room.goOn()
    expect(placesAt()).toBe(moved)
    room.goTo('round-2')
    expect(placesAt()).toBe(moved)
    const past = room.state().rounds[0]?.seats
    room.give(room.facilitator, { type: 'reopen', step: room.stepId, phase: 'round-1' })
    expect(placesAt()).toBe(before)
    room.goTo('round-2')
    expect(placesAt()).toBe(moved)
    expect(room.state().rounds[0]?.seats).toEqual(past)
  })

  test('T39 whoever does not lead is not told what comes: questions of later rounds, other people’s next tables, wishes', () => {
    const room = new CafeRoom(16, { rounds: 3, questions: ['First?', 'Second?', 'Third?'] }).goTo('round-1')
    const seat = first(room.people)
    room.give(room.facilitator, {
      type: 'adjust-cafe',
      wishes: [{ kind: 'apart', seats: room.people.slice(5, 7) }],
    } as never)
    room.give(room.facilitator, { type: 'announce' })
    expect(room.seen().questions).toHaveLength(3)
    expect(room.seen(seat).questions).toEqual(['First?'])
    const told = JSON.stringify([room.seen(seat), room.own(seat)])
    for (const word of ['Second?', 'wishes', 'preview', 'pins', 'figures']) expect(told).not.toContain(word)
    room.goTo('round-2')
    expect(room.seen(seat).questions).toEqual(['First?', 'Second?'])
    room.goTo('gather')
    expect(room.seen(seat).figures).toMatchObject({ rounds: 3 })
  })
})

test('T40 whatever happens in a café, everybody who is there has one place, each table one host, and past rounds stand', () => {
  const act = fc.record({
    what: fc.constantFrom(
      'on',
      'late',
      'leave',
      'lose',
      'find',
      'move',
      'next',
      'stay',
      'host',
      'announce',
      'plan',
      'close',
      'back',
      'wait',
    ),
    who: fc.nat(99),
    where: fc.nat(9),
  })
  fc.assert(
    fc.property(
      fc.array(act, { maxLength: 40, size: 'max' }),
      fc.integer({ min: 1, max: 18 }),
      fc.boolean(),
      (acts, people, relay) => {
        const room = new CafeRoom(people, { rounds: 4, hosts: relay ? 'relay' : 'fixed' }, {}, people).goTo('welcome')
        const lead = room.facilitator
        for (const { what, who, where } of acts) {
          const seat = room.people[who % Math.max(1, room.people.length)] ?? lead
          const table = room.tables[where % room.tables.length] as TableId
          const before = room.state().rounds
          switch (what) {
            case 'on':
              if (room.phase !== 'round-4') room.goOn()
              break
            case 'late':
              if (room.people.length < 24) room.people.push(room.arrive(`Late ${who}`))
              break
            case 'leave':
              if (room.people.length > 1) room.give(seat, { type: 'leave' })
              break
            case 'lose':
              room.lose(seat, LIMITS.tableHoldMs)
              break
            case 'find':
              room.find()
              break
            case 'move':
              room.give(lead, { type: 'move-person', seat, table, when: 'now' })
              break
            case 'next':
              room.give(lead, { type: 'move-person', seat, table, when: 'next' })
              break
            case 'stay':
              room.give(seat, { type: 'stay', stays: where % 2 > 0 })
              break
            case 'host':
              room.give(lead, { type: 'set-host', table, seat })
              break
            case 'announce':
            case 'plan':
              room.give(lead, { type: what })
              break
            case 'close':
              room.give(lead, { type: 'edit-table', table, closed: where % 2 > 0 })
              break
            case 'back':
              if (room.phase !== 'welcome') room.give(lead, { type: 'back' })
              break
            case 'wait':
              room.wait(LIMITS.undoMs)
          }
          room.attend()
          room.expectSound()
          for (const [nth, { seats, endedAt }] of room.state().rounds.entries()) {
            const isPast = endedAt !== undefined && before[nth]?.endedAt === endedAt
            if (isPast) expect(JSON.stringify(seats)).toBe(JSON.stringify(before[nth]?.seats))
          }
          expect(JSON.parse(JSON.stringify(room.state()))).toEqual(room.state())
        }
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)
