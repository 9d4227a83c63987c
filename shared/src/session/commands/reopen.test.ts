import { describe, expect, test } from 'vitest'
import type { StepId } from '../../kernel/index.ts'
import { isRevealed } from '../plan.ts'
import { SimulatedRoom } from '../simulated/room.ts'
import { viewFor } from '../view/view-for.ts'

const room3 = (): SimulatedRoom => {
  const room = new SimulatedRoom({ agenda: ['A', 'B', 'C'].map((title) => ({ kind: 'brainstorm' as const, title })) })
  room.give(room.facilitator, { type: 'start' })
  return room
}

const where = ({ session }: SimulatedRoom): string => {
  const { position, agenda } = session
  const states = agenda.map(({ state }) => state[0]).join('')
  if (position.state !== 'live') return `${position.state} ${states}`
  return `${agenda.find(({ id }) => id === position.step)?.title}.${position.phase} ${states}`
}

const idOf = ({ session }: SimulatedRoom, title: string): StepId =>
  session.agenda.find((step) => step.title === title)?.id as StepId

const reopen = (room: SimulatedRoom, title: string, phase?: string) =>
  room.give(room.facilitator, { type: 'reopen', step: idOf(room, title), ...(phase && { phase }) })

const refused = (code: string) => ({ ok: false, error: { code } })

describe('S46 reopening', () => {
  test('S46 a step that is done goes on where it was left or in a phase of its choice, and then the others go on where they were', () => {
    const room = room3()
    for (let press = 0; press < 7; press++) room.goOn()
    expect(where(room)).toBe('C.build ddl')
    expect(reopen(room, 'A').ok).toBe(true)
    expect(where(room)).toBe('A.group ldp')
    room.goOn()
    expect(where(room)).toBe('C.build ddl')
    reopen(room, 'B', 'build')
    expect(where(room)).toBe('B.build dlp')
    room.goOn()
    room.goOn()
    expect(where(room)).toBe('C.build ddl')
  })

  test('S46 an earlier phase of the live step is live again, a later one or the present one is not skipped to', () => {
    const room = room3()
    room.goOn()
    room.goOn()
    expect(reopen(room, 'A', 'write').ok).toBe(true)
    expect(where(room)).toBe('A.write lpp')
    for (const [title, phase] of [
      ['A', 'write'],
      ['A', 'group'],
      ['A', undefined],
      ['B', undefined],
      ['B', 'write'],
      ['A', 'harvest'],
    ] as const) {
      expect(reopen(room, title, phase)).toEqual(refused('wrong-phase'))
    }
    expect(room.give(room.facilitator, { type: 'reopen', step: 'nothing000000000' as StepId })).toEqual(
      refused('unknown'),
    )
  })

  test('S46 what is passed on the way to a later step comes after it, and a press takes all of that back', () => {
    const room = room3()
    const switchTo = (title: string) =>
      room.give(room.facilitator, { type: 'switch-method', to: { kind: 'brainstorm', title } })
    switchTo('D')
    switchTo('E')
    room.write(room.facilitator, 'Written meanwhile', { step: idOf(room, 'E') })
    room.give(room.facilitator, { type: 'undo' })
    room.give(room.facilitator, { type: 'back' })
    const titles = () => room.session.agenda.map(({ title, state }) => `${title} ${state}`)
    expect(titles()).toEqual(['A live', 'D planned', 'E skipped', 'B planned', 'C planned'])
    expect(reopen(room, 'E').ok).toBe(true)
    expect(titles()).toEqual(['A done', 'E live', 'D planned', 'B planned', 'C planned'])
    room.give(room.facilitator, { type: 'undo' })
    expect(titles()).toEqual(['A live', 'D planned', 'E skipped', 'B planned', 'C planned'])
  })

  test('S46 a skipped step opens no phase that it never reached, so that nothing is released on the way', () => {
    const room = room3()
    const leila = room.enter('Leila')
    room.write(leila, 'Private')
    room.give(room.facilitator, { type: 'skip' })
    expect(reopen(room, 'A', 'build')).toEqual(refused('wrong-phase'))
    expect(reopen(room, 'A').ok).toBe(true)
    expect([where(room), room.items.size]).toEqual(['A.write lpp', 0])
    room.goOn()
    expect([where(room), room.items.size]).toEqual(['A.build lpp', 1])
  })

  test('S46 going on to a step that was left in the middle releases nothing by itself, and what is revealed stays so', () => {
    const room = room3()
    const leila = room.enter('Leila')
    for (let press = 0; press < 4; press++) room.goOn()
    expect(where(room)).toBe('B.build dlp')
    reopen(room, 'A')
    const late = room.write(leila, 'Late', { step: idOf(room, 'B') })
    expect(isRevealed(room.session, room.session.agenda[1] as never)).toBe(true)
    expect(room.give(room.facilitator, { type: 'advance' }).ok).toBe(true)
    expect([where(room), room.items.size]).toEqual(['B.build dlp', 0])
    expect(room.give(leila, { type: 'publish-late', draft: late }).ok).toBe(true)
  })

  test('S46 back leads to where a step was left, not over what it never released', () => {
    const room = room3()
    room.goOn()
    reopen(room, 'A', 'write')
    room.give(room.facilitator, { type: 'skip' })
    reopen(room, 'A')
    room.give(room.facilitator, { type: 'skip' })
    room.give(room.facilitator, { type: 'back' })
    expect(where(room)).toBe('A.write lpp')
  })

  test('S46 those who lead see which phases can be live again', () => {
    const room = room3()
    room.goOn()
    room.goOn()
    const past = () =>
      viewFor(room.session, room.facilitator, room.surroundings()).session.agenda.map((step) => step.plan?.past)
    expect(past()).toEqual([['write', 'build'], [], []])
    room.goOn()
    expect(past()).toEqual([['write', 'build', 'group'], [], []])
  })
})

describe('S18 skipping ahead', () => {
  test('S18 a step that is still to come is passed over without a move, and takes place after all', () => {
    const room = room3()
    const { position } = room.session
    expect(room.give(room.facilitator, { type: 'skip', step: idOf(room, 'B') }).ok).toBe(true)
    expect(where(room)).toBe('A.write lsp')
    expect(room.session.position).toBe(position)
    room.give(room.facilitator, { type: 'skip', step: idOf(room, 'B'), skipped: false })
    expect(where(room)).toBe('A.write lpp')
    room.give(room.facilitator, { type: 'skip', step: idOf(room, 'B') })
    room.give(room.facilitator, { type: 'skip' })
    expect(where(room)).toBe('C.write ssl')
    expect(room.give(room.facilitator, { type: 'skip', step: idOf(room, 'B'), skipped: false })).toEqual(
      refused('wrong-phase'),
    )
    expect(reopen(room, 'B')).toEqual(refused('wrong-phase'))
  })
})
