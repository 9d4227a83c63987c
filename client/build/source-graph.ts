import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** Modules that one always loads with: `import(…)` is left out, and so is what is only a type. */
const STATIC_IMPORT = /^(?:import|export) (?!type\b)(?:[^'"]*? from )?'(\.[^']+\.tsx?)'/gm

/** Everything of ours that some modules load with them, by path, with its source. */
export const readWithImports = (starts: readonly string[]): ReadonlyMap<string, string> => {
  const waiting = [...starts]
  const codes = new Map<string, string>()
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (codes.has(file)) continue
    const code = readFileSync(file, 'utf8')
    codes.set(file, code)
    for (const [, name] of code.matchAll(STATIC_IMPORT)) waiting.push(resolve(dirname(file), name ?? ''))
  }
  return codes
}
