// @vitest-environment jsdom
import { asId } from '@roundel/shared/kernel'
import { expect, test } from 'vitest'
import { keptBy, useKeptTexts } from './kept-texts.ts'

const [session, ann, bob] = [asId<'session'>('one'), asId<'seat'>('ann'), asId<'seat'>('bob')]
const text = (id: string, says: string, seat = ann) => ({ id, session, seat, text: says, at: 1 })

test('C94 what is kept is shown to the seat that wrote it, and to no other on the same device', () => {
  useKeptTexts.setState({ texts: [] })
  const { keep } = useKeptTexts.getState()
  keep([text('a', 'by Ann'), text('b', 'by Bob', bob), { id: 'c', session, text: 'by whoever', at: 1 }])
  const says = (seat: typeof ann) => keptBy(useKeptTexts.getState().texts, session, seat).map((kept) => kept.text)
  expect(says(ann)).toEqual(['by Ann', 'by whoever'])
  expect(says(bob)).toEqual(['by Bob', 'by whoever'])
})

test('C94 a second text of a record does not replace the first, the same one is kept once, and each goes by itself', () => {
  useKeptTexts.setState({ texts: [] })
  const { keep, drop } = useKeptTexts.getState()
  keep([text('a', 'first'), text('a', 'first')])
  keep([text('a', 'first'), text('a', 'second')])
  const says = () => useKeptTexts.getState().texts.map((kept) => kept.text)
  expect(says()).toEqual(['first', 'second'])
  drop(session, [{ id: 'a', text: 'first' }])
  expect(says()).toEqual(['second'])
})
