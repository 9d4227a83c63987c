import { TRAY } from '../testing/index.ts'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Item, ItemKind, ItemState } from '../board/index.ts'
import { type ItemId, LIMITS, asId } from '../kernel/index.ts'
import { METHODS, type Method } from '../methods/index.ts'
import type { Command } from './commands/index.ts'
import { findStop } from './plan.ts'
import { factsOf } from './prompts.ts'
import type { Step } from './session.ts'
import { SimulatedRoom } from './simulated/room.ts'
import { previewSwitch } from './switch.ts'
import { viewFor } from './view/view-for.ts'

type Agenda = readonly { readonly kind: string; readonly prompts?: unknown }[]

const roomOf = (agenda: Agenda): SimulatedRoom => new SimulatedRoom({ agenda: agenda as never })

const order = (room: SimulatedRoom, command: object): string => {
  const result = room.give(room.facilitator, command as Command)
  return result.ok ? 'ok' : result.error.code
}

let made = 0
/** Puts an item on the board, as an earlier step did. */
const put = (room: SimulatedRoom, kind: ItemKind = 'idea', state: ItemState = 'published'): ItemId => {
  const id = asId<'item'>(`item${String(made++).padStart(12, '0')}`)
  const step = (room.session.agenda[0] as Step).id
  const item: Item = { id, kind, step, text: id, lang: 'en', rank: '', state }
  room.items.set(id, { item })
  return id
}

const promptsOf = (room: SimulatedRoom): Step['prompts'] => findStop(room.session)?.step.prompts

/** A room in a step from which some items were picked, the first of them first. */
const picked = (after: Agenda, count: number) => {
  const room = roomOf([{ kind: TRAY }, ...after])
  order(room, { type: 'start' })
  room.goOn()
  const items = Array.from({ length: count }, () => put(room))
  for (const item of items) expect(order(room, { type: 'pick-item', item })).toBe('ok')
  return { room, items }
}

const skip = (room: SimulatedRoom): string => order(room, { type: 'skip' })

test('S112 a step begins from the items chosen for it, each once and in their order', () => {
  const room = roomOf([{ kind: 'talk' }])
  const [one, two] = [put(room), put(room)]
  expect(order(room, { type: 'insert-step', step: { kind: TRAY, prompts: [two, one] } })).toBe('ok')
  expect(order(room, { type: 'insert-step', step: { kind: TRAY, prompts: [one, one] } })).toBe('ok')
  order(room, { type: 'start' })
  skip(room)
  expect(promptsOf(room)).toEqual([two, one])
  expect(viewFor(room.session, room.facilitator, room.surroundings()).step?.prompts).toEqual([two, one])
  skip(room)
  expect(promptsOf(room)).toEqual([one])
})

test('S112 what is of another kind, does not stand on the board or is not there is left out as the step is first live', () => {
  const room = roomOf([{ kind: 'talk' }, { kind: TRAY }])
  const step = room.session.agenda[1]?.id
  const [good, later] = [put(room, 'cause'), put(room)]
  for (const wrong of [put(room, 'stimulus'), put(room, 'idea', 'hidden'), asId<'item'>('nobodysitem00000')]) {
    expect(order(room, { type: 'edit-step', step, prompts: [wrong, good] })).toBe('ok')
    const before = room.session
    order(room, { type: 'start' })
    skip(room)
    expect(promptsOf(room)).toEqual([good])
    room.session = before
  }
  // It is looked at when the step is first live, not when it was planned.
  order(room, { type: 'edit-step', step, prompts: [good, later] })
  order(room, { type: 'start' })
  order(room, { type: 'hide', item: later })
  skip(room)
  expect(promptsOf(room)).toEqual([good])
})

test('S112 once it was live they stand: nothing edits them, and what becomes of an item takes it off no list', () => {
  const { room, items } = picked([{ kind: TRAY, prompts: 'brought' }, { kind: 'talk' }], 2)
  skip(room)
  expect(promptsOf(room)).toEqual(items)
  const step = findStop(room.session)?.step.id
  expect(order(room, { type: 'edit-step', step, prompts: [] })).toBe('wrong-phase')
  skip(room)
  order(room, { type: 'hide', item: items[0] })
  order(room, { type: 'reopen', step })
  expect(promptsOf(room)).toEqual(items)
  order(room, { type: 'back' })
  expect(order(room, { type: 'edit-step', step, prompts: [] })).toBe('wrong-phase')
  skip(room)
  expect(promptsOf(room)).toEqual(items)
})

