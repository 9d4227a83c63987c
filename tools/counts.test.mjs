import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countCheck, countPlaywright, countTap, countVitest } from './counts.mjs'
import { runSuite } from './suite.mjs'

const numbers = ({ passed, failed, failures }) => [passed, failed, failures.length]

test('H2 a check counts as one, and one that hangs has failed', () => {
  assert.deepEqual(numbers(countCheck('lint', 0, '')), [1, 0, 0])
  assert.deepEqual(numbers(countCheck('lint', 1, 'why')), [0, 1, 1])
  assert.match(countCheck('lint', 124, '').failures[0], /did not finish in time/)
})

const file = (status, ...statuses) => ({
  name: 'a.test.ts',
  status,
  message: 'why',
  assertionResults: statuses.map((each) => ({ status: each, fullName: 'a law', failureMessages: ['why'] })),
})

test('H2 tests that pass and fail are counted one by one', () => {
  const report = { numPassedTests: 2, testResults: [file('failed', 'passed', 'passed', 'failed')] }
  assert.deepEqual(numbers(countVitest('test', 1, '', report)), [2, 1, 1])
})

test('H2 a test file that cannot be loaded, a run that dies and one that leaves no result have failed', () => {
  assert.deepEqual(numbers(countVitest('test', 1, '', { numPassedTests: 3, testResults: [file('failed')] })), [3, 1, 1])
  assert.deepEqual(numbers(countVitest('test', 1, '', { numPassedTests: 3, testResults: [] })), [3, 1, 1])
  assert.deepEqual(numbers(countVitest('test', 0, '', undefined)), [0, 1, 1])
  assert.deepEqual(numbers(countPlaywright('e2e', 0, '', undefined)), [0, 1, 1])
  assert.deepEqual(numbers(countTap('tools', 0, 'no counts')), [0, 1, 1])
})

test('H2 a journey that passes only when repeated has failed', () => {
  const journey = (status) => ({ file: 'a.spec.ts', title: 'a', tests: [{ status, results: [{ errors: [] }] }] })
  const specs = [journey('expected'), journey('flaky'), journey('unexpected'), journey('skipped')]
  const report = { errors: [], stats: { expected: 1 }, suites: [{ suites: [{ specs }] }] }
  assert.deepEqual(numbers(countPlaywright('e2e', 1, '', report)), [1, 2, 2])
})

test('H2 the counts of the test runner of Node are read', () => {
  assert.deepEqual(numbers(countTap('tools', 0, '# pass 3\n# fail 0\n# cancelled 0\n')), [3, 0, 0])
  assert.deepEqual(numbers(countTap('tools', 1, '# pass 3\n# fail 1\n# cancelled 1\n')), [3, 2, 1])
})

const step = (passed, failed) => ({
  name: 'a step',
  run: async () => ({ passed, failed, failures: failed ? ['because'] : [] }),
})

test('H2 the last line tells the sums, and the code whether all of it passed', async () => {
  const lines = []
  const print = (line) => lines.push(line)
  assert.equal(await runSuite([[step(2, 0), step(1, 0)], [step(4, 0)]], print), 0)
  assert.equal(lines.at(-1), '\n7 passed, 0 failed')
  assert.equal(await runSuite([[step(2, 1)], [step(4, 0)]], print), 1)
  assert.equal(lines.at(-1), '\n6 passed, 1 failed')
  assert.equal(await runSuite([], print), 1)
})

test('H2 a step that cannot be run has failed and stops no other', async () => {
  const lines = []
  const broken = { name: 'broken', run: () => Promise.reject(new Error('no such program')) }
  assert.equal(await runSuite([[broken], [step(1, 0)]], (line) => lines.push(line)), 1)
  assert.equal(lines.at(-1), '\n1 passed, 1 failed')
})
