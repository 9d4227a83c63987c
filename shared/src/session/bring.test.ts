import { expect, test } from 'vitest'
import { LIMITS, asId } from '../kernel/index.ts'
import { type Brought, bringIn, listHomes } from './bring.ts'
import type { Origin } from './session.ts'
import { SimulatedRoom } from './simulated/room.ts'

const idea = (text: string, more: Partial<Brought> = {}): Brought => ({ kind: 'idea', text, lang: 'en', ...more })

const bring = (room: SimulatedRoom, brought: readonly Brought[]) => {
  const decided = bringIn(room.session, brought, room.circumstances())
  if (decided.ok) room.carryOut({ ...decided.value, answer: {} })
  return decided
}

const textsOf = (room: SimulatedRoom) => [...room.items.values()].map(({ item }) => item.text)

test('Z9 what is brought stands in the first step to come, then in the live one, in its order, and is nobody’s', () => {
  const room = new SimulatedRoom({ agenda: [{ kind: 'brainstorm' }, { kind: 'talk' }] })
  const [first, second] = room.session.agenda
  bring(room, [idea('One'), idea('Two')])
  room.give(room.facilitator, { type: 'start' })
  room.give(room.facilitator, { type: 'skip' })
  bring(room, [idea('Three')])
  expect([...room.items.values()].map(({ item, owner }) => [item.text, item.step, owner])).toEqual([
    ['One', first?.id, undefined],
    ['Two', first?.id, undefined],
    ['Three', second?.id, undefined],
  ])
})

test('Z9 each name makes one group; what may not be judged stands in none', () => {
  const room = new SimulatedRoom()
  bring(room, [
    idea('One', { group: 'Hall' }),
    idea('Two', { group: 'Desk' }),
    idea('Three', { group: 'Hall' }),
    idea('Worse', { group: 'Hall', kind: 'negative-idea' }),
  ])
  expect([...room.clusters.values()].map(({ title }) => title)).toEqual(['Hall', 'Desk'])
  const groups = [...room.items.values()].map(({ item }) => item.cluster && room.clusters.get(item.cluster)?.title)
  expect(groups).toEqual(['Hall', 'Desk', 'Hall', undefined])
})

test('Z9 the same thing is brought once from where it stands, also twice in one go', () => {
  const room = new SimulatedRoom()
  const origin: Origin = { type: 'contact', contact: asId('contact-00000001'), line: 0 }
  const other: Origin = { ...origin, line: 1 }
  bring(room, [idea('One', { origin }), idea('One again', { origin }), idea('Two', { origin: other })])
  bring(room, [idea('One', { origin }), idea('Three')])
  expect(textsOf(room)).toEqual(['One', 'Two', 'Three'])
  expect(Object.values(room.session.origins ?? {})).toEqual([origin, other])
})

test('Z9 a step to come begins from the questions and insights that are brought, as far as its method takes them', () => {
  const room = new SimulatedRoom({ agenda: [{ kind: 'brainstorm' }] })
  const many = Array.from({ length: 8 }, (_each, index) => idea(`Why ${index}`, { kind: 'question' }))
  bring(room, [idea('An idea'), ...many])
  const [step] = room.session.agenda
  const prompts = (step?.prompts ?? []) as readonly string[]
  const texts = prompts.map((id) => room.items.get(asId(id))?.item.text)
  expect(texts).toEqual(['Why 0', 'Why 1', 'Why 2', 'Why 3', 'Why 4', 'Why 5'])
})

test('Z9 where there is no room nothing is brought, and after the end neither', () => {
  const room = new SimulatedRoom()
  const around = { ...room.circumstances(), itemCount: () => LIMITS.itemsPerBoard - 1 }
  expect(bringIn(room.session, [idea('One'), idea('Two')], around)).toMatchObject({
    ok: false,
    error: { code: 'too-many', details: { left: 1 } },
  })
  expect(bringIn(room.session, [idea('One')], around)).toMatchObject({ ok: true })
  room.give(room.facilitator, { type: 'start' })
  room.give(room.facilitator, { type: 'end' })
  expect(bringIn(room.session, [idea('One')], room.circumstances())).toMatchObject({ error: { code: 'ended' } })
})

test('Z63 what is brought stands in the first step to come that people work in, or in the one that was chosen', () => {
  const room = new SimulatedRoom({
    agenda: [{ kind: 'talk' }, { kind: 'break' }, { kind: 'brainstorm' }, { kind: 'score' }],
  })
  const [talk, , third, fourth] = room.session.agenda
  expect(listHomes(room.session.agenda).map(({ kind }) => kind)).toEqual(['brainstorm', 'score'])
  bring(room, [idea('One')])
  const chosen = bringIn(room.session, [idea('Two')], room.circumstances(), fourth?.id)
  expect([...room.items.values()].map(({ item }) => item.step)).toEqual([third?.id])
  expect(chosen).toMatchObject({ ok: true, value: { writes: [{ item: { step: fourth?.id } }] } })
  const elsewhere = bringIn(room.session, [idea('Three')], room.circumstances(), asId('step-of-elsewher'))
  expect(elsewhere).toMatchObject({ error: { code: 'unknown' } })
  room.give(room.facilitator, { type: 'start' })
  room.give(room.facilitator, { type: 'skip' })
  const over = bringIn(room.session, [idea('Four')], room.circumstances(), talk?.id)
  expect(over).toMatchObject({ error: { code: 'wrong-phase' } })
  expect(listHomes([{ kind: 'talk', state: 'planned' }])).toHaveLength(1)
})
