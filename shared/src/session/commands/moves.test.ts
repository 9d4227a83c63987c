import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../kernel/index.ts'
import { SimulatedRoom } from '../simulated/room.ts'
import { can } from './index.ts'

const MINUTE = 60_000

const twoSteps = (): SimulatedRoom =>
  new SimulatedRoom({
    agenda: [
      { kind: 'brainstorm', title: 'One' },
      { kind: 'brainstorm', title: 'Two', settings: { frame: 2 } },
    ],
  })

const where = ({ session }: SimulatedRoom): string => {
  const { position, agenda } = session
  const states = agenda.map(({ state }) => state[0]).join('')
  if (position.state !== 'live') return `${position.state} ${states}`
  return `${agenda.findIndex(({ id }) => id === position.step) + 1}.${position.phase} ${states}`
}

const started = (room = twoSteps()): SimulatedRoom => {
  room.give(room.facilitator, { type: 'start' })
  return room
}

const refused = (code: string, details?: object) => ({ ok: false, error: details ? { code, details } : { code } })

describe('S12 moving', () => {
  test('S12 goes through the phases that take place, then to the next planned step, and stops at the last', () => {
    const room = twoSteps()
    expect(where(room)).toBe('lobby pp')
    const seen = [where(started(room))]
    for (let press = 0; press < 6; press++) {
      room.goOn()
      seen.push(where(room))
    }
    expect(seen).toEqual([
      '1.write lp',
      '1.build lp',
      '1.group lp',
      '2.frame dl',
      '2.write dl',
      '2.build dl',
      '2.group dl',
    ])
    expect(room.give(room.facilitator, { type: 'advance' })).toEqual(refused('wrong-phase', { press: 'end' }))
    room.give(room.facilitator, { type: 'end' })
    expect(where(room)).toBe('ended dd')
  })

  test('S12 raises the epoch, clears the marks and starts the clock of the phase', () => {
    const room = started()
    const leila = room.enter('Leila')
    room.give(leila, { type: 'mark', mark: 'ready' })
    expect(room.session.marks).toHaveLength(1)
    const { epoch } = room.session.position
    room.now += 1_234
    room.goOn()
    expect(room.session.position).toEqual({
      state: 'live',
      epoch: epoch + 1,
      step: room.session.agenda[0]?.id,
      phase: 'build',
      since: room.now,
      clock: { state: 'running', endsAt: room.now + 4 * MINUTE },
    })
    expect(room.session.marks).toEqual([])
  })

  test('S12 a session starts once, and needs a step', () => {
    const room = started()
    expect(room.give(room.facilitator, { type: 'start' })).toEqual(refused('wrong-phase'))
    expect(new SimulatedRoom().give(room.facilitator, { type: 'advance' }).ok).toBe(false)
  })

  test('S12 skipping leaves the step as it is for the next one; there must be one', () => {
    const room = started()
    room.give(room.facilitator, { type: 'skip' })
    expect(where(room)).toBe('2.frame sl')
    expect(room.give(room.facilitator, { type: 'skip' })).toEqual(refused('wrong-phase', { press: 'end' }))
  })

  test('S14 going back leads through every phase, to the beginning of a skipped step, and not before the first', () => {
    const room = started()
    expect(room.give(room.facilitator, { type: 'back' })).toEqual(refused('wrong-phase'))
    for (let press = 0; press < 3; press++) room.goOn()
    const seen = []
    for (let press = 0; press < 3; press++) {
      room.give(room.facilitator, { type: 'back' })
      seen.push(where(room))
    }
    expect(seen).toEqual(['1.group lp', '1.build lp', '1.write lp'])
    room.give(room.facilitator, { type: 'skip' })
    room.give(room.facilitator, { type: 'back' })
    expect(where(room)).toBe('1.write lp')
  })

  test('S10 a press of somebody who is elsewhere is stale', () => {
    const room = started()
    const { epoch } = room.session.position
    const step = room.session.agenda[1]?.id as string
    room.goOn()
    for (const expected of [{ epoch }, { epoch: epoch + 1, step }]) {
      expect(room.give(room.facilitator, { type: 'advance', expected })).toEqual(
        refused('stale-phase', { epoch: epoch + 1 }),
      )
    }
    expect(room.give(room.facilitator, { type: 'advance', expected: { epoch: epoch + 1 } }).ok).toBe(true)
  })

  test('S12 after the end every command but a few is refused as ended', () => {
    const room = started()
    room.give(room.facilitator, { type: 'end' })
    for (const type of ['advance', 'start', 'end', 'pause'] as const) {
      expect(room.give(room.facilitator, { type })).toEqual(refused('ended'))
    }
    expect(room.give(room.facilitator, { type: 'renew-link', invite: 'code' }).ok).toBe(true)
  })
})

