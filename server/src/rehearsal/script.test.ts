import { LIMITS } from '@roundel/shared/kernel'
import { findMereNegation } from '@roundel/shared/methods/reverse'
import { LANGUAGES, NewSession } from '@roundel/shared/session'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { SCRIPTS, planRehearsal, shareOf, themeOf, worseOf } from './script.ts'

test.each(LANGUAGES)(
  'W37 the script in %s has eight people, and every idea comes from exactly one of them',
  (language) => {
    const script = SCRIPTS[language]
    const ideas = script.themes.flatMap((theme) => theme.ideas)
    expect(script.names).toHaveLength(8)
    expect(new Set(script.names).size).toBe(8)
    expect(new Set(ideas).size).toBe(ideas.length)
    const brought = script.names.flatMap((_, nth) => shareOf(script, nth))
    expect(brought.toSorted()).toEqual(ideas.toSorted())
    for (const nth of script.names.keys()) {
      const themes = shareOf(script, nth).map((idea) => themeOf(script, idea))
      expect(themes.length).toBeGreaterThanOrEqual(3)
      expect(new Set(themes).size).toBe(themes.length)
    }
    for (const idea of ideas) expect(idea.length).toBeLessThan(LIMITS.ideaHintCharacters)
  },
)

test('W37 the scripts say the same in every language', () => {
  const [en, ...others] = LANGUAGES.map((language) => [
    SCRIPTS[language].worse.length,
    ...SCRIPTS[language].themes.map(({ ideas }) => ideas.length),
  ])
  for (const other of others) expect(other).toEqual(en)
})

test.each(LANGUAGES)('W37 whatever makes things worse in %s is turned into something of its own', (language) => {
  const script = SCRIPTS[language]
  expect(script.names.flatMap((_, nth) => worseOf(script, nth)).toSorted()).toEqual(
    script.worse.map(({ bad }) => bad).toSorted(),
  )
  for (const { bad, good } of script.worse) expect(findMereNegation(bad, good, language)).toBeUndefined()
})

test.each(LANGUAGES)('W37 the rehearsal in %s is a session that anybody could create', (language) => {
  expect(v.is(NewSession, planRehearsal(language))).toBe(true)
})
