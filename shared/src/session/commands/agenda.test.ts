import { describe, expect, test } from 'vitest'
import { LIMITS, type StepId } from '../../kernel/index.ts'
import { SimulatedRoom } from '../simulated/room.ts'

const room3 = (): SimulatedRoom =>
  new SimulatedRoom({ agenda: ['A', 'B', 'C'].map((title) => ({ kind: 'brainstorm' as const, title })) })

const titles = ({ session }: SimulatedRoom): string => session.agenda.map(({ title }) => title ?? '-').join('')
const idOf = ({ session }: SimulatedRoom, title: string): StepId =>
  session.agenda.find((step) => step.title === title)?.id as StepId

const insert = (room: SimulatedRoom, title: string, before?: StepId) =>
  room.give(room.facilitator, { type: 'insert-step', step: { kind: 'brainstorm', title }, ...(before && { before }) })

describe('S18 the agenda', () => {
  test('S18 a step is added at the end or before a planned one, and its id is answered', () => {
    const room = room3()
    expect(insert(room, 'D')).toMatchObject({ ok: true })
    const added = insert(room, 'X', idOf(room, 'B'))
    expect(titles(room)).toBe('AXBCD')
    expect(added).toMatchObject({ value: { answer: { step: idOf(room, 'X') } } })
    room.give(room.facilitator, { type: 'start' })
    expect(insert(room, 'Y', idOf(room, 'A'))).toMatchObject({ error: { code: 'wrong-phase' } })
    expect(insert(room, 'Y', 'nothing000000000' as StepId)).toMatchObject({ error: { code: 'wrong-phase' } })
  })

  test('S18 settings that do not fit are refused, and so is one step too many', () => {
    const room = room3()
    const step = { kind: 'brainstorm', settings: { write: 999 } } as const
    expect(room.give(room.facilitator, { type: 'insert-step', step })).toEqual({
      ok: false,
      error: { code: 'bad-input', details: { path: 'step.settings' } },
    })
    for (let count = 3; count < LIMITS.agendaSteps; count++) insert(room, 'n')
    expect(insert(room, 'n')).toMatchObject({ error: { code: 'too-many' } })
  })

  test('S18 planned steps are put in another order', () => {
    const room = room3()
    room.give(room.facilitator, { type: 'move-step', step: idOf(room, 'C'), before: idOf(room, 'A') })
    expect(titles(room)).toBe('CAB')
    room.give(room.facilitator, { type: 'move-step', step: idOf(room, 'C') })
    expect(titles(room)).toBe('ABC')
    room.give(room.facilitator, { type: 'move-step', step: idOf(room, 'C'), before: idOf(room, 'C') })
    expect(titles(room)).toBe('ABC')
    room.give(room.facilitator, { type: 'start' })
    const before = room.session
    for (const [step, other] of ['AB', 'BA']) {
      room.give(room.facilitator, { type: 'move-step', step: idOf(room, step ?? ''), before: idOf(room, other ?? '') })
    }
    expect(room.session).toBe(before)
  })

  test('S18 a step that was never live can be taken off, but one stays', () => {
    const room = room3()
    room.give(room.facilitator, { type: 'remove-step', step: idOf(room, 'B') })
    room.give(room.facilitator, { type: 'remove-step', step: idOf(room, 'C') })
    expect(titles(room)).toBe('A')
    expect(room.give(room.facilitator, { type: 'remove-step', step: idOf(room, 'A') })).toMatchObject({
      error: { code: 'wrong-phase' },
    })
    expect(room.give(room.facilitator, { type: 'remove-step', step: 'nothing000000000' as StepId })).toMatchObject({
      error: { code: 'unknown' },
    })
  })

  test('S18 a step that was live once stays on the agenda, and its names and settings stand, but for minutes', () => {
    const room = room3()
    room.give(room.facilitator, { type: 'start' })
    for (let press = 0; press < 3; press++) room.goOn()
    room.give(room.facilitator, { type: 'back' })
    const step = idOf(room, 'B')
    expect(room.session.agenda.map(({ state }) => state)).toEqual(['live', 'planned', 'planned'])
    for (const command of [
      { type: 'remove-step', step },
      { type: 'edit-step', step, names: 'shown' },
      { type: 'edit-step', step, settings: { variant: 'free' } },
      { type: 'edit-step', step, settings: { build: 0 } },
      { type: 'edit-step', step: idOf(room, 'A'), title: 'Live' },
    ] as const) {
      expect(room.give(room.facilitator, command)).toMatchObject({ error: { code: 'wrong-phase' } })
    }
    expect(room.give(room.facilitator, { type: 'edit-step', step, settings: { group: 9 } }).ok).toBe(true)
    expect(room.give(room.facilitator, { type: 'edit-step', step: idOf(room, 'A'), settings: { group: 7 } }).ok).toBe(
      true,
    )
    expect(room.give(room.facilitator, { type: 'edit-step', step, title: 'Again' }).ok).toBe(true)
    expect(titles(room)).toContain('Again')
  })

  test('S18 a planned step is edited; what is not given stays, an empty text goes, settings are completed', () => {
    const room = room3()
    const step = idOf(room, 'B')
    room.give(room.facilitator, {
      type: 'edit-step',
      step,
      question: 'What if?',
      names: 'shown',
      settings: { write: 9 },
    })
    expect(room.session.agenda[1]).toMatchObject({
      title: 'B',
      question: 'What if?',
      names: 'shown',
      settings: { write: 9, build: 4 },
    })
    room.give(room.facilitator, { type: 'edit-step', step, title: '', question: '' })
    expect(room.session.agenda[1]).not.toHaveProperty('title')
    expect(room.session.agenda[1]).not.toHaveProperty('question')
    expect(room.session.agenda[1]).toMatchObject({ names: 'shown', settings: { write: 9 } })
    expect(room.give(room.facilitator, { type: 'edit-step', step, settings: { write: 'long' } })).toMatchObject({
      error: { code: 'bad-input', details: { path: 'settings' } },
    })
  })
})

describe('S20 challenge and settings', () => {
  test('S20 earlier wordings of the challenge are kept, the latest 50 of them', () => {
    const room = new SimulatedRoom({ challenge: { text: 'v0' } })
    for (let version = 1; version <= 60; version++) {
      room.give(room.facilitator, { type: 'edit-challenge', challenge: { text: `v${version}`, who: undefined } })
    }
    expect(room.session.challenge).toStrictEqual({ text: 'v60' })
    expect(room.session.challengeHistory.map(({ challenge }) => challenge.text).slice(-2)).toEqual(['v58', 'v59'])
    expect(room.session.challengeHistory).toHaveLength(LIMITS.challengeVersions)
  })

  test('S20 only the given settings change, and one must be given', () => {
    const room = new SimulatedRoom()
    const before = room.session.settings
    room.give(room.facilitator, { type: 'set-setting', door: 'ask' })
    room.give(room.facilitator, { type: 'set-setting', allowLate: false, participants: 7, participantsExport: true })
    expect(room.session.settings).toStrictEqual({
      door: 'ask',
      participants: 7,
      participantsExport: true,
      allowLate: false,
    })
    expect(before.door).toBe('open')
    expect(room.give(room.facilitator, { type: 'set-setting' })).toMatchObject({ error: { code: 'bad-input' } })
  })
})
