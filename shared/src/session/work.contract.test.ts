import { describe, expect, test } from 'vitest'
import { type SeatId, asId } from '../kernel/index.ts'
import { METHODS, type Method } from '../methods/index.ts'
import { COMMANDS, type Command, can } from './commands/index.ts'
import { findStop } from './plan.ts'
import { SimulatedRoom } from './simulated/room.ts'
import { viewFor } from './view/view-for.ts'
import { workOf } from './work.ts'

const WORKING = METHODS.filter((method: Method) => method.workings) as readonly Method[]

const codeOf = (room: SimulatedRoom, seat: SeatId, type: string): string => {
  const result = room.give(seat, { type } as Command)
  return result.ok ? 'ok' : result.error.code
}

/** A room with a step of a method behind one of another, and everybody there is. */
const gather = (kind: Method['id']) => {
  const room = new SimulatedRoom({ agenda: [{ kind: 'brainstorm' }, { kind }, { kind: 'talk' }] as never })
  const people = {
    facilitator: room.facilitator,
    participant: room.enter('Leila'),
    client: room.enter('Omid', 'client'),
    observer: room.enter('Vera', 'observer'),
    screen: room.enter('Wall', 'screen'),
  }
  return { room, people }
}

test('S110 no two commands have one name, whichever method they are of', () => {
  const types = COMMANDS.map(({ type }) => type)
  expect(types.filter((type, at) => types.indexOf(type) !== at)).toEqual([])
})

describe.each(WORKING)('S110 what $id keeps of a step', (method) => {
  const types = method.workings?.commands.map(({ type }) => type) ?? []
  const phases = method.plan({}).map(({ key }) => key)

  test('S110 its commands name phases that it has', () => {
    const known = new Set(method.phases({}).map(({ key }) => key))
    for (const { type, phases: named } of method.workings?.commands ?? []) {
      expect(
        named.filter((phase) => !known.has(phase)),
        type,
      ).toEqual([])
      expect(named.length, type).toBeGreaterThan(0)
    }
  })

  test('S110 where another method is live nobody gives its commands, nor in the lobby or after the end', () => {
    const { room, people } = gather(method.id)
    const refusedWith = (code: string): void => {
      for (const type of types) {
        expect(codeOf(room, people.observer, type), type).toBe('not-allowed')
        expect(codeOf(room, people.screen, type), type).toBe('not-allowed')
        expect(codeOf(room, people.facilitator, type), type).toBe(code)
        for (const seat of Object.values(people)) expect(can(room.session, seat, type as Command['type'])).toBe(false)
      }
    }
    refusedWith('wrong-phase')
    room.give(people.facilitator, { type: 'start' })
    refusedWith('wrong-phase')
    room.give(people.facilitator, { type: 'end' })
    refusedWith('ended')
  })

  test('S110 what buttons show is what is answered, in every phase, with the board locked or not', () => {
    const { room, people } = gather(method.id)
    room.give(people.facilitator, { type: 'start' })
    room.give(people.facilitator, { type: 'skip' })
    for (const phase of phases) {
      expect(findStop(room.session)?.phase.key).toBe(phase)
      for (const locked of [false, true]) {
        room.give(people.facilitator, { type: 'lock', locked })
        room.wait(60_000)
        for (const [who, seat] of Object.entries(people)) {
          for (const { type, phases: named } of method.workings?.commands ?? []) {
            const mayGive = can(room.session, seat, type as Command['type'])
            if (!named.includes(phase)) expect(mayGive, `${type} ${phase}`).toBe(false)
            if (locked && who !== 'facilitator') expect(mayGive, `${type} locked`).toBe(false)
          }
        }
      }
      room.give(people.facilitator, { type: 'lock', locked: false })
      if (phase !== phases.at(-1)) {
        const before = room.session.position.epoch
        room.goOn()
        // A gate of the method may hold the phase: then whoever leads passes on to see the others.
        if (room.session.position.epoch === before) return
      }
    }
  })

  test('S111 what anybody may do says what the log keeps of it, so that no line tells who wrote or thinks what', () => {
    const anybody = { seat: asId<'seat'>('anybody-00000000'), leads: false, scribe: false }
    for (const { type, may, unlogged } of method.workings?.commands ?? []) {
      if (may?.(anybody) ?? true) expect(unlogged, type).toBeDefined()
    }
  })

  test('S111 it is there from the first phase on, plain data, and going to and fro adds nothing', () => {
    const { room, people } = gather(method.id)
    room.give(people.facilitator, { type: 'start' })
    room.give(people.facilitator, { type: 'skip' })
    const step = findStop(room.session)?.step.id
    if (!step) throw new Error('no step is live')
    const state = workOf(room.session, step)
    expect(JSON.parse(JSON.stringify(state))).toEqual(state)
    room.goOn()
    const [items, before] = [room.items.size, workOf(room.session, step)]
    room.give(people.facilitator, { type: 'back' })
    room.goOn()
    room.give(people.facilitator, { type: 'back' })
    expect(room.items.size).toBe(items)
    expect(workOf(room.session, step)).toEqual(before)
  })

  test('S111 everybody inside is shown it as plain data, and who waits at the door nothing', () => {
    const { room, people } = gather(method.id)
    room.give(people.facilitator, { type: 'start' })
    room.give(people.facilitator, { type: 'skip' })
    room.give(people.facilitator, { type: 'set-setting', door: 'ask' } as never)
    const waiting = room.enter('Nima')
    for (const seat of Object.values(people)) {
      const view = viewFor(room.session, seat, room.surroundings())
      expect(view.work).toBeDefined()
      expect(JSON.parse(JSON.stringify(view))).toEqual(view)
    }
    expect(viewFor(room.session, waiting, room.surroundings()).work).toBeUndefined()
  })
})
