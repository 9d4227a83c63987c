import { TRAY, type Tray } from '../testing/index.ts'
import { expect, test } from 'vitest'
import { LIMITS, type SeatId, type StepId } from '../kernel/index.ts'
import type { Command } from './commands/index.ts'
import { findStop } from './plan.ts'
import { SimulatedRoom } from './simulated/room.ts'
import { viewFor } from './view/view-for.ts'
import { workOf } from './work.ts'

const order = (room: SimulatedRoom, command: object, seat: SeatId = room.facilitator): string => {
  const result = room.give(seat, command as Command)
  return result.ok ? 'ok' : result.error.code
}

const gather = (agenda: readonly object[] = [{ kind: TRAY }, { kind: TRAY }, { kind: 'talk' }]) => {
  const room = new SimulatedRoom({ agenda: agenda as never })
  const steps = room.session.agenda.map(({ id }) => id)
  return { room, steps }
}

const trayOf = (room: SimulatedRoom, step: StepId | undefined): Tray | undefined =>
  step && (workOf(room.session, step) as Tray | undefined)
const enteredOf = (room: SimulatedRoom, step: StepId | undefined) => trayOf(room, step)?.entered
const drawn = (room: SimulatedRoom) => [...room.items.values()].filter(({ item }) => item.kind === 'stimulus')

test('S114 every press that enters a phase is told to its method once, and what a first entry drew stands', () => {
  const { room, steps } = gather()
  const [first, second] = steps
  expect(order(room, { type: 'start' })).toBe('ok')
  expect(enteredOf(room, first)).toEqual(['lay'])
  expect(drawn(room)).toMatchObject([{ item: { step: first, text: 'Lighthouse', state: 'published' } }])
  expect(drawn(room)[0]).not.toHaveProperty('owner')
  // An armed reveal that time brings about.
  order(room, { type: 'arm' })
  room.wait(LIMITS.armMs)
  expect(enteredOf(room, first)).toEqual(['lay', 'pick'])
  room.goOn()
  expect(enteredOf(room, first)).toEqual(['lay', 'pick', 'rest'])
  order(room, { type: 'back' })
  expect(enteredOf(room, first)?.slice(3)).toEqual(['pick'])
  order(room, { type: 'undo' })
  expect(enteredOf(room, first)?.slice(4)).toEqual(['rest'])
  order(room, { type: 'skip' })
  expect(enteredOf(room, second)).toEqual(['lay'])
  order(room, { type: 'reopen', step: first, phase: 'lay' })
  expect(enteredOf(room, first)?.slice(5)).toEqual(['lay'])
  order(room, { type: 'switch-method', to: { kind: TRAY } })
  const third = findStop(room.session)?.step.id
  expect(enteredOf(room, third)).toEqual(['lay'])
  expect(drawn(room).map(({ item }) => item.step)).toEqual([first, second, third])
})

test('S114 what enters no phase tells nothing, and neither does where a method keeps nothing', () => {
  const { room, steps } = gather([{ kind: TRAY }, { kind: 'talk' }])
  expect(room.session).not.toHaveProperty('workings')
  order(room, { type: 'start' })
  for (const command of [
    { type: 'lock', locked: true },
    { type: 'pause' },
    { type: 'resume' },
    { type: 'arm' },
    { type: 'cancel' },
    { type: 'insert-step', step: { kind: TRAY } },
  ]) {
    expect(order(room, command)).toBe('ok')
  }
  room.wait(60_000)
  expect(enteredOf(room, steps[0])).toEqual(['lay'])
  order(room, { type: 'skip' })
  expect(Object.keys(room.session.workings ?? {})).toEqual([steps[0]])
  order(room, { type: 'end' })
  expect(Object.keys(room.session.workings ?? {})).toEqual([steps[0]])
})

test('S114 a step that goes on by itself tells it too, once, however late the clock is looked at', () => {
  const { room, steps } = gather([{ kind: TRAY, advances: true }, { kind: 'talk' }])
  order(room, { type: 'start' })
  room.wait(3 * 60_000)
  expect(room.session.position).toMatchObject({ armed: { by: 'server' } })
  room.wait(LIMITS.armMs)
  expect(enteredOf(room, steps[0])).toEqual(['lay', 'pick'])
  room.wait(4 * 60_000)
  expect(enteredOf(room, steps[0])).toEqual(['lay', 'pick', 'rest'])
})

test('S114 a reveal has opened what it opens before its phase is told of', () => {
  const { room, steps } = gather()
  const leila = room.enter('Leila')
  order(room, { type: 'start' })
  room.write(leila, 'Private so far')
  room.goOn()
  const item = [...room.items.values()].find(({ item: { kind } }) => kind === 'idea')?.item.id
  expect(order(room, { type: 'pick-item', item }, leila)).toBe('ok')
  expect(trayOf(room, steps[0])?.picked).toEqual([item])
})

