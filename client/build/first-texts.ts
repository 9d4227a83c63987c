import { readParticipantPath } from './participant-path.ts'

/** Whatever could be a key; most of it is none. */
const LITERAL = /'([a-z][a-z0-9.-]*)'/g
/** The beginning of a key whose end is put in, such as the name of a colour. */
const PREFIX = /`([a-z][a-z-]*\.[a-z0-9.-]*)\$\{/g

const allOf = (pattern: RegExp, code: string): string[] => [...code.matchAll(pattern)].map(([, found]) => found ?? '')

/** Says of a key whether it is used on the participant's path: in a module loaded there, whole or by its beginning. */
export const findFirstTexts = (src: string): ((key: string) => boolean) => {
  const codes = [...readParticipantPath(src).values()]
  const keys = new Set(codes.flatMap((code) => allOf(LITERAL, code)))
  const prefixes = codes.flatMap((code) => allOf(PREFIX, code))
  return (key) => keys.has(key) || prefixes.some((prefix) => key.startsWith(prefix))
}