test('S112 taken back and entered again, a step begins from what it began from', () => {
  const { room, items } = picked([{ kind: TRAY, prompts: 'brought' }], 1)
  skip(room)
  expect(promptsOf(room)).toEqual(items)
  expect(order(room, { type: 'undo' })).toBe('ok')
  const more = put(room)
  order(room, { type: 'pick-item', item: more })
  skip(room)
  expect(promptsOf(room)).toEqual(items)
})

test('S112 brought is what the nearest step before brings that brings anything, and no more than the method takes', () => {
  const { room, items } = picked([{ kind: TRAY }, { kind: 'talk' }, { kind: TRAY, prompts: 'brought' }], 3)
  // The step between keeps something, and brings nothing.
  skip(room)
  skip(room)
  skip(room)
  expect(promptsOf(room)).toEqual(items.slice(0, 2))
})

test('S112 brought of nothing is nothing, and no later step changes it', () => {
  const room = roomOf([{ kind: 'brainstorm' }, { kind: TRAY, prompts: 'brought' }, { kind: TRAY }])
  order(room, { type: 'start' })
  put(room)
  skip(room)
  expect(promptsOf(room)).toEqual([])
  expect(viewFor(room.session, room.facilitator, room.surroundings()).step).not.toHaveProperty('prompts')
})

test('S112 more than a method takes is refused, and anything at all by one that begins from its question alone', () => {
  const room = roomOf([{ kind: TRAY }, { kind: 'talk' }])
  const [step, talk] = room.session.agenda.map(({ id }) => id)
  const three = [put(room), put(room), put(room)]
  expect(order(room, { type: 'edit-step', step, prompts: three })).toBe('bad-input')
  expect(order(room, { type: 'insert-step', step: { kind: TRAY, prompts: three } })).toBe('bad-input')
  for (const prompts of ['brought', three.slice(0, 1)]) {
    expect(order(room, { type: 'edit-step', step: talk, prompts })).toBe('bad-input')
    expect(order(room, { type: 'insert-step', step: { kind: 'talk', prompts } })).toBe('bad-input')
  }
  order(room, { type: 'start' })
  const epoch = room.session.position.epoch
  expect(order(room, { type: 'switch-method', to: { kind: TRAY, prompts: three } })).toBe('bad-input')
  expect(order(room, { type: 'switch-method', to: { kind: 'talk', prompts: 'brought' } })).toBe('bad-input')
  expect(room.session.position.epoch).toBe(epoch)
})

test('S112 no method takes more than a command can carry, and takes kinds of items that there are', () => {
  for (const { prompts } of METHODS as readonly Method[]) {
    if (prompts) expect(prompts.most).toBeLessThanOrEqual(LIMITS.promptsPerStep)
  }
})

test('S112 a switch says before what would be brought, and then it is so, whatever was picked and became of it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('stays', 'hidden', 'stimulus'), { maxLength: 5 }), (fates) => {
      const { room } = picked([], 0)
      for (const fate of fates) {
        const item = put(room, fate === 'stimulus' ? 'stimulus' : 'idea')
        order(room, { type: 'pick-item', item })
        if (fate === 'hidden') order(room, { type: 'hide', item })
      }
      const to = { kind: TRAY, prompts: 'brought' as const }
      const seen = previewSwitch(room.session, to, {
        items: [],
        clusters: 0,
        links: 0,
        ready: new Map(),
        board: factsOf(room.circumstances()),
      })
      if (!seen.ok) throw new Error(seen.error.code)
      expect(order(room, { type: 'switch-method', to })).toBe('ok')
      expect(seen.value.prompts?.most).toBe(2)
      expect(promptsOf(room)).toEqual(seen.value.prompts?.brought)
      expect(promptsOf(room)).toHaveLength(Math.min(2, fates.filter((fate) => fate === 'stays').length))
    }),
  )
})
