import { parseArgs } from 'node:util'
import { BALLOT_RULES } from './ballot-rules.ts'
import { GATE_RULES } from './gate-rules.ts'
import { openMutating } from './mutating.ts'
import { RIGHT_RULES } from './right-rules.ts'
import type { Rule } from './rule.ts'

// Switches each rule of the gate, and each right, off once, and says which named test notices. Fails when none does.

/** Tests that notice, the quickest first. */
const SUITES = [
  {
    folder: 'server',
    rules: BALLOT_RULES,
    files: [
      ['src/sessions/ballots.test.ts', 'src/sessions/ballot-rights.test.ts'],
      ['src/sessions/ballot-secrecy.test.ts'],
    ],
  },
  {
    folder: 'server',
    rules: GATE_RULES,
    files: [
      ['src/relay/gate/judge.test.ts', 'src/relay/gate/traps.test.ts', 'src/relay/gate/reader.test.ts'],
      ['src/relay/gate/cost.test.ts'],
    ],
  },
  {
    folder: 'shared',
    rules: RIGHT_RULES,
    files: [
      ['src/session/may-write.test.ts', 'src/session/cloth-writes.test.ts'],
      ['src/methods/score/'],
      ['src/session/commands/'],
      ['src/session/'],
    ],
  },
] as const

const { positionals } = parseArgs({ allowPositionals: true })
const isWanted = ({ name, file }: Rule): boolean =>
  positionals.length === 0 || positionals.some((text) => name.includes(text) || file.includes(text))

const began = performance.now()
const green: string[] = []
let count = 0
for (const { folder, rules, files } of SUITES) {
  const wanted = rules.filter(isWanted)
  if (wanted.length === 0) continue
  const mutating = await openMutating(folder)
  const broken = await mutating.run(undefined, files.slice(0, 1))
  if (broken !== undefined) throw new Error(`with all rules on: ${broken}`)
  for (const rule of wanted) {
    const title = await mutating.run(rule, files)
    count++
    if (title === undefined) green.push(`${rule.file}: ${rule.name}`)
    console.log(`${rule.file.split('/').at(-1)}: ${rule.name}\n    ${title ?? 'NO TEST NOTICES'}`)
  }
  await mutating.close()
}
console.log(
  `${count - green.length} of ${count} rules are held by a test, ${Math.round((performance.now() - began) / 1000)} s`,
)
for (const rule of green) console.log(`  not held: ${rule}`)
process.exitCode = green.length > 0 ? 1 : 0
