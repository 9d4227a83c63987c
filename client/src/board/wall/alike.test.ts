import type { Item } from '@roundel/shared/board'
import { expect, test } from 'vitest'
import { anId } from '../../testing/a-view.ts'
import { listAlike } from './alike.ts'

const item = (text: string, more: Partial<Item> = {}): Item => ({
  id: anId<'item'>(text.slice(0, 12)),
  kind: 'idea',
  step: anId<'step'>('step-1'),
  text,
  lang: 'en',
  rank: '',
  state: 'published',
  ...more,
})

const door = anId<'cluster'>('door')
const tea = item('Tea and water for all', { cluster: door })
const others = [
  item('A quiet hour'),
  item('Signs at the door', { cluster: door }),
  item('WATER and tea'),
  item('Worse tea', { kind: 'negative-idea' }),
  item('یک صندلی راحت'),
]
const textsOf = (items: readonly Item[]) => items.map(({ text }) => text)

test('C44 what could say the same comes first: shared words, then the same group, then as it stood; nothing of another kind', () => {
  expect(textsOf(listAlike(tea, [tea, ...others]))).toEqual([
    'WATER and tea',
    'Signs at the door',
    'A quiet hour',
    'یک صندلی راحت',
  ])
})

test('C44 a note is found by beginnings of its words, in any script and case', () => {
  expect(textsOf(listAlike(tea, others, 'QUI'))).toEqual(['A quiet hour'])
  expect(textsOf(listAlike(tea, others, 'door sig'))).toEqual(['Signs at the door'])
  expect(textsOf(listAlike(tea, others, 'صند'))).toEqual(['یک صندلی راحت'])
  expect(textsOf(listAlike(tea, others, 'nothing'))).toEqual([])
})
