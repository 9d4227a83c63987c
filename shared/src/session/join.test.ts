import { describe, expect, test } from 'vitest'
import { COLOURS } from '../board/index.ts'
import { LIMITS, type SeatId } from '../kernel/index.ts'
import { findInvite, join, parkSeat, resumeSeat } from './join.ts'
import { findSeat } from './rights.ts'
import { INVITES } from './session.ts'
import { SimulatedRoom } from './simulated/room.ts'

describe('invitations', () => {
  test('S3 the secret of a link decides role and side; the code invites participants', () => {
    const room = new SimulatedRoom()
    const { session } = room
    for (const invite of INVITES)
      expect(findInvite(session, session.links[invite], 0)).toEqual({ ok: true, value: invite })
    expect(findInvite(session, session.code.toLowerCase(), 0)).toEqual({ ok: true, value: 'participant' })
    for (const wrong of ['', 'AAAA-AAAA', session.links.participant.slice(1), `${session.links.client}x`]) {
      expect(findInvite(session, wrong, 0)).toEqual({ ok: false, error: { code: 'unknown' } })
    }
    expect(seatOf(room, sit(room, 'Leila'))).toMatchObject({ role: 'participant', side: 'team' })
    expect(seatOf(room, room.enter('Rosa', 'client'))).toMatchObject({ role: 'participant', side: 'client' })
    expect(seatOf(room, room.enter('Olga', 'observer'))).toMatchObject({ role: 'observer', side: 'team' })
    expect(seatOf(room, room.enter('', 'screen'))).toMatchObject({ role: 'screen', name: '' })
  })

  test('S3 the facilitator’s link gives the facilitator’s own seat on one more device, also after the end', () => {
    const room = new SimulatedRoom()
    expect(room.enter('Somebody', 'facilitator')).toBe(room.facilitator)
    room.give(room.facilitator, { type: 'end' })
    const before = room.session
    expect(room.enter('Somebody', 'facilitator')).toBe(room.facilitator)
    expect(room.session).toBe(before)
  })

  test('S3 after the end nobody else sits down, and the code stops 24 hours later', () => {
    const room = new SimulatedRoom()
    room.give(room.facilitator, { type: 'end' })
    for (const invite of ['participant', 'client', 'observer', 'screen'] as const) {
      expect(join(room.session, { invite, name: 'Leila' }, room)).toEqual({
        ok: false,
        error: { code: 'ended', details: { at: room.now } },
      })
    }
    const { code } = room.session
    expect(findInvite(room.session, code, room.now + LIMITS.codeAfterEndMs - 1).ok).toBe(true)
    expect(findInvite(room.session, code, room.now + LIMITS.codeAfterEndMs)).toEqual({
      ok: false,
      error: { code: 'ended', details: { at: room.now } },
    })
    expect(findInvite(room.session, room.session.links.facilitator, room.now + LIMITS.codeAfterEndMs).ok).toBe(true)
  })
})

describe('names and colours', () => {
  test('S4 a taken name gets a number, whatever its letters’ case, and is never refused', () => {
    const room = new SimulatedRoom()
    const names = ['Leila', 'leila', 'LEILA', 'Amina'].map((name) => seatOf(room, sit(room, name))?.name)
    expect(names).toEqual(['Leila', 'leila (2)', 'LEILA (3)', 'Amina (2)'])
    const long = 'n'.repeat(LIMITS.nameCharacters)
    sit(room, long)
    expect(seatOf(room, sit(room, long))?.name).toBe(`${'n'.repeat(LIMITS.nameCharacters - 4)} (2)`)
  })

  test('S4 a name is needed, but not for a screen', () => {
    const room = new SimulatedRoom()
    for (const invite of ['participant', 'client', 'observer'] as const) {
      expect(join(room.session, { invite }, room)).toEqual({
        ok: false,
        error: { code: 'bad-input', details: { path: 'name' } },
      })
    }
    expect(join(room.session, { invite: 'screen' }, room).ok).toBe(true)
  })

  test('S4 a colour that nobody chose is the least used one', () => {
    const room = new SimulatedRoom()
    const colours = COLOURS.map((_colour, index) => seatOf(room, sit(room, `P${index}`))?.colour)
    expect(colours.slice(0, -1)).toEqual(COLOURS.slice(1))
    expect(seatOf(room, room.enter('Own', 'participant', { colour: 'mint' }))?.colour).toBe('mint')
  })
})

