import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { GATE_RULES, REPEATED_RULES } from '../../../drill/gate-rules/gate-rules.ts'
import { RIGHT_RULES } from '../../../drill/gate-rules/right-rules.ts'
import { switchOff } from '../../../drill/gate-rules/rule.ts'

const ROOT = join(import.meta.dirname, '../../../..')
const GATE = 'server/src/relay/gate'
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

/** What stops an update, wherever it stands in a line. */
const STOPS =
  /\brefuse(?:Bad|Forbidden|Stranger|Touch)\(|new Malformed\(|\bGAP\b|\bTOO_[A-Z]+\b|OUT_OF_ORDER|return '(?:wrong|missing|taken)'|code: 4\d{3}\b/

/** Lines that name, describe or make what stops an update, and stop none themselves. */
const NAMES = /^(?:import|export|const|type|interface|\s+(?:readonly|type|GAP,|TOO_)|\s*(?:\/\/|\*|\/\*|\|))/

/** The places in a file at which it stops an update: from and to, in characters. */
const stopsIn = (text: string): readonly { readonly from: number; readonly to: number; readonly line: string }[] => {
  let from = 0
  return text.split('\n').flatMap((line) => {
    const at = from
    from += line.length + 1
    return STOPS.test(line) && !NAMES.test(line) ? [{ from: at, to: at + line.length, line: line.trim() }] : []
  })
}

test('G20 every refusal of the gate is in the list of rules that are switched off one by one', () => {
  const files = readdirSync(join(ROOT, GATE)).filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
  const missing = files.flatMap((name) => {
    const file = `${GATE}/${name}`
    const text = read(file)
    const rules = [...GATE_RULES, ...REPEATED_RULES].filter((rule) => rule.file === file)
    const held = rules.map(({ on }) => ({ from: text.indexOf(on), to: text.indexOf(on) + on.length }))
    const isHeld = (stop: { from: number; to: number }) => held.some(({ from, to }) => from < stop.to && stop.from < to)
    return stopsIn(text)
      .filter((stop) => !isHeld(stop))
      .map(({ line }) => `${name}: ${line}`)
  })
  expect(missing).toEqual([])
})

test('G20 every rule in the list stands in the source once, and is off without its text', () => {
  const rules = [...GATE_RULES, ...REPEATED_RULES, ...RIGHT_RULES]
  for (const rule of rules) expect(switchOff(read(rule.file), rule)).not.toBe(read(rule.file))
  const names = rules.map(({ file, name }) => `${file}: ${name}`)
  expect(new Set(names).size).toBe(names.length)
})
