import { expect, test } from 'vitest'
import { type SessionId, asId } from '../../kernel/index.ts'
import type { Action, ActionId, EarlierAction } from './action.ts'
import { fatesOf } from './fates.ts'

const id = <Kind extends string>(name: string) => asId<Kind>(name.padEnd(16, '0'))
const [first, second, third] = ['first', 'second', 'third'].map((name) => id<'session'>(name)) as [
  SessionId,
  SessionId,
  SessionId,
]

const anAction = (name: string, more: Partial<Action> = {}): Action => ({
  id: id(name),
  text: name,
  owner: { outside: 'Omid' },
  items: [],
  state: 'open',
  ...more,
})

const said = (session: SessionId, action: string, more: Partial<EarlierAction>): EarlierAction => ({
  session,
  action: id(action),
  title: '',
  text: action,
  owner: 'Omid',
  state: 'open',
  ...more,
})

const better = { outcome: 'better', what: 'Fewer calls', at: 1 } as const
const of = (session: SessionId, actions: readonly Action[], earlier: readonly EarlierAction[] = []) => ({
  session,
  work: { actions, earlier },
})
const place = (session: SessionId, action: string) => ({ session, action: id<'action'>(action) as ActionId })

test('A24 an action that nobody looked at again is as it was left, and one that nobody knows is nothing', () => {
  const fateOf = fatesOf([of(first, [anAction('sign'), anAction('tea', { state: 'done', reviewed: better })])])
  expect(fateOf(place(first, 'sign'))).toEqual({ state: 'open', session: first })
  expect(fateOf(place(first, 'tea'))).toEqual({ state: 'done', reviewed: better, session: first })
  expect(fateOf(place(second, 'sign'))).toBeUndefined()
})

test('A24 what the last session said of it counts; that it was listed again says nothing', () => {
  const fateOf = fatesOf([
    of(first, [anAction('sign')]),
    of(second, [], [said(first, 'sign', { state: 'dropped' })]),
    of(third, [], [said(first, 'sign', {})]),
  ])
  expect(fateOf(place(first, 'sign'))).toEqual({ state: 'dropped', session: second })
})

test('A24 one that was carried over is followed to where it goes on', () => {
  const carried = said(first, 'sign', { state: 'carried', carriedAs: id('again') })
  const sessions = [of(first, [anAction('sign')]), of(second, [anAction('again')], [carried])]
  expect(fatesOf(sessions)(place(first, 'sign'))).toEqual({ state: 'carried', session: second })
  const done = said(second, 'again', { state: 'done', reviewed: better })
  expect(fatesOf([...sessions, of(third, [], [done])])(place(first, 'sign'))).toEqual({
    state: 'done',
    reviewed: better,
    session: third,
  })
})

test('A24 actions that are said to carry each other on come to an end', () => {
  const round = [
    said(first, 'one', { state: 'carried', carriedAs: id('two') }),
    said(second, 'two', { state: 'carried', carriedAs: id('two') }),
  ]
  expect(fatesOf([of(second, [], round)])(place(first, 'one'))).toEqual({ state: 'carried', session: second })
})
