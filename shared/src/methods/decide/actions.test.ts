import { expect, test } from 'vitest'
import { LIMITS, asId } from '../../kernel/index.ts'
import { DecisionRoom } from '../../session/simulated/decision-room.ts'
import { type OpenAction, isOverdue, listOpenActions, listReported } from './index.ts'

const gather = () => {
  const room = new DecisionRoom()
  const leila = room.enter('Leila')
  const omid = room.enter('Omid')
  const idea = room.put('Text me')
  return { room, leila, omid, idea, lead: room.facilitator }
}

const EARLIER: OpenAction = {
  session: asId('session-of-may-0'),
  action: asId('action-of-may-00'),
  title: 'May',
  text: 'Shorten the form',
  owner: 'Reza',
  due: '1970-01-01',
  metric: 'pages',
}

test('A10 an action has words and an owner who takes part or is named, and is due in a month unless that is said', () => {
  const { room, leila, idea, lead } = gather()
  room.decideOn([idea])
  expect(room.order(lead, { type: 'add-action', text: 'Pilot it', owner: { seat: leila }, items: [idea, idea] })).toBe(
    'ok',
  )
  expect(room.order(lead, { type: 'add-action', text: 'Call them', owner: { outside: 'Olga' }, due: null })).toBe('ok')
  expect(room.order(lead, { type: 'add-action', text: 'Ask', owner: { seat: 'nobody-000000000' }, due: null })).toBe(
    'unknown',
  )
  const [one, two] = room.see().actions
  // The clock of the room stands in January 1970.
  expect(one).toMatchObject({
    text: 'Pilot it',
    owner: { seat: leila, name: 'Leila' },
    due: '1970-02-01',
    items: [idea],
    state: 'open',
  })
  expect(two).toMatchObject({ owner: { outside: 'Olga' } })
  expect(two).not.toHaveProperty('due')
})

test('A11 anybody takes an action on themselves, changes and removes it; for others those do who write the decision down', () => {
  const { room, leila, omid, idea, lead } = gather()
  room.decideOn([idea])
  expect(room.order(leila, { type: 'add-action', text: 'Mine', owner: { seat: leila } })).toBe('ok')
  expect(room.order(leila, { type: 'add-action', text: 'His', owner: { seat: omid } })).toBe('not-allowed')
  const action = room.see().actions[0]?.id
  expect(room.order(omid, { type: 'edit-action', action, text: 'No' })).toBe('not-allowed')
  expect(room.order(leila, { type: 'edit-action', action, owner: { seat: omid } })).toBe('not-allowed')
  expect(room.order(leila, { type: 'edit-action', action, due: null, metric: 'calls' })).toBe('ok')
  expect(room.see().actions[0]).toMatchObject({ text: 'Mine', metric: 'calls' })
  expect(room.see().actions[0]).not.toHaveProperty('due')
  expect(room.order(lead, { type: 'edit-action', action, owner: { seat: omid }, metric: '' })).toBe('ok')
  expect(room.see().actions[0]).not.toHaveProperty('metric')
  expect(room.order(leila, { type: 'remove-action', action })).toBe('not-allowed')
  expect(room.order(omid, { type: 'remove-action', action })).toBe('ok')
  expect(room.see().actions).toEqual([])
})

test('A11 there is an end to actions', () => {
  const { room, idea, lead } = gather()
  room.decideOn([idea])
  for (let at = 0; at < LIMITS.actions; at++)
    room.order(lead, { type: 'add-action', text: `${at}`, owner: { outside: 'O' } })
  expect(room.order(lead, { type: 'add-action', text: 'One more', owner: { outside: 'O' } })).toBe('too-many')
})

test('A12 what earlier sessions left open is taken up as the step begins, once, and in one step only', () => {
  const { room, idea, lead } = gather()
  room.open = [EARLIER]
  room.decideOn([idea])
  expect(room.see().earlier).toEqual([{ ...EARLIER, state: 'open' }])
  room.order(lead, { type: 'skip' })
  room.order(lead, { type: 'reopen', step: room.stepId })
  expect(room.see().earlier).toHaveLength(1)
  const first = room.stepId
  room.order(lead, { type: 'switch-method', to: { kind: 'decide' } })
  const second = room.session.agenda.find(({ kind, id }) => kind === 'decide' && id !== first)
  expect(room.session.workings?.[second?.id ?? first]).toMatchObject({ earlier: [] })
})

