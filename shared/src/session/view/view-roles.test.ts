import { describe, expect, test } from 'vitest'
import type { SeatId } from '../../kernel/index.ts'
import { SimulatedRoom } from '../simulated/room.ts'
import { viewAsScreen, viewFor } from './view-for.ts'

/** A room in which everything that a view may tell of is the case. */
const gather = () => {
  const room = new SimulatedRoom({
    challenge: { text: 'How might we?' },
    agenda: [
      { kind: 'brainstorm', question: 'First question' },
      { kind: 'brainstorm', question: 'Second question' },
    ],
  })
  const seats = {
    facilitator: room.facilitator,
    'co-facilitator': room.enter('Bob'),
    participant: room.enter('Leila', 'participant', { department: 'Sales', place: 'Room 2' }),
    client: room.enter('Rosa', 'client'),
    observer: room.enter('Olga', 'observer'),
    screen: room.enter('', 'screen'),
  }
  const [ivan, eve] = [room.enter('Ivan'), room.enter('Eve')]
  const { facilitator, participant } = seats
  room.give(facilitator, { type: 'set-role', seat: seats['co-facilitator'], role: 'co-facilitator' })
  room.give(facilitator, { type: 'remove', seat: eve })
  room.give(eve, { type: 'ask-back' })
  room.give(facilitator, { type: 'set-setting', door: 'ask' })
  room.enter('Lukas')
  room.give(facilitator, { type: 'start' })
  room.give(ivan, { type: 'mark', mark: 'hand' })
  for (const mark of ['hand', 'need-time', 'ready'] as const) room.give(participant, { type: 'mark', mark })
  room.give(facilitator, { type: 'message', text: 'Two minutes' })
  room.give(facilitator, { type: 'gather' })
  return { room, seats }
}

type Role = keyof ReturnType<typeof gather>['seats']

const ROLES: readonly Role[] = ['facilitator', 'co-facilitator', 'participant', 'client', 'observer', 'screen']
const LEADING: readonly Role[] = ['facilitator', 'co-facilitator']
const NAMING: readonly Role[] = ROLES.filter((role) => role !== 'screen')

/** What stands in a view, in JSON, and who gets it while people write in private. */
const PRIVATE_PHASE: readonly (readonly [what: string, text: string, who: readonly Role[]])[] = [
  ['the challenge', 'How might we?', ROLES],
  ['what the live step asks', 'First question', ROLES],
  ['what a step to come asks', 'Second question', LEADING],
  ['a line to all', '"text":"Two minutes"', ROLES],
  ['a call back', '"gatheredAt":', ROLES],
  ['the code', '"code":', ['facilitator', 'co-facilitator', 'participant', 'screen']],
  ['links', '"links":', LEADING],
  ['the clock', '"clock":', ROLES],
  ['how many are finished', '"finished":1', ROLES],
  ['how many raised a hand', '"hands":2', ROLES],
  ['how many need time', '"needTime":1', LEADING],
  ['the names of people', 'Ivan', NAMING],
  ['whose hand was first', '"hand":2', LEADING],
  ['a status', '"status":', LEADING],
  ['who waits at the door', 'Lukas', LEADING],
  ['who asks to come back', 'Eve', LEADING],
  ['departments', 'Sales', [...LEADING, 'participant']],
]

describe('S94 what each role sees', () => {
  test.each(PRIVATE_PHASE)('S94 %s', (_what, text, who) => {
    const { room, seats } = gather()
    const seeing = ROLES.filter((role) =>
      JSON.stringify(viewFor(room.session, seats[role], room.surroundings())).includes(text),
    )
    expect(seeing).toEqual(who)
  })

  test('S94 a removed person, and one at the door, see the title and themselves', () => {
    const { room } = gather()
    for (const name of ['Eve', 'Lukas']) {
      const seat = Object.values(room.session.seats).find((candidate) => candidate.name === name)
      const view = JSON.stringify(viewFor(room.session, seat?.id as SeatId, room.surroundings()))
      for (const [what, text] of PRIVATE_PHASE) {
        if (text !== name) expect(view.includes(text), what).toBe(false)
      }
    }
  })
})

