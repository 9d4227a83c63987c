import { expect, test } from 'vitest'
import type { SeatId, TableId } from '../../kernel/index.ts'
import { type Command, can } from '../../session/index.ts'
import { CafeRoom } from '../../session/simulated/cafe-room.ts'
import { CAFE_COMMANDS } from './commands/commands.ts'

const LEADING = ['facilitator', 'co']
const EVERYONE = [...LEADING, 'host', 'guest', 'client']
const EARLY = ['setup', 'welcome']
const ROUNDS = ['round-1', 'round-2']
const SEATED = ['welcome', 'round-1', 'move-1', 'round-2']
const BEFORE = ['setup', ...SEATED]
const PHASES = [...BEFORE, 'gather', 'harvest']

/** Whose button each command is, and in which phases. Written by hand. */
const TABLE: readonly (readonly [Command['type'], readonly string[], readonly string[]])[] = [
  ['set-up-cafe', LEADING, EARLY],
  ['edit-table', LEADING, BEFORE],
  ['adjust-cafe', LEADING, BEFORE],
  ['plan', LEADING, [...EARLY, ...ROUNDS]],
  ['announce', LEADING, ROUNDS],
  ['set-host', LEADING, BEFORE],
  ['move-person', LEADING, SEATED],
  ['arrive', EVERYONE, SEATED],
  ['stay', EVERYONE, ['round-1', 'move-1', 'round-2']],
  ['sit', EVERYONE, SEATED],
  // Not where seating is planned, and hosts are fixed.
  ['leave-table', EVERYONE, []],
  ['name-next-host', EVERYONE, []],
  ['add-to-cloth', EVERYONE, ['round-1', 'move-1', 'round-2', 'gather', 'harvest']],
  ['write-harvest', EVERYONE, ['gather', 'harvest']],
  ['show-table', EVERYONE, ['harvest']],
]

test('T57 each command of the café is for those people and phases that a table names, and for nobody who only looks on', () => {
  expect(TABLE.map(([type]) => type).toSorted()).toEqual(CAFE_COMMANDS.map(({ type }) => type).toSorted())
  const room = new CafeRoom(12)
  const co = room.enter('Co')
  room.give(room.facilitator, { type: 'set-role', seat: co, role: 'co-facilitator' })
  const people = {
    facilitator: room.facilitator,
    co,
    guest: room.people[8] as SeatId,
    host: room.people[0] as SeatId,
    client: room.enter('Clio', 'client'),
    observer: room.enter('Olga', 'observer'),
    screen: room.enter('Wall', 'screen'),
  }
  for (const phase of PHASES) {
    room.goTo(phase)
    for (const [type, who, phases] of TABLE) {
      for (const [name, seat] of Object.entries(people)) {
        const expected = who.includes(name) && phases.includes(phase)
        expect(can(room.session, seat, type), `${type} by ${name} in ${phase}`).toBe(expected)
      }
    }
  }
})

test('T57 those who lead have no place, and are told so where a place is what it is about', () => {
  const room = new CafeRoom(12).goTo('round-1')
  const lead = room.facilitator
  const table = room.tables[0] as TableId
  expect(room.try(lead, { type: 'arrive' })).toBe('closed seat')
  expect(room.try(lead, { type: 'stay', stays: true })).toBe('closed seat')
  expect(room.try(lead, { type: 'sit', table })).toBe('closed seat')
  expect(room.try(lead, { type: 'add-to-cloth', table, round: 1, kind: 'idea', text: 'x' })).toBe('not-allowed')
  expect(room.try(lead, { type: 'move-person', seat: lead, table, when: 'now' })).toBe('unknown')
  expect(room.try(lead, { type: 'set-host', table, seat: lead })).toBe('unknown')
})
