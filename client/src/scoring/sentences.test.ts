import { AGGREGATES, AGREEMENTS, SCORINGS, type SentenceKey } from '@roundel/shared/scoring'
import { expect, test } from 'vitest'
import english from './messages/en.json'

/** The compiler asks for every sentence that a result may be told in, and for none besides. */
const SENTENCES: Readonly<Record<SentenceKey, true>> = {
  'nothing-in-order': true,
  first: true,
  'first-tied': true,
  stable: true,
  'hangs-on-few': true,
  level: true,
  talk: true,
  'top-divided': true,
  'all-agreed': true,
  'highest-on': true,
  tier: true,
  harms: true,
  shortlist: true,
  'no-dots': true,
  'cycle-overruled': true,
  'cycle-level': true,
  'rules-agree': true,
  'rules-differ': true,
  'concord-little': true,
  'concord-some': true,
  'concord-clear': true,
  'concord-strong': true,
  'one-voter': true,
  'no-quorum': true,
  'secrecy-weak': true,
  'not-enough-votes': true,
}

const expectTexts = (group: string, names: readonly string[]): void => {
  for (const name of names) expect(Object.keys(english)).toContain(`scoring.${group}.${name}`)
}

test('C5 there are words for every sentence about a result, and for everything that a scoring names', () => {
  expectTexts('say', Object.keys(SENTENCES))
  expectTexts(
    'name',
    SCORINGS.map(({ id }) => id),
  )
  expectTexts(
    'criterion',
    SCORINGS.flatMap((scoring) => scoring.criteria({}).map(({ key }) => key)),
  )
  expectTexts('figure', AGGREGATES)
  expectTexts('agreement', AGREEMENTS)
})
