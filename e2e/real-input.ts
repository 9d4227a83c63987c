import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from './people.ts'

/** How a text comes into the composer: letter by letter, from elsewhere as one, or from elsewhere as a list. */
export type Manner = 'typed' | 'pasted' | 'one' | 'list' | 'built'

export interface Input {
  readonly manner: Manner
  readonly language: Language
  /** What is typed or pasted. */
  readonly raw: string
  /** The ideas that it is to become. */
  readonly ideas: readonly string[]
}

const HEAD = /^%% (typed|pasted|one|list|built) (en|ru|fa)\n/

/**
 * What people really write: `real-input.txt`. A line that begins with `%%` says how the text below it is written and in
 * which language; below a list, `%% become` says what its lines are to be.
 */
export const readRealInput = (): readonly Input[] =>
  readFileSync(join(import.meta.dirname, 'real-input.txt'), 'utf8')
    .split(/^(?=%% (?!become))/m)
    .map((block) => {
      const [head = '', manner, language] = HEAD.exec(block) ?? []
      if (!manner) throw new Error(`not understood: ${block}`)
      const [raw = '', become] = block.slice(head.length, -1).split('\n%% become\n')
      const ideas = become === undefined ? [raw] : become.split('\n')
      return { manner: manner as Manner, language: language as Language, raw, ideas }
    })
