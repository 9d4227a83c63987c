import { join } from 'node:path'
import { type MessageFormatElement, TYPE, parse } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'
import { findFirstTexts } from './first-texts.ts'

/** A catalogue, or of it what is said on the participant's path, or what is not. */
const CATALOGUE = /\/messages\/[a-z]{2}\.json(\?(first|later))?$/

/** A text in which nothing is filled in stays a text; any other becomes the tree of its parts. */
const compileMessage = (key: string, text: string): string | MessageFormatElement[] => {
  try {
    const tree = parse(text, { ignoreTag: true, requiresOtherClause: true })
    const [only] = tree
    return tree.length === 1 && only?.type === TYPE.literal ? only.value : tree
  } catch (cause) {
    throw new Error(`${key} is not a valid ICU message: ${text}`, { cause })
  }
}

/** Compiles `messages/<language>.json` of every feature while the client is built, so that no parser is shipped. */
export const compileMessages = (): Plugin => {
  let isFirst: ReturnType<typeof findFirstTexts> | undefined
  let src = ''
  return {
    name: 'roundel:messages',
    enforce: 'pre',
    configResolved: ({ root }) => {
      src = join(root, 'src')
    },
    transform: {
      filter: { id: CATALOGUE },
      handler: (code, id) => {
        const part = CATALOGUE.exec(id)?.[2]
        const belongs = (isFirst ??= findFirstTexts(src))
        const texts = Object.entries(JSON.parse(code) as Record<string, string>)
          .filter(([key]) => part === undefined || belongs(key) === (part === 'first'))
          .map(([key, text]) => [key, compileMessage(key, text)])
        return {
          code: `export default JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(texts)))})`,
          moduleType: 'js',
          map: null,
        }
      },
    },
  }
}
