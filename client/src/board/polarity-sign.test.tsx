// @vitest-environment jsdom
import { ITEM_KINDS, type Item } from '@roundel/shared/board'
import { LANGUAGES } from '@roundel/shared/session'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aView, anId } from '../testing/a-view.ts'
import { playRoom } from '../testing/played-room.tsx'
import { listOfStep } from './items.ts'
import { Note } from './note.tsx'

const STEP = anId<'step'>('step-1')

const anItem = (kind: Item['kind']): Item => ({
  id: anId<'item'>(kind),
  kind,
  step: STEP,
  text: `A text of ${kind}`,
  lang: 'en',
  rank: 'a0',
  state: 'published',
})

const WORDS = { en: 'worse idea', ru: 'вредная идея', fa: 'ایدهٔ بدترکننده' } as const

test.each(LANGUAGES)('M89 a note says by a word and a shape that it would make things worse, in %s', (language) => {
  const { render } = playRoom(aView({ step: {} }))
  for (const kind of ITEM_KINDS) {
    const { unmount } = render(<Note item={anItem(kind)} isOwn={false} />, language)
    const isWorse = kind === 'negative-idea'
    expect([kind, screen.queryByText(WORDS[language]) !== null]).toEqual([kind, isWorse])
    expect([kind, /worse/.test(screen.getByRole('article').className)]).toEqual([kind, isWorse])
    unmount()
  }
})

test('M89 where groups are made there is no worse idea, and everywhere else there is', () => {
  const items = new Map((['idea', 'negative-idea'] as const).map((kind) => [anId<'item'>(kind), anItem(kind)]))
  const kindsIn = (group: 'all' | 'some' | 'none') =>
    listOfStep(items, { id: STEP, policies: { group } }).map(({ kind }) => kind)
  expect(kindsIn('all')).toEqual(['idea'])
  expect(kindsIn('some')).toEqual(['idea'])
  expect(kindsIn('none').toSorted()).toEqual(['idea', 'negative-idea'])
  expect(listOfStep(items, { id: STEP })).toHaveLength(2)
})
