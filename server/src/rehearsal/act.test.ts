import { type Cluster, type DraftItem, type Item, openBoard } from '@roundel/shared/board'
import { asId } from '@roundel/shared/kernel'
import type { StepPart, View } from '@roundel/shared/session'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Situation, chooseAct } from './act.ts'
import { SCRIPTS, associationsOf, shareOf, worseOf } from './script.ts'

const script = SCRIPTS.en
const share = shareOf(script, 0)
const STEP = asId<'step'>('step-00000000001')
const ME = asId<'seat'>('seat-me-00000001')

const policies = { add: 'none', kinds: [], edit: 'none', place: 'none', group: 'none' } as const

const situation = (step: Partial<StepPart>, rest: Partial<Situation> = {}): Situation => ({
  view: {
    session: { state: 'live' },
    me: { seat: ME, state: 'seated', marks: [], can: { mark: true, 'add-item': true } },
    step: { id: STEP, names: 'hidden', locked: false, policies, ...step },
  } as unknown as View,
  script,
  share,
  worse: worseOf(script, 0),
  associations: associationsOf(script, 0),
  drafts: [],
  board: openBoard(new Y.Doc()),
  placed: 0,
  random: () => 0,
  ...rest,
})

const draftOf = (text: string, state: DraftItem['state']): DraftItem => ({
  id: asId('draft-0000000001'),
  kind: 'idea',
  step: STEP,
  text,
  lang: 'en',
  state,
})

const fill = (items: readonly Partial<Item>[], clusters: readonly Partial<Cluster>[] = []) => {
  const board = openBoard(new Y.Doc())
  for (const [nth, cluster] of clusters.entries()) {
    board.clusters.add({ id: asId(`cluster-0000000${nth}`), step: STEP, title: '', ...cluster })
  }
  for (const [nth, item] of items.entries()) {
    const id = asId<'item'>(`item-0000000000${nth}`)
    board.items.add({
      id,
      kind: 'idea',
      step: STEP,
      text: '',
      lang: 'en',
      rank: `a${nth}`,
      state: 'published',
      ...item,
    })
  }
  return board
}

describe('W38 in private', () => {
  const write = { policies: { ...policies, add: 'private', kinds: ['idea'] } } as const

  test('W38 a sentence grows until it is whole, then it is finished', () => {
    const [whole = ''] = share
    let act = chooseAct(situation(write))
    let text = act.type === 'begin' ? act.text : ''
    expect(whole.startsWith(text)).toBe(true)
    for (let turn = 0; act.type !== 'finish' && turn < 20; turn++) {
      act = chooseAct(situation(write, { drafts: [draftOf(text, 'composing')] }))
      if (act.type === 'go-on') text = act.text
    }
    expect(act).toEqual({ type: 'finish', draft: 'draft-0000000001', text: whole })
  })

  test('W38 whoever has written all but the last idea says so, once', () => {
    const drafts = share.slice(0, -1).map((text) => draftOf(text, 'ready'))
    expect(chooseAct(situation(write, { drafts }))).toEqual({ type: 'say-ready' })
    const ready = situation(write, { drafts })
    const me = { ...ready.view.me, marks: [{ type: 'ready' as const, seat: ME }] }
    expect(chooseAct({ ...ready, view: { ...ready.view, me } })).toEqual({ type: 'rest' })
  })
})

describe('W38 in the open', () => {
  const open = { policies: { ...policies, add: 'open', kinds: ['idea'] } } as const

  test('W38 the last idea is added once, and nothing where names are shown or the board is locked', () => {
    const late = share.at(-1) as string
    expect(chooseAct(situation(open))).toEqual({ type: 'add', text: late })
    expect(chooseAct(situation(open, { board: fill([{ text: late }]) }))).toEqual({ type: 'rest' })
    expect(chooseAct(situation({ ...open, names: 'shown' }))).toEqual({ type: 'rest' })
    expect(chooseAct(situation({ ...open, locked: true }))).toEqual({ type: 'rest' })
  })
})

describe('W38 while items are grouped', () => {
  const grouping = { policies: { ...policies, place: 'all', group: 'all' } } as const
  const [theme] = script.themes
  const text = theme?.ideas[0] ?? ''

  test('W38 an idea goes to the group of its theme, which is made when there is none', () => {
    const name = theme?.name ?? ''
    const first = asId<'item'>('item-00000000000')
    expect(chooseAct(situation(grouping, { board: fill([{ text }]) }))).toEqual({
      type: 'make-cluster',
      title: name,
      first,
    })
    const board = fill([{ text }], [{ title: name }])
    expect(chooseAct(situation(grouping, { board }))).toEqual({
      type: 'place',
      item: first,
      cluster: 'cluster-00000000',
    })
  })

  test('W38 what somebody else wrote or placed is left to them, and nobody moves more than a share', () => {
    expect(chooseAct(situation(grouping, { board: fill([{ text: 'What people wrote' }]) }))).toEqual({ type: 'rest' })
    const placed = fill([{ text, cluster: asId('cluster-00000000') }], [{ title: 'Elsewhere' }])
    expect(chooseAct(situation(grouping, { board: placed }))).toEqual({ type: 'rest' })
    expect(chooseAct(situation(grouping, { board: fill([{ text }]), placed: 1 }))).toEqual({ type: 'rest' })
  })

  test('W38 whoever may not make groups makes none, unless they are named', () => {
    const some = { policies: { ...policies, place: 'all', group: 'some' } } as const
    expect(chooseAct(situation(some, { board: fill([{ text }]) }))).toEqual({ type: 'rest' })
    expect(chooseAct(situation({ ...some, named: [ME] }, { board: fill([{ text }]) }))).toMatchObject({
      type: 'make-cluster',
    })
  })
})

