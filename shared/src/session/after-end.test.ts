import { expect, test } from 'vitest'
import { LIMITS, type SeatId, type StepId } from '../kernel/index.ts'
import { findLinked, linkAction } from './action-links.ts'
import { openActionsOf } from './decided-steps.ts'
import { type Command, can } from './commands/index.ts'
import { DecisionRoom } from './simulated/decision-room.ts'
import { SimulatedRoom } from './simulated/room.ts'
import { viewFor } from './view/view-for.ts'

const gather = () => {
  const room = new DecisionRoom()
  const leila = room.enter('Leila')
  const omid = room.enter('Omid')
  const idea = room.put('Text mee')
  const lead = room.facilitator
  room.decideOn([idea])
  room.order(lead, { type: 'draft-decision', text: 'We text poeple', items: [idea], revision: 0 })
  room.order(lead, { type: 'decide', revision: 1 })
  room.order(lead, { type: 'add-action', text: 'Pilot it', owner: { seat: leila } })
  const action = room.see().actions[0]?.id
  if (!action) throw new Error('no action')
  const correct = [
    { type: 'correct-item', item: idea, text: 'Text me' },
    { type: 'correct-decision', step: room.stepId, text: 'We text people' },
    { type: 'correct-action', action, text: 'Pilot it at one clinic', due: '1970-03-01' },
  ]
  return { room, leila, omid, idea, lead, action, correct }
}

test('A20 after the end words are put right by those who lead, for fourteen days, and by nobody before', () => {
  const { room, leila, idea, lead, action, correct } = gather()
  for (const command of correct) expect(room.order(lead, command)).toBe('wrong-phase')
  room.order(lead, { type: 'end' })
  for (const command of correct) expect(room.order(leila, command)).toBe('not-allowed')
  for (const command of correct) expect(room.order(lead, command)).toBe('ok')
  expect(room.items.get(idea)?.item.text).toBe('Text me')
  expect(room.see().decision).toMatchObject({ text: 'We text people', decided: { by: lead } })
  expect(room.see().actions[0]).toMatchObject({ id: action, text: 'Pilot it at one clinic', due: '1970-03-01' })
  expect(room.order(lead, { type: 'correct-item', item: 'nothing-00000000', text: 'x' })).toBe('unknown')
  expect(room.order(lead, { type: 'correct-action', action: 'nothing-00000000', text: 'x' })).toBe('unknown')
  expect(room.order(lead, { type: 'correct-action', action, owner: { seat: 'nobody-000000000' } })).toBe('unknown')
  const worse = room.put('Worse', 'negative-idea')
  expect(room.order(lead, { type: 'correct-action', action, items: [worse] })).toBe('bad-input items')
  room.wait(LIMITS.correctionsMs)
  for (const command of correct) expect(room.order(lead, command)).toBe('frozen corrections')
})

test('A21 late ideas come after the end only when that was allowed, and until its last day', () => {
  const room = new SimulatedRoom({ agenda: [{ kind: 'brainstorm' }, { kind: 'talk' }, { kind: 'brainstorm' }] })
  const leila = room.enter('Leila')
  const lead = room.facilitator
  const order = (seat: SeatId, command: object): string => {
    const result = room.give(seat, command as Command)
    return result.ok ? 'ok' : result.error.code
  }
  const [ideas, talk, never] = room.session.agenda.map(({ id }) => id)
  order(lead, { type: 'start' })
  order(lead, { type: 'skip' })
  order(lead, { type: 'end' })
  const late = (step: unknown) => order(leila, { type: 'add-late', step, text: 'Late' })
  expect(can(room.session, leila, 'add-late')).toBe(false)
  expect(late(ideas)).toBe('ended')
  expect(order(leila, { type: 'set-setting', lateUntil: room.now + 1000 })).toBe('not-allowed')
  expect(order(lead, { type: 'set-setting', lateUntil: room.now + 1000 })).toBe('ok')
  expect(can(room.session, leila, 'add-late')).toBe(true)
  expect([late(talk), late(never), late(ideas)]).toEqual(['bad-input', 'unknown', 'ok'])
  const [added] = [...room.items.values()]
  expect(added).toMatchObject({ owner: leila, item: { text: 'Late', late: true, step: ideas, state: 'published' } })
  expect(added?.item).not.toHaveProperty('author')
  const kept = room.write(leila, 'Kept for me', { step: ideas as StepId, state: 'composing' })
  expect(order(leila, { type: 'publish-late', draft: kept })).toBe('ok')
  room.wait(1000)
  expect(late(ideas)).toBe('ended')
  expect(order(leila, { type: 'publish-late', draft: kept })).toBe('ended')
  expect(order(lead, { type: 'set-setting', lateUntil: null })).toBe('ok')
  expect(room.session.settings).not.toHaveProperty('lateUntil')
})

