import { expect, test } from 'vitest'
import { type ItemId, type LinkId, type SeatId, asId } from '../../kernel/index.ts'
import { type Command, can } from '../../session/index.ts'
import { RandomRoom } from '../../session/simulated/random-room.ts'

const PHASES = ['frame', 'associate', 'connect', 'bridge', 'share', 'group'] as const

/**
 * What each role is answered in each phase, by hand. `+` it is done; `-` not-allowed; `w` wrong-phase; `l` locked.
 * The phases are frame, associate, connect, bridge, share and group; the last place is a locked board where it is offered.
 */
const TABLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  redraw: {
    facilitator: 'w+wwww+',
    'co-facilitator': 'w+wwww+',
    participant: '-------',
    scribe: '-------',
    client: '-------',
    observer: '-------',
    screen: '-------',
  },
  'draw-more': {
    facilitator: 'www+ww+',
    'co-facilitator': 'www+ww+',
    participant: '-------',
    scribe: '-------',
    client: '-------',
    observer: '-------',
    screen: '-------',
  },
  swap: {
    facilitator: 'w+++ww+',
    'co-facilitator': 'w+++ww+',
    participant: 'w+++wwl',
    scribe: 'w+++wwl',
    client: 'w+++wwl',
    observer: '-------',
    screen: '-------',
  },
  connect: {
    facilitator: 'ww+www+',
    'co-facilitator': 'ww+www+',
    participant: 'ww+wwwl',
    scribe: 'ww+wwwl',
    client: 'ww+wwwl',
    observer: '-------',
    screen: '-------',
  },
  /** Of a connection that somebody else made. */
  disconnect: {
    facilitator: 'ww+++w+',
    'co-facilitator': 'ww+++w+',
    participant: 'ww---wl',
    scribe: 'ww---wl',
    client: 'ww---wl',
    observer: '-------',
    screen: '-------',
  },
}

const SIGNS: Readonly<Record<string, string>> = { ok: '+', 'not-allowed': '-', 'wrong-phase': 'w', locked: 'l' }

const gather = () => {
  const room = new RandomRoom({ frame: 1, group: 2 })
  const scribe = room.enter('Olga')
  const helper = room.enter('Jonas')
  const people: Readonly<Record<string, SeatId>> = {
    facilitator: room.facilitator,
    'co-facilitator': helper,
    participant: room.enter('Leila'),
    scribe,
    client: room.enter('Omid', 'client'),
    observer: room.enter('Vera', 'observer'),
    screen: room.enter('Wall', 'screen'),
  }
  const maker = room.enter('Dmitry')
  room.give(room.facilitator, { type: 'set-flag', seat: scribe, flag: 'scribe', on: true })
  room.give(room.facilitator, { type: 'set-role', seat: helper, role: 'co-facilitator' })
  return { room, people, maker }
}

/** A command that would be carried out, were it for what it says alone. */
const commandOf = (type: string, room: RandomRoom, nth: number): Command => {
  const [first, second] = room.work().cards.map(({ item }) => item)
  const nothing = asId<'item'>('nothing000000000')
  const ends = { from: first ?? nothing, to: second ?? nothing } as { from: ItemId; to: ItemId }
  switch (type) {
    case 'redraw':
      return { type, place: 0, reason: 'unknown' }
    case 'draw-more':
      return { type, count: 1 }
    case 'swap':
      return { type, place: 0 }
    case 'connect':
      return { type, ...ends, relation: 'other', text: `Line ${nth}` }
    default:
      return { type: 'disconnect', link: room.state().connections[0]?.link ?? (nothing as unknown as LinkId) }
  }
}

test.each(Object.entries(TABLE))('M39 %s: every role in every phase, and on a locked board', (type, rows) => {
  for (const [role, expected] of Object.entries(rows)) {
    let answers = ''
    const offered = expected.lastIndexOf('+', 5)
    const lockedIn = PHASES[offered >= 0 ? offered : type === 'disconnect' ? 2 : type === 'connect' ? 2 : 3] ?? 'bridge'
    for (const [nth, phase] of [...PHASES, lockedIn].entries()) {
      const { room, people, maker } = gather()
      room.goTo('connect')
      room.give(maker, commandOf('connect', room, 99))
      const fresh = gather()
      const at = PHASES.indexOf(phase) < 2 ? fresh : { room, people }
      at.room.goTo(phase)
      at.room.wait(60_000)
      if (nth === PHASES.length) at.room.give(at.room.facilitator, { type: 'lock', locked: true })
      if (nth === PHASES.length) at.room.wait(60_000)
      const seat = at.people[role] as SeatId
      const command = commandOf(type, at.room, nth)
      const may = can(at.room.session, seat, command.type)
      const answer = at.room.try(seat, command)
      answers += SIGNS[answer] ?? `(${answer})`
      // A button that is off is a refusal; for one that is on, the very thing may still be another's.
      if (!may) expect(answer, `${type} ${role} ${phase}`).not.toBe('ok')
    }
    expect([type, role, answers]).toEqual([type, role, expected])
  }
})

test('M39 hostile input is refused with a code, and nothing changes', () => {
  const { room } = gather()
  room.goTo('bridge')
  const before = room.session
  for (const command of [
    { type: 'swap', place: 11 },
    { type: 'draw-more', count: 12 },
    { type: 'disconnect', link: asId<'link'>('nothing000000000') },
  ] as const) {
    expect(['unknown', 'too-many']).toContain(room.try(room.facilitator, command))
  }
  expect(room.session).toBe(before)
})
