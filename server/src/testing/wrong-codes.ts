import { CODE_ALPHABET } from '@roundel/shared/session'
import { createChance } from '../relay/gate/fuzz/chance.ts'

/** Codes as somebody guesses them, each well formed and none of them the right one. */
export const openChanceOf = (right: string): (() => string) => {
  const chance = createChance(20_261_122)
  const four = (): string => Array.from({ length: 4 }, () => CODE_ALPHABET.charAt(chance.below(27))).join('')
  return () => {
    for (;;) {
      const code = `${four()}-${four()}`
      if (code !== right) return code
    }
  }
}
