import { expect, test } from 'vitest'
import { LIMITS } from '../../kernel/index.ts'
import { can } from '../../session/index.ts'
import { DecisionRoom } from '../../session/simulated/decision-room.ts'

const gather = (names: 'hidden' | 'shown' = 'hidden') => {
  const room = new DecisionRoom({}, names)
  const leila = room.enter('Leila')
  const omid = room.enter('Omid')
  const ideas = ['Text me', 'Waiting times', 'Fill in online'].map((text) => room.put(text))
  room.decideOn(ideas)
  return { room, leila, omid, ideas, lead: room.facilitator }
}

test('A1 a step that decides stands before what the nearest vote came to, with the place of each idea', () => {
  const { room, ideas } = gather()
  expect(room.see().scored?.places).toEqual(ideas.map((item, at) => ({ item, rank: at + 1 })))
  expect(room.see().scored?.step).toBe(room.session.agenda[0]?.id)
  const none = new DecisionRoom()
  none.order(none.facilitator, { type: 'start' })
  none.order(none.facilitator, { type: 'skip' })
  expect(none.see()).not.toHaveProperty('scored')
})

test('A2 whoever was made to decide decides, and where nobody was those who lead; others may only be asked', () => {
  const { room, leila, omid, lead } = gather()
  expect(
    room.order(lead, { type: 'draft-decision', text: 'We text people', items: [], why: 'It is cheap', revision: 0 }),
  ).toBe('ok')
  expect(room.order(omid, { type: 'draft-decision', text: 'No', revision: 1 })).toBe('not-allowed')
  expect([room.own(lead).decides, room.own(leila).decides]).toEqual([true, false])
  expect(can(room.session, lead, 'decide')).toBe(true)
  room.order(lead, { type: 'set-flag', seat: leila, flag: 'decider', on: true })
  expect([room.own(lead).decides, room.own(leila).decides]).toEqual([false, true])
  expect(room.see(omid).decider).toEqual({ seat: leila, name: 'Leila' })
  expect(room.order(lead, { type: 'decide', revision: 1 })).toBe('not-allowed')
  expect(can(room.session, lead, 'decide')).toBe(false)
  expect(room.order(omid, { type: 'decide', revision: 1 })).toBe('not-allowed')
  expect(room.order(leila, { type: 'decide', revision: 1 })).toBe('ok')
  expect(room.see().decision.decided).toMatchObject({ by: leila, name: 'Leila' })
})

test('A3 a decision needs words, and a reason where what came first is not among what was chosen', () => {
  const { room, ideas, lead } = gather()
  const [first, second] = ideas
  expect(room.see().lacks).toBe('text')
  expect(room.order(lead, { type: 'decide', revision: 0 })).toBe('closed text')
  room.order(lead, { type: 'draft-decision', text: 'We show waiting times', items: [second], revision: 0 })
  expect(room.see().lacks).toBe('why')
  expect(room.order(lead, { type: 'decide', revision: 1 })).toBe('closed why')
  expect(can(room.session, lead, 'decide')).toBe(false)
  room.order(lead, { type: 'draft-decision', items: [second, first], revision: 1 })
  expect(room.see()).not.toHaveProperty('lacks')
  room.order(lead, { type: 'draft-decision', items: [second], why: 'It can be done by Monday', revision: 2 })
  expect(room.order(lead, { type: 'decide', revision: 3 })).toBe('ok')
})

test('A4 nobody writes over what they have not seen, and what is changed after deciding is open again', () => {
  const { room, lead } = gather()
  expect(room.order(lead, { type: 'draft-decision', text: 'One', why: 'So', revision: 0 })).toBe('ok')
  expect(room.order(lead, { type: 'draft-decision', text: 'Two', revision: 0 })).toBe('closed changed')
  expect(room.order(lead, { type: 'decide', revision: 0 })).toBe('closed changed')
  expect(room.see().decision).toMatchObject({ text: 'One', why: 'So', revision: 1 })
  room.order(lead, { type: 'decide', revision: 1 })
  room.order(lead, { type: 'draft-decision', text: 'Three', revision: 1 })
  expect(room.see().decision).not.toHaveProperty('decided')
})

test('A5 a negative idea is never decided on nor made an action, nor is what is not on the board', () => {
  const { room, lead } = gather()
  const worse = room.put('Lose every letter', 'negative-idea')
  const spark = room.put('Lighthouse', 'stimulus')
  const gone = room.put('Gone')
  const owned = room.items.get(gone)
  if (owned) room.items.set(gone, { item: { ...owned.item, state: 'withdrawn' } })
  const owner = { outside: 'Olga' }
  for (const id of [worse, spark]) {
    expect(room.order(lead, { type: 'draft-decision', items: [id], revision: 0 })).toBe('bad-input items')
    expect(room.order(lead, { type: 'add-action', text: 'Try it', owner, items: [id] })).toBe('bad-input items')
  }
  expect(room.order(lead, { type: 'draft-decision', items: [gone], revision: 0 })).toBe('closed')
  expect(room.order(lead, { type: 'draft-decision', items: ['nothing-00000000'], revision: 0 })).toBe('unknown')
  expect(room.see().decision.chosen).toEqual([])
  expect(room.see().actions).toEqual([])
})

