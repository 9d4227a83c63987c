import { CODE_ALPHABET } from '@roundel/shared/session'
import { parseRoute } from './route.ts'

const CODE_CHARACTERS = 4

/** A short name for a fault, the same wherever it happens again: to be read out to whoever helps. */
export const codeOfFault = (text: string): string => {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return Array.from({ length: CODE_CHARACTERS }, () => {
    const letter = CODE_ALPHABET.charAt(hash % CODE_ALPHABET.length)
    hash = Math.floor(hash / CODE_ALPHABET.length)
    return letter
  }).join('')
}

/** What whoever helps needs to know of a fault. Names the kind of page, never the address, which invites to a session. */
export const reportFault = (fault: unknown): { readonly code: string; readonly details: string } => {
  const what = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault)
  const code = codeOfFault(what)
  const stack = fault instanceof Error ? (fault.stack ?? '') : ''
  const { page } = parseRoute(location.pathname)
  const lines = [code, page, what, navigator.userAgent, stack]
  return { code, details: lines.join('\n').replaceAll(location.href, page) }
}