test('A13 an earlier action is done, carried over or dropped, with what came of it, and that can be taken back', () => {
  const { room, leila, idea, lead } = gather()
  room.open = [EARLIER]
  room.decideOn([idea])
  const { session, action } = EARLIER
  const review = (state: string, more: object = {}) => ({
    type: 'review-action',
    session,
    action,
    state,
    outcome: 'better',
    what: 'Two pages less',
    ...more,
  })
  expect(room.order(leila, review('done'))).toBe('not-allowed')
  expect(room.order(lead, { ...review('done'), action: 'no-such-action-0' })).toBe('unknown')
  expect(room.order(lead, review('done'))).toBe('ok')
  expect(room.see().earlier[0]).toMatchObject({
    state: 'done',
    reviewed: { outcome: 'better', what: 'Two pages less', at: room.now },
  })
  expect(room.order(lead, review('carried', { outcome: 'not-tried' }))).toBe('ok')
  expect(room.see().actions).toMatchObject([
    {
      text: 'Shorten the form',
      owner: { outside: 'Reza' },
      metric: 'pages',
      from: { session, action },
      due: '1970-02-01',
      state: 'open',
    },
  ])
  expect(room.see().earlier[0]).toMatchObject({ state: 'carried', carriedAs: room.see().actions[0]?.id })
  // Said once more it goes on once.
  room.order(lead, review('carried'))
  expect(room.see().actions).toHaveLength(1)
  expect(room.order(lead, review('dropped'))).toBe('ok')
  expect(room.see().actions).toEqual([])
  expect(room.order(lead, review('open'))).toBe('ok')
  expect(room.see().earlier).toEqual([{ ...EARLIER, state: 'open' }])
  room.order(lead, review('carried', { owner: { seat: leila }, due: null }))
  const [carried] = room.see().actions
  expect(carried).toMatchObject({ owner: { seat: leila } })
  expect(carried).not.toHaveProperty('due')
  // Who takes the new one away leaves the old one open.
  room.order(lead, { type: 'remove-action', action: carried?.id })
  expect(room.see().earlier).toEqual([{ ...EARLIER, state: 'open' }])
})

test('A56 what came of an earlier action says only of causes that it goes back to that they were none, and only where it was tried', () => {
  const { room, idea, lead } = gather()
  const [forms, desk] = ['forms-0000000000', 'desk-00000000000'].map((item) => ({
    session: EARLIER.session,
    item: asId<'item'>(item),
    text: item,
  }))
  if (!forms || !desk) throw new Error('no causes')
  room.open = [{ ...EARLIER, causes: [forms] }]
  room.decideOn([idea])
  const placeOf = ({ session, item }: typeof forms) => ({ session, item })
  const { session, action } = EARLIER
  const review = (more: object) => ({
    type: 'review-action',
    session,
    action,
    state: 'done',
    outcome: 'worse',
    what: '',
    ...more,
  })
  expect(room.order(lead, review({ refutes: [placeOf(desk)] }))).toBe('unknown')
  expect(room.order(lead, review({ outcome: 'not-tried', refutes: [placeOf(forms)] }))).toBe('bad-input refutes')
  expect(room.see().earlier[0]?.state).toBe('open')
  expect(room.order(lead, review({ refutes: [placeOf(forms)] }))).toBe('ok')
  expect(room.see().earlier[0]?.reviewed?.refutes).toEqual([placeOf(forms)])
  // Said again without it, nothing is said of the cause.
  expect(room.order(lead, review({}))).toBe('ok')
  expect(room.see().earlier[0]?.reviewed).not.toHaveProperty('refutes')
})

test('A13 what nobody is known to go on with is not carried over without an owner', () => {
  const { room, idea, lead } = gather()
  room.open = [{ ...EARLIER, owner: '' }]
  room.decideOn([idea])
  const { session, action } = EARLIER
  const review = { type: 'review-action', session, action, state: 'carried', outcome: 'same' }
  expect(room.order(lead, review)).toBe('bad-input owner')
  expect(room.order(lead, { ...review, owner: { outside: 'Olga' } })).toBe('ok')
})

test('A15 over several sessions an action is open until it is done, dropped, or goes on in a later one', () => {
  const { room, leila, idea, lead } = gather()
  room.decideOn([idea])
  for (const text of ['Stays', 'Carried', 'Dropped'])
    room.order(lead, { type: 'add-action', text, owner: { seat: leila } })
  const nameOf = (seat: string) => room.session.seats[asId<'seat'>(seat)]?.name
  const may = { session: room.session.id, title: 'May', nameOf, work: room.state() }
  const [stays, carried, dropped] = listOpenActions([may])
  expect([stays, carried, dropped].map((open) => open?.text)).toEqual(['Stays', 'Carried', 'Dropped'])
  expect(stays).toMatchObject({ owner: 'Leila', session: room.session.id, title: 'May', due: '1970-02-01' })

  const next = gather()
  next.room.open = [stays, carried, dropped].flatMap((open) => open ?? [])
  next.room.session = { ...next.room.session, id: asId('session-of-june-') }
  next.room.decideOn([next.idea])
  const say = (open: OpenAction | undefined, state: string) =>
    next.room.order(next.lead, {
      type: 'review-action',
      session: open?.session,
      action: open?.action,
      state,
      outcome: 'same',
    })
  expect([say(carried, 'carried'), say(dropped, 'dropped')]).toEqual(['ok', 'ok'])
  const june = { session: next.room.session.id, title: 'June', nameOf, work: next.room.state() }
  expect(listOpenActions([may, june]).map(({ text, title }) => [text, title])).toEqual([
    ['Stays', 'May'],
    ['Carried', 'June'],
  ])
})

