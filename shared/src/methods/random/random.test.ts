import { expect, test } from 'vitest'
import { asId } from '../../kernel/index.ts'
import { random } from './index.ts'
import { isOffered } from './presses.ts'

const brief = (input: object): string =>
  random
    .plan(input)
    .map(({ key, minutes, begins }) => `${begins ? `${begins}>` : ''}${key} ${minutes}`)
    .join(', ')

test('M17 random associations take 15 minutes: associate 3, connect 3 after a reveal, bridge 6, share 3 after another', () => {
  expect(brief({})).toBe('associate 3, reveal>connect 3, bridge 6, reveal>share 3')
})

test('M17 the long plan frames first and groups at the end', () => {
  expect(brief({ frame: 3, associate: 5, connect: 5, bridge: 8, share: 6, group: 3 })).toBe(
    'frame 3, associate 5, reveal>connect 5, bridge 8, reveal>share 6, group 3',
  )
})

test('M17 whatever phase is skipped, the next one begins with its reveal; without any left nothing would be shown', () => {
  expect(brief({ connect: 0 })).toBe('associate 3, reveal>bridge 6, reveal>share 3')
  expect(brief({ share: 0, group: 4 })).toBe('associate 3, reveal>connect 3, bridge 6, reveal>group 4')
  expect(brief({ bridge: 0 })).toBe('associate 3, reveal>connect 3, share 3')
  expect(random.accepts({ share: 0 })).toBe(false)
  expect(random.accepts({ connect: 0, bridge: 0, share: 0 })).toBe(false)
})

test('M17 associations and ideas are written in private; what is on the board is corrected by its owner alone', () => {
  const [associate, connect, bridge, share] = random.plan({})
  expect(associate.policies).toMatchObject({ add: 'private', kinds: ['association'], edit: 'none', place: 'none' })
  expect(connect?.policies).toMatchObject({ add: 'none', kinds: [], edit: 'own', place: 'none' })
  expect(bridge?.policies).toMatchObject({ add: 'private', kinds: ['idea'], edit: 'none' })
  expect(share).toMatchObject({ policies: { add: 'open', kinds: ['idea'], edit: 'own' }, deals: 'reading' })
})

test('M17 three words are drawn for all unless the settings say otherwise', () => {
  expect(random.shows({})).toEqual({
    scope: 'shared',
    count: 3,
    deck: 'words',
    goalPerPerson: 10,
    provenance: 'shown',
  })
  for (const wrong of [
    { scope: 'room' },
    { count: 0 },
    { count: 7 },
    { count: 2.5 },
    { deck: 'tarot' },
    { seed: '' },
    { seed: 'two\nlines' },
    { seed: 'x'.repeat(65) },
    { provenance: 'secret' },
  ]) {
    expect(random.accepts(wrong)).toBe(false)
  }
})

test('M17 of a deck that people brought everyone learns which it is, and no card that was not drawn', () => {
  const shown = (cards: readonly string[]) => random.shows({ deck: { lang: 'en', cards } })
  const one = shown(['Lamp', 'Harbour'])
  expect(one).toMatchObject({ deck: 'own', deckLang: 'en' })
  expect(JSON.stringify(one)).not.toContain('Harbour')
  expect(shown(['Lamp', 'Harbour'])).toEqual(one)
  expect(shown(['Harbour', 'Lamp'])).not.toEqual(one)
})

test('M17 it works beside the ideas of earlier steps that are named', () => {
  const earlier = [asId<'step'>('step000000000001')]
  expect(random.input({ earlier })).toEqual(earlier)
  expect(random.input({})).toEqual([])
})

test('M18 each phase offers what can be done with cards in it, and no other does', () => {
  const phases = ['frame', 'associate', 'connect', 'bridge', 'share', 'group', 'constructor']
  const offering = (press: Parameters<typeof isOffered>[0]) => phases.filter((phase) => isOffered(press, phase))
  expect(offering('draw')).toEqual(['associate', 'connect', 'bridge', 'share'])
  expect(offering('redraw')).toEqual(['associate'])
  expect(offering('draw-more')).toEqual(['bridge'])
  expect(offering('swap')).toEqual(['associate', 'connect', 'bridge'])
  expect(offering('connect')).toEqual(['connect'])
})
