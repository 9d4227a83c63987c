import { expect, test } from 'vitest'
import { search } from './search.ts'

const names = (typed: string, ...all: readonly string[]): readonly string[] =>
  search(
    all.map((name) => ({ name })),
    typed,
  ).map(({ name }) => name)

test('C36 a name is found without case and accents', () => {
  expect(names('CREER', 'Créer un groupe', 'Aide')).toEqual(['Créer un groupe'])
  expect(names('еще', 'Ещё', 'Помощь')).toEqual(['Ещё'])
})

test('C36 Persian names are found however their letters are typed', () => {
  expect(names('خوشه تازه', 'خوشهٔ تازه', 'راهنما')).toEqual(['خوشهٔ تازه'])
  expect(names('كارها', 'همهٔ کارها')).toEqual(['همهٔ کارها'])
  expect(names('هیچكس', 'هیچ‌کس')).toEqual(['هیچ‌کس'])
})

test('C36 words are found in any order, and what begins with them comes first', () => {
  expect(names('group new', 'New group', 'Group')).toEqual(['New group'])
  expect(names('re', 'More', 'Theme: as is', 'Reveal 3 ideas', 'Redo')).toEqual(['Reveal 3 ideas', 'Redo', 'More'])
  expect(names('', 'b', 'a')).toEqual(['b', 'a'])
})