describe('door and room', () => {
  test('S5 at a closed door people wait; facilitator and screens do not', () => {
    const room = new SimulatedRoom({ settings: { door: 'ask' } })
    expect(seatOf(room, sit(room, 'Leila'))?.state).toBe('waiting')
    expect(seatOf(room, room.enter('Olga', 'observer'))?.state).toBe('waiting')
    expect(seatOf(room, room.enter('', 'screen'))?.state).toBe('seated')
    expect(seatOf(room, room.enter('x', 'facilitator'))?.state).toBe('seated')
  })

  test('S5 a session takes as many participants as set, 500 who watch, and 250 at the door', () => {
    const room = new SimulatedRoom({ settings: { participants: 2 } })
    const leila = sit(room, 'Leila')
    room.enter('Rosa', 'client')
    expect(join(room.session, { invite: 'participant', name: 'Late' }, room)).toEqual({
      ok: false,
      error: { code: 'full', details: { seats: 2 } },
    })
    for (let count = 0; count < LIMITS.watchers; count++) room.enter(`W${count}`, count % 2 ? 'observer' : 'screen')
    expect(join(room.session, { invite: 'observer', name: 'Late' }, room)).toEqual({
      ok: false,
      error: { code: 'full' },
    })
    room.session = parkSeat(room.session, leila)
    expect(join(room.session, { invite: 'participant', name: 'Late' }, room).ok).toBe(true)

    const closed = new SimulatedRoom({ settings: { door: 'ask', participants: 1 } })
    for (let count = 0; count < LIMITS.waiting; count++) sit(closed, `P${count}`)
    expect(join(closed.session, { invite: 'participant', name: 'Late' }, closed)).toEqual({
      ok: false,
      error: { code: 'full' },
    })
  })

  test('S5 seats of people who come and go do not grow without end', () => {
    const room = new SimulatedRoom()
    const seats = { ...room.session.seats }
    for (let count = 1; count < LIMITS.seatsPerSession; count++) {
      const id = room.newId()
      seats[id as keyof typeof seats] = {
        ...seats[room.facilitator],
        id,
        role: 'participant',
        state: 'parked',
      } as never
    }
    room.session = { ...room.session, seats }
    expect(join(room.session, { invite: 'participant', name: 'Late' }, room)).toEqual({
      ok: false,
      error: { code: 'full' },
    })
  })

  test('S6 a parked seat is taken again as it was; one that was never let in, removed, or held is not', () => {
    const room = new SimulatedRoom()
    const leila = sit(room, 'Leila')
    const before = room.session
    room.session = parkSeat(room.session, leila)
    expect(findSeat(room.session, leila)?.state).toBe('parked')
    expect(resumeSeat(room.session, leila)).toEqual({ ok: true, value: before })
    expect(resumeSeat(before, leila)).toEqual({ ok: false, error: { code: 'not-seated' } })
    expect(parkSeat(before, room.facilitator)).toBe(before)
    room.give(room.facilitator, { type: 'remove', seat: leila })
    expect(resumeSeat(room.session, leila)).toEqual({ ok: false, error: { code: 'removed' } })

    const closed = new SimulatedRoom({ settings: { door: 'ask' } })
    const waiting = sit(closed, 'Lukas')
    const left = parkSeat(closed.session, waiting)
    expect(findSeat(left, waiting)?.state).toBe('refused')
    expect(resumeSeat(left, waiting).ok).toBe(false)
  })
})

const seatOf = (room: SimulatedRoom, id: SeatId) => findSeat(room.session, id)

const sit = (room: SimulatedRoom, name: string) => room.enter(name)