test('W38 after the end everybody leaves, and before the beginning everybody waits', () => {
  const before = situation({})
  const { step: _, ...view } = before.view
  expect(chooseAct({ ...before, view })).toEqual({ type: 'rest' })
  const ended = { ...before.view, session: { ...before.view.session, state: 'ended' as const } }
  expect(chooseAct({ ...before, view: ended })).toEqual({ type: 'leave' })
})

describe('W37 in a reverse brainstorm', () => {
  const private_ = { ...policies, add: 'private', kinds: ['negative-idea'] } as const
  const turning = { ...policies, add: 'open', kinds: ['idea'], inverts: 'negative-idea' } as const
  const [first] = script.worse
  const board = fill([
    { kind: 'negative-idea', text: first?.bad ?? '' },
    { kind: 'negative-idea', text: 'Of a guest' },
  ])
  const [known, strange] = [...board.items.all().keys()]
  const at = (work: object, step: Partial<StepPart>, rest: Partial<Situation> = {}) => {
    const made = situation(step, { board, ...rest })
    const me = { ...made.view.me, work, can: { ...made.view.me.can, 'already-true': true, 'deal-turning': true } }
    return chooseAct({ ...made, view: { ...made.view, me } as View })
  }
  const own = { admitted: [], dealt: 0, isFree: false, turned: [] }

  test('W37 people write what makes things worse, and all of it', () => {
    const [bad = '', second = ''] = worseOf(script, 0)
    expect(chooseAct(situation({ policies: private_ }))).toMatchObject({ type: 'begin', text: bad.slice(0, 18) })
    const drafts = [bad, second].map((text) => draftOf(text, 'ready'))
    expect(chooseAct(situation({ policies: private_ }, { drafts }))).toEqual({ type: 'say-ready' })
  })

  test('W37 they say of a few that they are done already', () => {
    expect(at(own, {})).toEqual({ type: 'give', command: { type: 'already-true', item: known, isTrue: true } })
    expect(at({ ...own, admitted: [known, strange] }, {})).toEqual({ type: 'rest' })
  })

  test('W37 they ask for one, turn it round in the words of the script, and pass on what others wrote', () => {
    const step = { policies: turning }
    expect(at(own, step)).toEqual({ type: 'give', command: { type: 'deal-turning' } })
    expect(at({ ...own, turning: known }, step)).toMatchObject({ command: { text: first?.good, inverts: [known] } })
    expect(at({ ...own, turning: strange }, step)).toEqual({
      type: 'give',
      command: { type: 'pass-on', item: strange },
    })
    expect(at({ ...own, isFree: true }, step)).toEqual({ type: 'rest' })
    expect(at(own, step, { random: () => 0.9 })).toEqual({ type: 'rest' })
  })
})

describe('M39 what simulated people do with cards', () => {
  const card = asId<'item'>('card-00000000001')

  test('M39 they say what a card brings to mind, about a card of theirs, and not an idea', () => {
    const associating = { policies: { ...policies, add: 'private', kinds: ['association'] } } as const
    const base = situation(associating)
    const act = chooseAct({
      ...base,
      view: { ...base.view, me: { ...base.view.me, work: { hand: [{ item: card }] } } },
    })
    const [first = ''] = associationsOf(script, 0)
    expect(act).toEqual({ type: 'begin', text: first.slice(0, 18), inspiredBy: [card] })
  })

  test('M39 they connect two things that lie open, in a line that nobody has said, and never one with itself', () => {
    const sparks = [{ kind: 'stimulus' }, { kind: 'association' }, { kind: 'idea' }] as const
    const connecting = situation({}, { board: fill(sparks) })
    const may = { ...connecting.view.me, can: { connect: true } } as const
    const act = chooseAct({ ...connecting, view: { ...connecting.view, me: may } })
    expect(act).toMatchObject({ type: 'give', command: { type: 'connect', text: script.connections[0] } })
    if (act.type === 'give') expect(new Set([act.command['from'], act.command['to']]).size).toBe(2)
    expect(
      chooseAct({ ...connecting, board: fill([{ kind: 'stimulus' }]), view: { ...connecting.view, me: may } }),
    ).toEqual({
      type: 'rest',
    })
  })
})
