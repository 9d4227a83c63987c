import { readFile, readdir } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { PARTICIPANT_PARTS } from './participant-path.ts'

/** Modules that one always loads with: `import(…)` is left out, and so is what is only a type. */
const STATIC_IMPORT = /^(?:import|export) (?!type\b)(?:[^'"]*? from )?'(\.[^']+\.tsx?)'/gm
const LITERAL = /'([a-z][a-z-]*\.[a-z0-9.-]+)'/g
/** The beginning of a key whose end is put in, such as the name of a colour. */
const PREFIX = /`([a-z][a-z-]*\.[a-z0-9.-]*)\$\{/g

const allOf = (pattern: RegExp, code: string): string[] => [...code.matchAll(pattern)].map(([, found]) => found ?? '')

const codeOfPath = async (src: string): Promise<string[]> => {
  const parts = (await readdir(src, { recursive: true })).filter((name) => PARTICIPANT_PARTS.test(name))
  const waiting = [join(src, 'main.tsx'), ...parts.map((name) => join(src, name))]
  const codes = new Map<string, string>()
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (codes.has(file)) continue
    const code = await readFile(file, 'utf8')
    codes.set(file, code)
    for (const name of allOf(STATIC_IMPORT, code)) waiting.push(resolve(dirname(file), name))
  }
  return [...codes.values()]
}

/** Says of a key whether it is used on the participant's path: in a module loaded there, whole or by its beginning. */
export const findFirstTexts = async (src: string): Promise<(key: string) => boolean> => {
  const codes = await codeOfPath(src)
  const keys = new Set(codes.flatMap((code) => allOf(LITERAL, code)))
  const prefixes = codes.flatMap((code) => allOf(PREFIX, code))
  return (key) => keys.has(key) || prefixes.some((prefix) => key.startsWith(prefix))
}