test('A22 after the end its owner says how an action went, or who leads, however late; nobody else does', () => {
  const { room, leila, omid, lead, action } = gather()
  const report = { type: 'report-action', action, state: 'done', outcome: 'worse', what: 'Fewer came' }
  expect(room.order(leila, report)).toBe('wrong-phase')
  room.order(lead, { type: 'end' })
  room.wait(LIMITS.correctionsMs * 4)
  expect(room.order(omid, report)).toBe('not-allowed')
  expect(room.order(leila, report)).toBe('ok')
  expect(room.see().actions[0]).toMatchObject({ state: 'done', reviewed: { outcome: 'worse', what: 'Fewer came' } })
  expect(openActionsOf([room.session])).toEqual([])
  expect(room.order(lead, { ...report, state: 'open' })).toBe('ok')
  expect(room.see().actions[0]).not.toHaveProperty('reviewed')
  expect(openActionsOf([room.session])).toMatchObject([{ text: 'Pilot it', owner: 'Leila', title: 'The front desk' }])
})

test('A23 an action has one link, made by its owner or who leads; no view tells of it, and it ends with its owner', () => {
  const { room, leila, omid, lead, action } = gather()
  expect(linkAction(room.session, omid, action, 'hash-1', 5)).toMatchObject({ error: { code: 'not-allowed' } })
  const made = linkAction(room.session, leila, action, 'hash-1', 5)
  if (!made.ok) throw new Error(made.error.code)
  expect(findLinked(made.value, 'hash-1')?.action.id).toBe(action)
  const again = linkAction(made.value, lead, action, 'hash-2', 6)
  if (!again.ok) throw new Error(again.error.code)
  expect(findLinked(again.value, 'hash-1')).toBeUndefined()
  expect(findLinked(again.value, 'hash-2')?.decision.text).toBe('We text poeple')
  room.session = again.value
  for (const seat of [lead, leila, omid]) {
    expect(JSON.stringify(viewFor(room.session, seat, room.surroundings()))).not.toContain('hash-2')
  }
  room.order(lead, { type: 'end' })
  expect(room.order(leila, { type: 'forget-me' })).toBe('ok')
  expect(findLinked(room.session, 'hash-2')).toBeUndefined()
  expect(room.see().actions[0]?.owner).not.toHaveProperty('name')
})

test('A52 what was put right after the end is marked as that, and what was left as it was is not', () => {
  const { room, leila, idea, lead, action, correct } = gather()
  room.order(lead, { type: 'end' })
  const marked = () => viewFor(room.session, leila, room.surroundings()).session.corrected
  const same = [
    { type: 'correct-item', item: idea, text: 'Text mee' },
    { type: 'correct-decision', step: room.stepId, text: 'We text poeple' },
    { type: 'correct-action', action, text: 'Pilot it', owner: { seat: leila }, due: '1970-02-01', metric: '' },
  ]
  for (const command of same) expect(room.order(lead, command)).toBe('ok')
  expect(marked()).toBeUndefined()
  expect([room.see().decision, room.see().actions[0]].some((each) => each && 'corrected' in each)).toBe(false)
  room.wait(7)
  for (const command of correct) expect(room.order(lead, command)).toBe('ok')
  expect(marked()).toEqual([idea])
  expect(room.see().decision.corrected).toBe(room.now)
  expect(room.see().actions[0]?.corrected).toBe(room.now)
})

test('A53 the link of an action is ended by its owner or who leads, and nobody else', () => {
  const { room, leila, omid, lead, action } = gather()
  const made = linkAction(room.session, leila, action, 'hash-1', 5)
  if (!made.ok) throw new Error(made.error.code)
  expect(linkAction(made.value, omid, action, undefined, 6)).toMatchObject({ error: { code: 'not-allowed' } })
  for (const seat of [leila, lead]) {
    const ended = linkAction(made.value, seat, action, undefined, 6)
    if (!ended.ok) throw new Error(ended.error.code)
    expect(findLinked(ended.value, 'hash-1')).toBeUndefined()
  }
})
