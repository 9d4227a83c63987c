import { availableParallelism } from 'node:os'
import { wasInterrupted } from './child.mjs'

/** A step of the suite: a name, and a run that resolves with the counts of `counts.mjs`. */

/**
 * Runs groups of steps one after the other, the steps of a group side by side as far as there are cores.
 *
 * A step that fails stops nothing: everything that can be known is known at the end. Prints a line for each step, then
 * what failed, then one last line `N passed, M failed`. Resolves with the exit code.
 */
export const runSuite = async (groups, print = console.log) => {
  const totals = { passed: 0, failed: 0, failures: [] }
  for (const group of groups) {
    const waiting = [...group]
    const work = async () => {
      for (let step = waiting.shift(); step && !wasInterrupted(); step = waiting.shift()) {
        add(totals, step.name, await timed(step), print)
      }
    }
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), group.length) }, work))
  }
  for (const failure of totals.failures) print(`\nFAILED ${failure}`)
  if (wasInterrupted()) print('\nInterrupted: not everything was run.')
  print(`\n${totals.passed} passed, ${totals.failed} failed`)
  if (wasInterrupted()) return 130
  return totals.failed === 0 && totals.passed > 0 ? 0 : 1
}

const timed = async (step) => {
  const start = performance.now()
  const counts = await step.run().catch((error) => ({
    passed: 0,
    failed: 1,
    failures: [`${step.name} could not be run\n    ${error.stack}`],
  }))
  return { ...counts, seconds: (performance.now() - start) / 1000 }
}

const add = (totals, name, { passed, failed, failures, seconds }, print) => {
  totals.passed += passed
  totals.failed += failed
  totals.failures.push(...failures)
  const counts = failed ? `${passed} passed, ${failed} failed` : `${passed} passed`
  print(`${failed ? '✗' : '✓'} ${name.padEnd(16)} ${counts.padEnd(24)} ${seconds.toFixed(1)} s`)
}