describe('S13 undo', () => {
  test('S13 a press that only moved is taken back for 10 seconds: phase, agenda and clock are as before, the epoch is not', () => {
    for (const press of ['advance', 'back', 'skip', 'end'] as const) {
      const room = started()
      room.goOn()
      const before = room.session
      room.now += 20_000
      expect(room.give(room.facilitator, { type: press }).ok).toBe(true)
      const { epoch } = room.session.position
      room.now += LIMITS.undoMs - 1
      expect(room.give(room.facilitator, { type: 'undo' }).ok).toBe(true)
      expect(room.session.position).toEqual({ ...before.position, epoch: epoch + 1 })
      expect(room.session.agenda.map(({ state }) => state)).toEqual(before.agenda.map(({ state }) => state))
      expect(room.give(room.facilitator, { type: 'undo' })).toEqual(refused('wrong-phase'))
    }
  })

  test('S13 the start is taken back too, but its step has begun for good', () => {
    const room = started()
    room.give(room.facilitator, { type: 'undo' })
    expect(where(room)).toBe('lobby pp')
    const [step] = room.session.agenda
    expect(step?.begun).toBe(true)
    expect(room.give(room.facilitator, { type: 'edit-step', step: step?.id as never, names: 'shown' })).toEqual(
      refused('wrong-phase'),
    )
    room.give(room.facilitator, { type: 'start' })
    expect(where(room)).toBe('1.write lp')
  })

  test('S13 after 10 seconds it is too late, whether or not anybody looked at the clock', () => {
    const room = started()
    room.now += LIMITS.undoMs
    expect(room.give(room.facilitator, { type: 'undo' })).toEqual(refused('wrong-phase'))
    expect(can(room.session, room.facilitator, 'undo')).toBe(true)
    room.wait(0)
    expect(can(room.session, room.facilitator, 'undo')).toBe(false)
  })

  test('S13 what released something is never taken back, nor what came before it', () => {
    const room = started()
    room.goOn()
    expect(where(room)).toBe('1.build lp')
    expect(room.give(room.facilitator, { type: 'undo' })).toEqual(refused('wrong-phase'))
  })

  test('S13 a change of the agenda ends the chance to undo', () => {
    const room = started()
    room.give(room.facilitator, { type: 'insert-step', step: { kind: 'brainstorm' } })
    expect(room.give(room.facilitator, { type: 'undo' })).toEqual(refused('wrong-phase'))
  })
})

describe('S15 releasing', () => {
  test('S15 what releases must be armed first; then it happens at once on a second press, or after 5 seconds', () => {
    for (const isPressed of [true, false]) {
      const room = started()
      const leila = room.enter('Leila')
      room.write(leila, 'Show the way')
      expect(room.give(room.facilitator, { type: 'advance' })).toEqual(refused('wrong-phase', { press: 'reveal' }))
      expect(room.give(room.facilitator, { type: 'arm', press: 'results' })).toEqual(refused('wrong-phase'))
      room.give(room.facilitator, { type: 'arm', press: 'reveal' })
      expect(room.session.position).toMatchObject({
        armed: { press: 'reveal', at: room.now + LIMITS.armMs, by: room.facilitator },
      })
      room.wait(LIMITS.armMs - 1)
      expect([room.items.size, where(room)]).toEqual([0, '1.write lp'])
      if (isPressed) room.give(room.facilitator, { type: 'advance' })
      else room.wait(1)
      expect([room.items.size, where(room)]).toEqual([1, '1.build lp'])
      expect(room.session.position).not.toHaveProperty('armed')
    }
  })

  test('S15 a cancelled release does not happen, and neither does one that a move left behind', () => {
    const room = started()
    room.give(room.facilitator, { type: 'arm' })
    room.give(room.facilitator, { type: 'cancel' })
    expect(room.give(room.facilitator, { type: 'cancel' })).toEqual(refused('wrong-phase'))
    room.wait(LIMITS.armMs)
    expect(where(room)).toBe('1.write lp')
    room.give(room.facilitator, { type: 'arm' })
    room.give(room.facilitator, { type: 'skip' })
    room.wait(LIMITS.armMs)
    expect(where(room)).toBe('2.frame sl')
    room.give(room.facilitator, { type: 'undo' })
    expect(room.session.position).not.toHaveProperty('armed')
  })

  test('S15 arming twice neither delays nor hastens', () => {
    const room = started()
    room.give(room.facilitator, { type: 'arm' })
    const before = room.session
    room.now += 3_000
    expect(room.give(room.facilitator, { type: 'arm' }).ok).toBe(true)
    expect(room.session).toBe(before)
  })

  test('S15 where nothing will be released there is nothing to arm', () => {
    const room = started()
    room.goOn()
    expect(room.give(room.facilitator, { type: 'arm' })).toEqual(refused('wrong-phase'))
  })

  test('S15 going back over a release releases nothing', () => {
    const room = started()
    const leila = room.enter('Leila')
    room.goOn()
    room.goOn()
    room.write(leila, 'Written while grouping')
    room.give(room.facilitator, { type: 'back' })
    expect([room.items.size, where(room)]).toEqual([0, '1.build lp'])
  })
})
