/** How a step went: what to add to the two numbers of the last line, and a line for each failure. */

/** One check that either holds or does not. */
export const countCheck = (name, code, output) =>
  code === 0
    ? { passed: 1, failed: 0, failures: [] }
    : {
        passed: 0,
        failed: 1,
        failures: [`${name}${code === 124 ? ' did not finish in time' : ''}\n${indented(output)}`],
      }

/**
 * The result file of `vitest --reporter=json`.
 *
 * A file that could not be loaded counts as one failure, and so does a run that failed although every test passed.
 */
export const countVitest = (name, code, output, report) => {
  if (!report) return countCheck(name, code || 1, output)
  const failures = []
  for (const file of report.testResults) {
    const failed = file.assertionResults.filter((test) => test.status === 'failed')
    for (const test of failed) failures.push(`${test.fullName}\n${indented(test.failureMessages.join('\n'))}`)
    if (file.status === 'failed' && failed.length === 0) failures.push(`${file.name}\n${indented(file.message)}`)
  }
  if (code !== 0 && failures.length === 0) failures.push(`${name} ended with code ${code}\n${indented(output)}`)
  return { passed: report.numPassedTests, failed: failures.length, failures }
}

/** The result file of Playwright's JSON reporter. A test that passes only when repeated has failed. */
export const countPlaywright = (name, code, output, report) => {
  if (!report) return countCheck(name, code || 1, output)
  const failures = report.errors.map((error) => indented(error.message ?? String(error.value)))
  for (const spec of specsIn(report.suites)) {
    for (const test of spec.tests) {
      if (test.status !== 'unexpected' && test.status !== 'flaky') continue
      const errors = test.results.flatMap((result) => result.errors).map((error) => error.message)
      failures.push(`${spec.file}: ${spec.title}\n${indented(errors.join('\n'))}`)
    }
  }
  if (code !== 0 && failures.length === 0) failures.push(`${name} ended with code ${code}\n${indented(output)}`)
  return { passed: report.stats.expected, failed: failures.length, failures }
}

/** The output of `node --test --test-reporter=tap`. */
export const countTap = (name, code, output) => {
  const number = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? Number.NaN)
  const [passed, failed] = [number('pass'), number('fail') + number('cancelled')]
  if (Number.isNaN(passed + failed) || (code !== 0 && failed === 0)) return countCheck(name, code || 1, output)
  return { passed, failed, failures: failed ? [`${name}\n${indented(output)}`] : [] }
}

const specsIn = (suites) => suites.flatMap((suite) => [...(suite.specs ?? []), ...specsIn(suite.suites ?? [])])

/** Set in, and without the lines of a trace that lead through other people's code. */
const indented = (text) =>
  String(text ?? '')
    .trimEnd()
    .split('\n')
    .filter((line) => !/^\s+at .*(?:node_modules|node:internal)/.test(line))
    .map((line) => `    ${line}`)
    .join('\n')