test('S115 a phase that its method holds is left by no press, no announcement and no clock; its step by any other', () => {
  for (const leave of ['skip', 'reopen', 'switch-method', 'end'] as const) {
    const { room, steps } = gather([{ kind: 'talk' }, { kind: TRAY, advances: true }, { kind: 'talk' }])
    order(room, { type: 'start' })
    order(room, { type: 'skip' })
    order(room, { type: 'wedge', stuck: true })
    const { epoch } = room.session.position
    for (const type of ['advance', 'arm']) expect(order(room, { type })).toBe('wrong-phase')
    const view = viewFor(room.session, room.facilitator, room.surroundings())
    expect([view.me.can['advance'], view.me.can['arm']]).toEqual([undefined, undefined])
    room.wait(60 * 60_000)
    expect(room.session.position).toMatchObject({ epoch, phase: 'lay' })
    expect(room.session.position).not.toHaveProperty('armed')
    const more = { reopen: { step: steps[0] }, 'switch-method': { to: { kind: 'talk' } }, skip: {}, end: {} }[leave]
    expect(order(room, { type: leave, ...more })).toBe('ok')
    expect(room.session.position.epoch).toBe(epoch + 1)
  }
})

test('S115 what comes up while a release is announced takes the announcement back', () => {
  const { room } = gather()
  order(room, { type: 'start' })
  order(room, { type: 'arm' })
  order(room, { type: 'wedge', stuck: true })
  expect(order(room, { type: 'advance' })).toBe('wrong-phase')
  room.wait(LIMITS.armMs)
  expect(room.session.position).toMatchObject({ phase: 'lay' })
  expect(room.session.position).not.toHaveProperty('armed')
})

test('S115 nothing holds it any more: a step that goes on by itself does so then', () => {
  const { room } = gather([{ kind: TRAY, advances: true }])
  order(room, { type: 'start' })
  room.goOn()
  order(room, { type: 'wedge', stuck: true })
  room.wait(60 * 60_000)
  expect(room.session.position).toMatchObject({ phase: 'pick' })
  order(room, { type: 'wedge', stuck: false })
  room.wait(0)
  expect(room.session.position).toMatchObject({ phase: 'rest' })
})

test('S116 a switch that is taken back takes what its method kept along, unless somebody worked in it', () => {
  for (const isWorked of [false, true]) {
    const { room, steps } = gather([{ kind: 'talk' }])
    order(room, { type: 'start' })
    order(room, { type: 'switch-method', to: { kind: TRAY } })
    const added = findStop(room.session)?.step.id as StepId
    // What was drawn is on the board, so that only the work itself can be what keeps the step.
    room.items.clear()
    if (isWorked) expect(order(room, { type: 'wedge', stuck: true })).toBe('ok')
    expect(order(room, { type: 'undo' })).toBe('ok')
    const states = room.session.agenda.map(({ id, state }) => [id, state])
    expect(states).toEqual(
      isWorked
        ? [
            [steps[0], 'live'],
            [added, 'skipped'],
          ]
        : [[steps[0], 'live']],
    )
    expect(trayOf(room, added)?.stuck).toBe(isWorked ? true : undefined)
    expect(Object.keys(room.session.workings ?? {})).toEqual(isWorked ? [added] : [])
  }
})

test('S117 what a method knows of a seat is known of the one it became, and of one that was forgotten nobody’s', () => {
  const { room, steps } = gather()
  const [leila, again, dmitry] = [room.enter('Leila'), room.enter('Leila'), room.enter('Dmitry')]
  order(room, { type: 'start' })
  room.goOn()
  const [item] = [...room.items.keys()]
  for (const seat of [leila, again, dmitry]) expect(order(room, { type: 'pick-item', item }, seat)).toBe('ok')
  const mine = (seat: SeatId): unknown => viewFor(room.session, seat, room.surroundings()).me.work
  expect(mine(leila)).toEqual({ picked: 1 })
  expect(order(room, { type: 'merge-seats', seat: leila, other: again, name: 'Leila (2)' })).toBe('ok')
  expect(mine(leila)).toEqual({ picked: 2 })
  expect(order(room, { type: 'forget-me' }, dmitry)).toBe('ok')
  const by = trayOf(room, steps[0])?.by ?? []
  expect(by).toHaveLength(3)
  expect(by).not.toContain(dmitry)
  expect(JSON.stringify(room.session)).not.toContain(dmitry)
})

test('S117 within the grace a command of the phase before is honoured, in the step it was given for', () => {
  const { room, steps } = gather()
  const leila = room.enter('Leila')
  order(room, { type: 'start' })
  room.goOn()
  const [item] = [...room.items.keys()]
  order(room, { type: 'skip' })
  expect(order(room, { type: 'pick-item', item }, leila)).toBe('ok')
  expect([trayOf(room, steps[0])?.picked, trayOf(room, steps[1])?.picked]).toEqual([[item], []])
  room.wait(LIMITS.graceMs)
  expect(order(room, { type: 'pick-item', item }, leila)).toBe('wrong-phase')
})
