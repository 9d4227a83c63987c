import { parse } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'

const CATALOGUE = /\/messages\/[a-z]{2}\.json$/

/** Turns the texts of a catalogue into the trees that react-intl formats, so that no parser is shipped. */
const compileCatalogue = (texts: Readonly<Record<string, string>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => {
      try {
        return [key, parse(text, { ignoreTag: true, requiresOtherClause: true })]
      } catch (cause) {
        throw new Error(`${key} is not a valid ICU message: ${text}`, { cause })
      }
    }),
  )

/** Compiles `messages/<language>.json` of every feature while the client is built. */
export const compileMessages = (): Plugin => ({
  name: 'roundel:messages',
  enforce: 'pre',
  transform: {
    filter: { id: CATALOGUE },
    handler: (code) => ({
      code: `export default JSON.parse(${JSON.stringify(JSON.stringify(compileCatalogue(JSON.parse(code) as Record<string, string>)))})`,
      moduleType: 'js',
      map: null,
    }),
  },
})
