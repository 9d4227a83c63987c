import type { DraftItem, Item } from '@roundel/shared/board'
import type { ItemId } from '@roundel/shared/kernel'
import { expect, test } from 'vitest'
import { aView, anId } from '../testing/a-view.ts'
import { itemColour, stepColour } from './colours.ts'
import { findOwn, listPublished } from './items.ts'
import { findLeftOver } from './left-over.ts'

const step = anId<'step'>('step-1')
const item = (name: string, more: Partial<Item> = {}): Item => ({
  id: anId<'item'>(name),
  kind: 'idea',
  step,
  text: name,
  lang: 'en',
  rank: '',
  state: 'published',
  ...more,
})
const draft = (name: string, more: Partial<DraftItem> = {}): DraftItem => ({
  id: anId<'item'>(name),
  kind: 'idea',
  step,
  text: name,
  lang: 'en',
  state: 'composing',
  ...more,
})
const byId = <Each extends { readonly id: ItemId }>(...all: readonly Each[]) =>
  new Map(all.map((each) => [each.id, each]))

test('C17 only one’s own draft tells which unsigned items are one’s own', () => {
  const items = byId(item('a'), item('b'), item('c', { author: anId<'seat'>('leila') }))
  const drafts = byId(draft('d', { state: 'published', boardItem: anId<'item'>('a') }))
  expect([...findOwn(items, drafts, anId<'seat'>('leila'))].toSorted()).toEqual([anId('a'), anId('c')])
  expect([...findOwn(items, new Map(), anId<'seat'>('omid'))]).toEqual([])
})

test('C17 a note without a colour of its own has its step’s, the same for everybody', () => {
  const { agenda } = aView().session
  expect(itemColour(item('a'), agenda)).toBe(stepColour(agenda, step))
  expect(itemColour(item('a', { colour: 'rose' }), agenda)).toBe('rose')
})

test('C22 hidden, merged and withdrawn items are not on the list, and ranks order it', () => {
  const items = byId(item('a', { rank: 'V2' }), item('b', { rank: 'V1' }), item('c', { state: 'withdrawn' }))
  expect(listPublished(items).map(({ text }) => text)).toEqual(['b', 'a'])
})

test('C12 what is left over of a step is asked about once; the sentence in the composer and other steps’ are not', () => {
  const drafts = byId(
    draft('asked'),
    draft('ready', { state: 'ready' }),
    draft('kept'),
    draft('in composer'),
    draft('empty', { text: ' ' }),
    draft('done', { state: 'published', boardItem: anId<'item'>('x') }),
    draft('elsewhere', { step: anId<'step'>('step-2') }),
  )
  const { asked, kept } = findLeftOver(
    drafts,
    (of) => of === step,
    new Set([anId<'item'>('kept')]),
    new Set([anId<'item'>('in composer')]),
  )
  expect(asked.map(({ text }) => text)).toEqual(['asked', 'ready'])
  expect(kept.map(({ text }) => text)).toEqual(['kept'])
})