test('A6 where names are hidden nothing is kept of whose a concern is; where they are shown it is signed', () => {
  const { room, leila, omid, lead } = gather()
  expect(room.order(leila, { type: 'add-concern', text: 'Not everyone has a phone' })).toBe('ok')
  const [concern] = room.see(omid).concerns
  expect(concern).toEqual({ id: concern?.id, text: 'Not everyone has a phone', unsigned: true })
  expect(JSON.stringify(room.state())).not.toContain(leila)
  expect(room.order(leila, { type: 'drop-concern', concern: concern?.id })).toBe('not-allowed')
  expect(room.order(lead, { type: 'drop-concern', concern: concern?.id })).toBe('ok')

  const signed = gather('shown')
  signed.room.order(signed.leila, { type: 'add-concern', text: 'Cost' })
  const [own] = signed.room.see(signed.omid).concerns
  expect(own).toMatchObject({ text: 'Cost', unsigned: false, name: 'Leila' })
  expect(signed.room.order(signed.omid, { type: 'drop-concern', concern: own?.id })).toBe('not-allowed')
  expect(signed.room.order(signed.leila, { type: 'drop-concern', concern: own?.id })).toBe('ok')
})

test('A6 there is an end to concerns', () => {
  const { room, leila } = gather()
  for (let at = 0; at < LIMITS.concerns; at++) room.order(leila, { type: 'add-concern', text: `Concern ${at}` })
  expect(room.order(leila, { type: 'add-concern', text: 'One more' })).toBe('too-many')
})

test('A7 until it is shown a temperature check tells nobody more than how many answered; then how many said what', () => {
  const { room, leila, omid, lead } = gather()
  expect(room.order(leila, { type: 'answer-temperature', feeling: 'no' })).toBe('wrong-phase temperature')
  expect(room.order(leila, { type: 'ask-temperature' })).toBe('not-allowed')
  expect(room.order(lead, { type: 'ask-temperature' })).toBe('ok')
  room.order(leila, { type: 'answer-temperature', feeling: 'no' })
  room.order(leila, { type: 'answer-temperature', feeling: 'unsure' })
  room.order(omid, { type: 'answer-temperature', feeling: 'strong-yes' })
  for (const seat of [lead, leila, omid]) {
    expect(room.see(seat).temperature).toEqual({ state: 'open', round: 1, answered: 2 })
  }
  expect(room.own(leila).feeling).toBe('unsure')
  expect(room.own(lead)).not.toHaveProperty('feeling')
  expect(room.order(omid, { type: 'show-temperature' })).toBe('not-allowed')
  expect(room.order(lead, { type: 'show-temperature' })).toBe('ok')
  expect(room.see(omid).temperature).toEqual({
    state: 'shown',
    round: 1,
    counts: { 'strong-yes': 1, yes: 0, unsure: 1, no: 0 },
  })
  expect(JSON.stringify(room.state().temperature)).not.toContain(leila)
  expect(room.own(leila)).not.toHaveProperty('feeling')
  expect(room.order(leila, { type: 'answer-temperature', feeling: 'yes' })).toBe('wrong-phase temperature')
  room.order(lead, { type: 'ask-temperature' })
  expect(room.see().temperature).toEqual({ state: 'open', round: 2, answered: 0 })
})

test('A8 answers that nobody was shown are destroyed once the step is left or the session ends', () => {
  for (const press of ['skip', 'end']) {
    const { room, leila, lead } = gather()
    room.order(lead, { type: 'ask-temperature' })
    room.order(leila, { type: 'answer-temperature', feeling: 'no' })
    expect(room.order(lead, { type: press })).toBe('ok')
    expect(room.state()).not.toHaveProperty('temperature')
  }
})

test('A9 what somebody answered, owns and said goes with their seat, and nothing of them stays once they are forgotten', () => {
  const { room, leila, omid, lead } = gather('shown')
  room.order(lead, { type: 'ask-temperature' })
  room.order(leila, { type: 'answer-temperature', feeling: 'no' })
  room.order(leila, { type: 'add-concern', text: 'Cost' })
  room.order(leila, { type: 'add-action', text: 'Ask the clinic', owner: { seat: leila } })
  room.order(leila, { type: 'forget-me' })
  expect(JSON.stringify(room.state())).not.toContain(leila)
  expect(room.see(omid).temperature).toMatchObject({ answered: 1 })
  expect(room.see(omid).actions[0]?.owner).not.toHaveProperty('name')
  expect(room.see(omid).concerns[0]).toMatchObject({ text: 'Cost', unsigned: false })
  expect(room.see(omid).concerns[0]).not.toHaveProperty('name')
})

test('A9 who answered at two seats that become one has answered once', () => {
  const { room, leila, omid, lead } = gather()
  room.order(lead, { type: 'ask-temperature' })
  room.order(leila, { type: 'answer-temperature', feeling: 'no' })
  room.order(omid, { type: 'answer-temperature', feeling: 'yes' })
  expect(room.order(lead, { type: 'merge-seats', seat: leila, other: omid, name: 'Omid' })).toBe('ok')
  expect(room.see().temperature).toMatchObject({ answered: 1 })
  const [kept] = Object.keys(
    room.state().temperature?.state === 'open' ? (room.state().temperature as never)['answers'] : {},
  )
  expect(Object.keys(room.session.seats)).toContain(kept)
})
