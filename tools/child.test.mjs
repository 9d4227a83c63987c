import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { runCaptured } from './child.mjs'
import { ROOT } from './root.mjs'

const CHILD = JSON.stringify(pathToFileURL(join(ROOT, 'tools', 'child.mjs')).href)
const SERVER = JSON.stringify('console.log(process.pid); setInterval(() => undefined, 1000)')
const TASK = `const { runChild } = await import(${CHILD}); process.exitCode = await runChild(process.execPath, ['-e', ${SERVER}])`
const NPM = `require('node:child_process').spawn(process.execPath, ['--input-type=module', '-e', ${JSON.stringify(TASK)}], { stdio: ['ignore', 'inherit', 'inherit'] })`

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const untilGone = async (pid) => {
  for (let tries = 0; tries < 200 && isAlive(pid); tries++) await wait(50)
  return !isAlive(pid)
}

/** Starts a command and gives the number that the server below it prints: its process. */
const startServerBelow = async (args) => {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [chunk] = await once(child.stdout, 'data')
  return { child, pid: Number(String(chunk)) }
}

test('H10 a server ends when npm is killed without a word', async () => {
  const { child, pid } = await startServerBelow(['-e', NPM])
  assert.ok(isAlive(pid))
  child.kill('SIGKILL')
  assert.ok(await untilGone(pid))
})

test(
  'H10 a server ends when npm is killed above the shell through which it runs us',
  { skip: process.platform !== 'linux' },
  async () => {
    // The colon keeps the shell from becoming the command itself.
    const shell = `spawn('sh', ['-c', '"$0" --input-type=module -e "$1"; :', process.execPath, ${JSON.stringify(TASK)}], options)`
    const options = `{ stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, npm_lifecycle_event: 'start' } }`
    const npm = `const { spawn } = require('node:child_process'); const options = ${options}; ${shell}`
    const { child, pid } = await startServerBelow(['-e', npm])
    child.kill('SIGKILL')
    assert.ok(await untilGone(pid))
  },
)

test('H10 a signal reaches the server, and its end is told', async () => {
  const { child, pid } = await startServerBelow(['--input-type=module', '-e', TASK])
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  assert.equal(code, 143)
  assert.ok(!isAlive(pid))
})

test('H2 a suite that is interrupted says so, starts nothing more, and has not passed', async () => {
  const at = (file) => JSON.stringify(pathToFileURL(join(ROOT, 'tools', file)).href)
  const hang = JSON.stringify('setInterval(() => undefined, 1000)')
  const suite = `
    const { runCaptured } = await import(${at('child.mjs')})
    const { runSuite } = await import(${at('suite.mjs')})
    const count = (passed) => ({ passed, failed: 0, failures: [] })
    const first = { name: 'first', run: async () => {
      const running = runCaptured(process.execPath, ['-e', ${hang}])
      console.log('running')
      await running
      return count(1)
    } }
    const second = { name: 'second', run: async () => count(100) }
    process.exitCode = await runSuite([[first], [second]])`
  const child = spawn(process.execPath, ['--input-type=module', '-e', suite], { stdio: ['ignore', 'pipe', 'inherit'] })
  const printed = []
  child.stdout.on('data', (chunk) => {
    printed.push(chunk)
    if (String(chunk).includes('running')) child.kill('SIGTERM')
  })
  const [code] = await once(child, 'close')
  const text = Buffer.concat(printed).toString()
  assert.equal(code, 130)
  assert.match(text, /Interrupted: not everything was run\.\n\n1 passed, 0 failed\n$/)
})

test('H2 a command that hangs is ended, and told apart from one that fails', async () => {
  const hang = await runCaptured(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { timeoutMs: 200 })
  assert.equal(hang.code, 124)
  const failed = await runCaptured(process.execPath, [
    '-e',
    'console.log("out"); console.error("why"); process.exit(3)',
  ])
  assert.equal(failed.code, 3)
  assert.match(failed.output, /out/)
  assert.match(failed.output, /why/)
})
