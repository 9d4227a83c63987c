import { expect, test } from 'vitest'
import { type SessionId, asId } from '../../kernel/index.ts'
import type { Action, EarlierAction } from './action.ts'
import { trialsOf } from './trials.ts'

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
  state: 'done',
  ...more,
})
const tried = (at: number) => ({ reviewed: { outcome: 'worse', what: '', at } }) as const
const of = (session: SessionId, actions: readonly Action[], earlier: readonly EarlierAction[] = []) => ({
  session,
  work: { actions, earlier },
})

test('A55 an action was tried when that was first said, by its owner or a later session, wherever it went on', () => {
  const place = { session: first, action: id<'action'>('sign') }
  const untried = { reviewed: { outcome: 'not-tried', what: '', at: 1 } } as const
  const carried = said(first, 'sign', { state: 'carried', carriedAs: id('again'), ...untried })
  const begun = [of(first, [anAction('sign', untried)])]
  expect(trialsOf(begun)(place)).toBeUndefined()
  const seen = [...begun, of(second, [anAction('again')], [carried])]
  expect(trialsOf(seen)(place)).toBeUndefined()
  const later = [...seen, of(third, [], [said(second, 'again', tried(90))])]
  expect(trialsOf(later)(place)).toBe(90)
  expect(trialsOf([...later, of(third, [], [said(first, 'sign', tried(70))])])(place)).toBe(70)
  expect(trialsOf([of(first, [anAction('sign', tried(20))]), ...later.slice(1)])(place)).toBe(20)
})

test('A55 actions that are said to carry each other on come to an end', () => {
  const round = ['one', 'two'].map((name, index) =>
    said(first, name, { state: 'carried', carriedAs: id(index === 0 ? 'two' : 'one') }),
  )
  expect(trialsOf([of(first, [], round)])({ session: first, action: id<'action'>('one') })).toBeUndefined()
})
