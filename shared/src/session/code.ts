import { LIMITS, type Random } from '../kernel/index.ts'

/** Digits and letters that nobody mistakes for one another, read aloud or from a wall: none of 0 O 1 I L 5 S 2 Z. */
export const CODE_ALPHABET = '346789ABCDEFGHJKMNPQRTUVWXY'

const HALF = 4
const SHOWN = new RegExp(`^[${CODE_ALPHABET}]{${2 * HALF}}$`)

/** A new code as it is shown, `XXXX-XXXX`: 27 to the power of 8, about 280 billion. */
export const newCode = (random: Random): string => {
  let code = ''
  for (let index = 0; index < 2 * HALF; index++) {
    code += CODE_ALPHABET.charAt(Math.floor(random() * CODE_ALPHABET.length))
  }
  return showCode(code)
}

/**
 * The code that a person typed or pasted, as it is shown; undefined when it cannot be one.
 *
 * Accepts lower case, spaces, hyphens, Persian and Arabic digits, and a whole link with `/j/` before the code.
 */
export const normalizeCode = (text: string): string | undefined => {
  if (text.length > LIMITS.questionCharacters) return undefined
  const typed = /\/j\/([^/?#]*)/.exec(text)?.[1] ?? text
  const code = typed
    .normalize('NFKC')
    .replaceAll(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replaceAll(/[\s\p{Dash}\p{Cf}]/gu, '')
    .toUpperCase()
  return SHOWN.test(code) ? showCode(code) : undefined
}

const showCode = (code: string): string => `${code.slice(0, HALF)}-${code.slice(HALF)}`
