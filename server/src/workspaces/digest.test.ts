import type { Item } from '@roundel/shared/board'
import { type ItemId, asId } from '@roundel/shared/kernel'
import { NOTHING_DECIDED } from '@roundel/shared/methods'
import type { DecideWork } from '@roundel/shared/methods/decide'
import type { Session } from '@roundel/shared/session'
import { expect, test } from 'vitest'
import { digestOf } from './digest.ts'
import { openHeard } from './heard.ts'
import type { PastSession } from './stored-past.ts'

const DAY = 86_400_000

const id = <Kind extends string>(name: string) => asId<Kind>(name.padEnd(16, '0'))
const DECIDE = id<'step'>('decide')
const GROUP = id<'cluster'>('group')

const anItem = (name: string, more: Partial<Item> = {}): Item => ({
  id: id(name),
  kind: 'idea',
  step: id('write'),
  text: name,
  lang: 'en',
  rank: '',
  state: 'published',
  ...more,
})

/** A session that came to this in its one step, with what stands on its board. */
const decided = (items: readonly Item[], work: Partial<DecideWork>): PastSession => {
  const session = {
    id: id<'session'>('session'),
    title: 'A session',
    createdAt: 0,
    position: { state: 'ended', at: 0 },
    seats: {},
    agenda: [{ id: DECIDE, kind: 'decide', names: 'hidden', settings: {}, state: 'done' }],
    workings: { [DECIDE]: { ...NOTHING_DECIDED, ...work } },
  } as unknown as Session
  return { session, items: new Map(items.map((item) => [item.id, item])), clusters: new Map(), links: new Map() }
}

const chose = (chosen: readonly ItemId[], isDecided = true): DecideWork['decision'] => ({
  text: 'It is done',
  chosen,
  why: '',
  revision: 1,
  ...(isDecided && { decided: { at: 0, by: id('seat') } }),
})

const anAction = (name: string, items: readonly ItemId[]): DecideWork['actions'][number] => ({
  id: id(name),
  text: name,
  owner: { outside: 'Omid' },
  items,
  state: 'done',
})

/** What is known of places, by the names of items and actions. */
const across = (heard: Readonly<Record<string, number>>, tried: Readonly<Record<string, number>> = {}) => ({
  heardOf: ({ item }: { readonly item: string }) => heard[item.replace(/0+$/, '')],
  triedAt: ({ action }: { readonly action: string }) => tried[action.replace(/0+$/, '')],
})

test('Z83 of what was decided it is counted what goes back to a client, a group where one of its ideas does', () => {
  const items = [anItem('sign'), anItem('tea', { cluster: GROUP }), anItem('hall', { cluster: GROUP })]
  const chosen = [id<'item'>('sign'), asId<'item'>(GROUP)]
  const past = decided(items, { decision: chose(chosen) })
  expect(digestOf(past, across({}))).toMatchObject({ decided: 2, heard: 0 })
  expect(digestOf(past, across({ hall: 5 }))).toMatchObject({ decided: 2, heard: 1 })
  expect(digestOf(past, across({ hall: 5, sign: 1 }))).toMatchObject({ decided: 2, heard: 2 })
  const open = decided(items, { decision: chose(chosen, false) })
  expect(digestOf(open, across({ sign: 1 }))).toMatchObject({ decided: 0, heard: 0 })
})

test('Z84 the days of an idea are those of the calendar from what a client said first to its first trial', () => {
  const [sign, tea, hall] = ['sign', 'tea', 'hall'].map((name) => id<'item'>(name)) as [ItemId, ItemId, ItemId]
  const actions = [anAction('print', [sign]), anAction('paint', [sign, hall]), anAction('brew', [tea])]
  const past = decided([anItem('sign'), anItem('tea'), anItem('hall')], { actions })
  const daysOf = (heard: Readonly<Record<string, number>>, tried: Readonly<Record<string, number>>) =>
    digestOf(past, across(heard, tried)).trialDays
  const heard = { sign: DAY - 1, hall: 5 * DAY, tea: 8 * DAY }
  expect(daysOf(heard, {})).toEqual([])
  expect(daysOf(heard, { print: 12 * DAY, paint: 10 * DAY })).toEqual([10, 5])
  // What was noted only after the trial did not lead to it, and who said nothing is not counted.
  expect(daysOf(heard, { brew: 7 * DAY })).toEqual([])
  expect(daysOf(heard, { brew: 8 * DAY + 1 })).toEqual([0])
  expect(daysOf({ sign: 0 }, { paint: 10 * DAY })).toEqual([10])
})

test('Z83 a board on which nothing was decided is not looked through', () => {
  const past: PastSession = {
    ...decided([anItem('sign')], { decision: chose([id('sign')], false) }),
    get links(): PastSession['links'] {
      throw new Error('the board was looked through')
    },
  }
  const known = { heardOf: openHeard([past], undefined), triedAt: () => undefined }
  expect(digestOf(past, known)).toMatchObject({ decided: 0, heard: 0, trialDays: [] })
  expect(() => known.heardOf({ session: past.session.id, item: id('sign') })).toThrow('looked through')
})
