import type { Item, Link, LinkType } from '@roundel/shared/board'
import { asId } from '@roundel/shared/kernel'
import type { Origin, Session } from '@roundel/shared/session'
import { type ContactKind, type Workspace, createWorkspace } from '@roundel/shared/workspace'
import { expect, test } from 'vitest'
import { openHeard } from './heard.ts'
import type { PastSession } from './stored-past.ts'

const id = <Kind extends string>(name: string) => asId<Kind>(name.padEnd(16, '0'))

const anItem = (name: string, more: Partial<Item> = {}): Item => ({
  id: id(name),
  kind: 'idea',
  step: id('step'),
  text: name,
  lang: 'en',
  rank: '',
  state: 'published',
  ...more,
})

/** A session with a step for each list of prompts, and what stands on its board. Only what trails are read from. */
const aSession = (
  name: string,
  {
    items,
    links = [],
    origins = {},
    steps = { step: [] },
  }: {
    readonly items: readonly Item[]
    readonly links?: readonly (readonly [from: string, type: LinkType, to: string])[]
    readonly origins?: Readonly<Record<string, Origin>>
    readonly steps?: Readonly<Record<string, readonly string[] | 'brought'>>
  },
): PastSession => {
  const session: Pick<Session, 'id' | 'createdAt' | 'origins'> & { readonly agenda: readonly object[] } = {
    id: id(name),
    createdAt: 0,
    agenda: Object.entries(steps).map(([step, prompts]) => ({
      id: id(step),
      prompts: prompts === 'brought' ? prompts : prompts.map((prompt) => id(prompt)),
    })),
    origins: Object.fromEntries(Object.entries(origins).map(([item, origin]) => [id(item), origin])),
  }
  const joined = links.map(([from, type, to], index): Link => ({
    id: id(`link${index}`),
    type,
    from: id(from),
    to: id(to),
  }))
  return {
    session: session as Session,
    items: new Map(items.map((item) => [item.id, item])),
    clusters: new Map(),
    links: new Map(joined.map((link) => [link.id, link])),
  }
}

const workspace: Workspace = {
  ...createWorkspace(
    { title: 'Team', language: 'en' },
    { now: 0, newId: () => id<'workspace'>('team'), retentionDays: 400 },
  ),
  contacts: (
    [
      ['late', 'client', 30],
      ['early', 'client', 10],
      ['survey', 'research', 1],
    ] as const
  ).map(([name, kind, at]: readonly [string, ContactKind, number]) => ({
    id: id(name),
    kind,
    who: 'Somebody',
    at,
    lines: ['We wait', 'It is cold'],
  })),
}

const lineOf = (contact: string, line = 0): Origin => ({ type: 'contact', contact: id(contact), line })
const itemOf = (session: string, item: string): Origin => ({ type: 'item', session: id(session), item: id(item) })

/** When a client said first what an item of the last session goes back to. */
const heard = (item: string, ...past: readonly PastSession[]): number | undefined => {
  const last = past.at(-1)
  if (!last) throw new Error('no session')
  return openHeard(past, workspace)({ session: last.session.id, item: id(item) })
}

test('Z85 a trail leads through all sessions to a line of a talk with a client, and not to a question that people were asked', () => {
  const first = aSession('first', {
    items: ['said', 'asked', 'lost', 'own'].map((name) => anItem(name, { kind: 'insight' })),
    origins: { said: lineOf('late', 1), asked: lineOf('survey'), lost: lineOf('late', 2) },
  })
  const second = aSession('second', {
    items: ['said', 'asked', 'lost', 'own'].map((name) => anItem(name)),
    origins: Object.fromEntries(['said', 'asked', 'lost', 'own'].map((name) => [name, itemOf('first', name)])),
  })
  expect(['said', 'asked', 'lost', 'own'].map((item) => heard(item, first, second))).toEqual([
    30,
    undefined,
    undefined,
    undefined,
  ])
  // Nothing is known of a session that is gone.
  expect(heard('said', second)).toBeUndefined()
})

const FOLLOWED: readonly (readonly [LinkType, 'onward' | 'back' | 'never'])[] = [
  ['builds-on', 'onward'],
  ['inverts', 'onward'],
  ['inspired-by', 'onward'],
  ['addresses', 'onward'],
  ['answers', 'onward'],
  ['derived-from', 'onward'],
  ['caused-by', 'back'],
  ['evidence-for', 'back'],
  ['becomes', 'back'],
  ['evidence-against', 'never'],
  ['associates', 'never'],
  ['same-cause-as', 'never'],
]

test.each(FOLLOWED)('Z85 a trail goes by the link “%s”: %s', (type, way) => {
  const past = aSession('first', {
    items: [anItem('said'), anItem('of'), anItem('to')],
    links: [
      ['of', type, 'said'],
      ['said', type, 'to'],
    ],
    origins: { said: lineOf('early') },
  })
  expect([heard('of', past), heard('to', past)]).toEqual([
    way === 'onward' ? 10 : undefined,
    way === 'back' ? 10 : undefined,
  ])
})

test('Z85 what stands for merged ones goes back to what these do, and the earliest counts', () => {
  const past = aSession('first', {
    items: [anItem('idea'), anItem('one', { state: 'merged' }), anItem('two', { state: 'merged' })],
    links: [
      ['one', 'duplicate-of', 'idea'],
      ['two', 'duplicate-of', 'one'],
    ],
    origins: { one: lineOf('late'), two: lineOf('early') },
  })
  expect(heard('idea', past)).toBe(10)
})

test('Z85 what was written in a step goes back to what it began from, where all of that leads to a client', () => {
  const meet = (steps: Readonly<Record<string, readonly string[] | 'brought'>>) =>
    aSession('first', {
      items: [
        anItem('said', { step: id('one') }),
        anItem('too', { step: id('one') }),
        anItem('own', { step: id('one') }),
        anItem('root', { step: id('one'), kind: 'cause' }),
        anItem('idea', { step: id('two') }),
        anItem('brought', { step: id('two') }),
      ],
      origins: { said: lineOf('late'), too: lineOf('early'), brought: lineOf('survey') },
      steps,
    })
  expect(heard('idea', meet({ one: [], two: ['said'] }))).toBe(30)
  expect(heard('idea', meet({ one: [], two: ['said', 'too'] }))).toBe(10)
  expect(heard('idea', meet({ one: [], two: ['said', 'own'] }))).toBeUndefined()
  expect(heard('idea', meet({ one: [], two: 'brought' }))).toBeUndefined()
  // A root was looked for because of what the step before began from.
  expect(heard('idea', meet({ one: ['said'], two: ['root'] }))).toBe(30)
  // What stood there before the step, or was brought into it, was not written because of it.
  expect(heard('own', meet({ one: ['said', 'own'], two: [] }))).toBeUndefined()
  expect(heard('brought', meet({ one: [], two: ['said'] }))).toBeUndefined()
  // Steps that name each other lead nowhere, and come to an end.
  expect(heard('idea', meet({ one: ['idea'], two: ['root'] }))).toBeUndefined()
})

test('Z85 a trail ends where something was withdrawn or hidden', () => {
  for (const state of ['withdrawn', 'hidden'] as const) {
    const past = aSession('first', {
      items: [anItem('said', { state }), anItem('idea')],
      links: [['idea', 'inspired-by', 'said']],
      origins: { said: lineOf('early') },
    })
    expect(heard('idea', past)).toBeUndefined()
  }
})