test('A15 an action is overdue from the day after its day on, while it is open', () => {
  expect(isOverdue({ state: 'open', due: '2026-11-22' }, '2026-11-22')).toBe(false)
  expect(isOverdue({ state: 'open', due: '2026-11-22' }, '2026-11-23')).toBe(true)
  expect(isOverdue({ state: 'done', due: '2026-11-22' }, '2026-11-23')).toBe(false)
  expect(isOverdue({ state: 'open' }, '2026-11-23')).toBe(false)
})

test('A50 how an earlier action went becomes an insight once, where it was tried and said; what is taken back takes it along', () => {
  const { room, leila, idea, lead } = gather()
  room.open = [EARLIER]
  room.decideOn([idea])
  const { session, action } = EARLIER
  const keep = { type: 'keep-insight', session, action }
  const say = (state: string, outcome: string, what = '') =>
    room.order(lead, { type: 'review-action', session, action, state, outcome, what })
  expect(room.order(lead, keep)).toBe('closed said')
  say('dropped', 'not-tried', 'Nobody had the time')
  expect(room.order(lead, keep)).toBe('closed said')
  say('done', 'better')
  expect(room.order(lead, keep)).toBe('closed said')
  say('done', 'worse', 'Two pages more')
  expect(room.order(leila, keep)).toBe('not-allowed')
  expect(room.order(lead, { ...keep, action: 'no-such-action-0' })).toBe('unknown')
  expect(room.order(lead, keep)).toBe('ok')
  const insight = room.see().earlier[0]?.insight
  expect(insight && room.items.get(insight)).toMatchObject({
    item: { kind: 'insight', text: 'Two pages more (Shorten the form)', state: 'published', step: room.stepId },
  })
  expect(insight && room.items.get(insight)?.owner).toBeUndefined()
  expect(room.order(lead, keep)).toBe('duplicate')
  // Said otherwise, it is not what was seen any more.
  say('open', 'not-tried')
  expect(insight && room.items.get(insight)?.item.state).toBe('withdrawn')
  expect(room.see().earlier).toEqual([{ ...EARLIER, state: 'open' }])
  say('carried', 'same', 'As long as before')
  expect(room.order(lead, keep)).toBe('ok')
  const second = room.see().earlier[0]?.insight
  room.order(lead, { type: 'remove-action', action: room.see().actions[0]?.id })
  expect(second && room.items.get(second)?.item.state).toBe('withdrawn')
})

test('A51 what was said since the end of how an action went is handed on as it was said, until a session has looked at it', () => {
  const reviewed = { outcome: 'better', what: 'Two pages less', at: 5 } as const
  const { room, leila, idea, lead } = gather()
  room.decideOn([idea])
  for (const text of ['Told', 'Open']) room.order(lead, { type: 'add-action', text, owner: { seat: leila } })
  room.order(lead, { type: 'end' })
  const told = room.see().actions[0]?.id
  room.order(leila, { type: 'report-action', action: told, state: 'done', outcome: 'better', what: 'Two pages less' })
  const nameOf = () => 'Leila'
  const may = { session: room.session.id, title: 'May', nameOf, work: room.state() }
  expect(listOpenActions([may]).map(({ text }) => text)).toEqual(['Open'])
  const reported = listReported([may])
  expect(reported).toMatchObject([{ text: 'Told', owner: 'Leila', state: 'done', reviewed: { outcome: 'better' } }])

  const next = gather()
  next.room.session = { ...next.room.session, id: asId('session-of-june-') }
  next.room.open = [{ ...EARLIER, state: 'done', reviewed }, ...reported]
  next.room.decideOn([next.idea])
  expect(next.room.see().earlier).toMatchObject([
    { text: 'Shorten the form', state: 'done', reviewed },
    { text: 'Told', state: 'done', reviewed: { what: 'Two pages less' } },
  ])
  const { session, action } = EARLIER
  expect(next.room.order(next.lead, { type: 'keep-insight', session, action })).toBe('ok')
  const june = { session: next.room.session.id, title: 'June', nameOf, work: next.room.state() }
  expect(listReported([may, june])).toEqual([])
})
