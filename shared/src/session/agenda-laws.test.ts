import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { StepId } from '../kernel/index.ts'
import { METHOD_IDS } from '../methods/index.ts'
import type { Command } from './commands/index.ts'
import type { Position, Session, Step } from './session.ts'
import { SimulatedRoom } from './simulated/room.ts'
import { spentMs } from './stay.ts'

const pick = <T>(choices: readonly T[], number: number): T => choices[number % choices.length] as T

/** Presses on the agenda and the clock, by a number and a step. */
const PRESSES: readonly ((step: StepId, number: number) => Command)[] = [
  () => ({ type: 'advance' }),
  () => ({ type: 'advance' }),
  () => ({ type: 'arm' }),
  () => ({ type: 'back' }),
  () => ({ type: 'skip' }),
  (step, number) => ({ type: 'skip', step, skipped: number % 2 > 0 }),
  (step) => ({ type: 'reopen', step }),
  (step, number) => ({ type: 'reopen', step, phase: pick(['write', 'build', 'group', 'talk', 'break'], number) }),
  (_step, number) => ({ type: 'switch-method', to: { kind: pick(METHOD_IDS, number) } }),
  (step, number) => ({
    type: 'insert-step',
    step: { kind: pick(METHOD_IDS, number), advances: number % 2 > 0 },
    ...(number % 3 && { before: step }),
  }),
  (step, number) => ({ type: 'move-step', step, ...(number % 2 && { before: pick([step], number) }) }),
  (step) => ({ type: 'remove-step', step }),
  (step, number) => ({ type: 'edit-step', step, notes: `n${number}`, ...(number % 2 && { advances: true }) }),
  () => ({ type: 'fit-rest' }),
  (_step, number) => ({ type: 'set-clock', leftMs: (number % 7) * 20_000 }),
  () => ({ type: 'pause' }),
  () => ({ type: 'resume' }),
  () => ({ type: 'undo' }),
]

const act = fc.record({
  press: fc.nat(PRESSES.length - 1),
  step: fc.nat(99),
  number: fc.nat(99),
  ms: fc.constantFrom(0, 400, 4_000, 9_999, 12_000, 70_000, 400_000),
})

const AGENDA = [
  { kind: 'talk' as const, settings: { round: true, talk: 5 } },
  { kind: 'brainstorm' as const },
  { kind: 'break' as const },
  { kind: 'group' as const, advances: true },
]

const startedRoom = (seed: number): SimulatedRoom => {
  const room = new SimulatedRoom({ agenda: AGENDA, plannedMinutes: 30 }, seed)
  const leila = room.enter('Leila')
  room.give(room.facilitator, { type: 'start' })
  // Too late to take the start back.
  room.wait(10_000)
  room.write(leila, 'A draft', { step: room.session.agenda[1]?.id as StepId })
  return room
}

const draftsOf = ({ drafts }: SimulatedRoom) => [...drafts.values()].map((items) => [...items.values()])

/** What undo gives back: where everyone is but for the epoch, and the agenda but for what has begun for good. */
const undone = ({ position, agenda }: Pick<Session, 'position' | 'agenda'>) => {
  const place: Partial<Position & { armed: unknown; held: unknown }> = { ...position, epoch: 0 }
  delete place.armed
  // Somebody came back to it: it does not run away at once.
  delete place.held
  return { place, agenda: agenda.map(({ begun: _begun, ...step }: Step) => step) }
}

test('S55 whatever is pressed, one step is live, the epoch grows with every move, and no item changes but by a reveal', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60, size: 'max' }), fc.nat(), (acts, seed) => {
      const room = startedRoom(seed)
      for (const { press, step, number, ms } of acts) {
        const before = room.session
        const items = new Map(room.items)
        const drafts = draftsOf(room)
        const id = pick(before.agenda, step).id
        room.give(room.facilitator, (PRESSES[press] as (typeof PRESSES)[number])(id, number))
        const { session } = room
        expect(session.agenda.filter(({ state }) => state === 'live')).toHaveLength(1)
        expect(session.position.epoch).toBeGreaterThanOrEqual(before.position.epoch)
        const at = ({ position }: Session) => (position.state === 'live' ? `${position.step} ${position.phase}` : '')
        if (at(session) !== at(before)) expect(session.position.epoch).toBeGreaterThan(before.position.epoch)
        const isRevealed = room.items.size > items.size
        for (const [item, owned] of items) expect(room.items.get(item)).toBe(owned)
        if (!isRevealed) expect(draftsOf(room)).toEqual(drafts)
        room.wait(ms)
      }
    }),
    { numRuns: 80 },
  )
}, 60_000)

test('S55 taking a press back gives back the agenda and where everyone was, whatever the press was', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30, size: 'max' }), fc.nat(), (acts, seed) => {
      const room = startedRoom(seed)
      for (const { press, step, number, ms } of acts) {
        const before = room.session
        const id = pick(before.agenda, step).id
        const given = room.give(room.facilitator, (PRESSES[press] as (typeof PRESSES)[number])(id, number))
        const isNew = given.ok && room.session.undoable !== undefined && room.session.undoable !== before.undoable
        if (isNew && !PRESSES[press]?.(id, number).type.startsWith('edit')) {
          room.now += ms % 10_000
          expect(room.give(room.facilitator, { type: 'undo' }).ok).toBe(true)
          expect(undone(room.session)).toEqual(undone(before))
        }
        room.wait(ms)
      }
    }),
    { numRuns: 80 },
  )
}, 60_000)

test('S50 what the steps really took adds up to the time that the session has been going on, to the millisecond', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60, size: 'max' }), fc.nat(), fc.boolean(), (acts, seed, ends) => {
      const room = startedRoom(seed)
      const startedAt = room.now - 10_000
      const total = (): number => room.session.agenda.reduce((sum, step) => sum + spentMs(step, room.now), 0)
      for (const { press, step, number, ms } of acts) {
        room.give(
          room.facilitator,
          (PRESSES[press] as (typeof PRESSES)[number])(pick(room.session.agenda, step).id, number),
        )
        room.wait(ms)
        expect(total()).toBe(room.now - startedAt)
      }
      if (!ends) return
      const length = room.now - startedAt
      // A vote that is open has to be closed or taken back first.
      const { ok } = room.give(room.facilitator, { type: 'end' })
      room.wait(99_000)
      expect(total()).toBe(ok ? length : length + 99_000)
    }),
    { numRuns: 80 },
  )
}, 60_000)