describe('S93 a screen', () => {
  test('S93 where something is open it names people, without how they are doing', () => {
    const { room, seats } = gather()
    room.goOn()
    room.give(seats.participant, { type: 'mark', mark: 'hand' })
    const { people, step } = viewFor(room.session, seats.screen, room.surroundings())
    expect(step?.phase).toBe('build')
    expect(people.map(({ name }) => name)).toContain('Leila')
    expect(JSON.stringify(people)).not.toMatch(/status|marks|"hand"|Lukas/)
  })

  test('S93 somebody who leads sees on a second display what a screen would show, and gives it no rights', () => {
    const { room, seats } = gather()
    for (let phase = 0; phase < 3; phase++) {
      const shown = viewAsScreen(room.session, room.facilitator, room.surroundings())
      const { me: _me, ...screen } = viewFor(room.session, seats.screen, room.surroundings())
      expect(shown).toMatchObject(screen)
      expect(shown.me).toMatchObject({ role: 'screen', can: {}, marks: [], name: '' })
      for (const secret of Object.values(room.session.links)) expect(JSON.stringify(shown)).not.toContain(secret)
      room.goOn()
    }
  })

  test('S93 there may be several, and those who lead end one like any seat', () => {
    const { room, seats } = gather()
    const second = room.enter('', 'screen')
    expect(room.give(room.facilitator, { type: 'remove', seat: seats.screen }).ok).toBe(true)
    expect(viewFor(room.session, seats.screen, room.surroundings()).step).toBeUndefined()
    expect(viewFor(room.session, second, room.surroundings()).step).toBeDefined()
    expect(room.give(seats.screen, { type: 'ask-back' })).toMatchObject({ error: { code: 'not-allowed' } })
  })
})

describe('S92 signals', () => {
  test('S92 hands stand in the order in which they were raised, and those who lead lower them', () => {
    const { room, seats } = gather()
    const hands = () =>
      viewFor(room.session, room.facilitator, room.surroundings()).people.flatMap(({ name, hand }) =>
        hand === undefined ? [] : [`${hand} ${name}`],
      )
    expect(hands().toSorted()).toEqual(['1 Ivan', '2 Leila'])
    const ivan = Object.values(room.session.seats).find(({ name }) => name === 'Ivan')?.id as SeatId
    expect(room.give(seats.participant, { type: 'lower-hands', seats: [ivan] })).toMatchObject({
      error: { code: 'not-allowed' },
    })
    room.give(room.facilitator, { type: 'lower-hands', seats: [ivan] })
    expect(hands()).toEqual(['1 Leila'])
    room.give(room.facilitator, { type: 'lower-hands', seats: [seats.participant] })
    expect(room.session.marks).toEqual([{ type: 'ready', seat: seats.participant }])
  })
})

describe('S95 looking back', () => {
  test('S95 the agenda says what each step that began asked, with names or without, and what its phases added', () => {
    const { room, seats } = gather()
    const agenda = () => viewFor(room.session, seats.observer, room.surroundings()).session.agenda
    expect(agenda().map(({ question }) => question)).toEqual(['First question', undefined])
    expect(agenda()[1]).not.toHaveProperty('phases')
    expect(agenda()[0]).toMatchObject({
      names: 'hidden',
      phases: [
        { key: 'write', minutes: 6, kinds: ['idea'] },
        { key: 'build', minutes: 4, begins: 'reveal', kinds: ['idea'] },
        { key: 'group', minutes: 5, kinds: [] },
      ],
    })
    room.give(room.facilitator, { type: 'skip' })
    expect(agenda().map(({ question }) => question)).toEqual(['First question', 'Second question'])
  })
})

describe('S100 when people wrote', () => {
  test('S100 two who wrote within one grain look the same from then on, whenever one looks', () => {
    const room = new SimulatedRoom()
    const [leila, bob] = [room.enter('Leila'), room.enter('Bob')]
    room.give(room.facilitator, { type: 'start' })
    const grain = Math.floor(room.now / 10_000) * 10_000
    const activeAt = new Map([leila, bob].map((seat) => [seat, grain]))
    // One wrote much and one little; what is counted is of the whole.
    const ready = new Map([
      [leila, 17],
      [bob, 1],
    ])
    const bare = (seat: SeatId) => {
      const person = viewFor(room.session, room.facilitator, {
        ...room.surroundings(),
        activeAt,
        ready,
      }).people.find(({ id }) => id === seat)
      return { ...person, id: '', name: '', colour: '' }
    }
    for (let time = 0; time < 400_000; time += 3_333) {
      expect(bare(leila)).toEqual(bare(bob))
      room.now += 3_333
    }
  })
})
