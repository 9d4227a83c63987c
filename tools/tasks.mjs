/** The tasks of the workspace, by the names that package.json gives them. Runs under the pinned Node. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { CHECKS, JOURNEYS, TESTS } from './checks.mjs'
import { runCaptured, runChild } from './child.mjs'
import { buildClient } from './client-build.mjs'
import { programOf } from './program.mjs'
import { ROOT } from './root.mjs'
import { runSuite } from './suite.mjs'

const SERVER = 'server/src/main.ts'
const node = (...args) => runChild(process.execPath, args, { cwd: ROOT })

const start = async (args) => {
  const { code, output } = await buildClient(runCaptured)
  if (code !== 0) {
    console.error(`${output}\nBuilding the client failed; the lines above say why.`)
    return code
  }
  return node(SERVER, ...args)
}

/** The server, restarted when its sources change, and the client from its sources with hot replacement beside it. */
const dev = async (args) => {
  const [command, ...vite] = programOf('client', 'vite')
  const codes = await Promise.all([
    node('--watch', SERVER, ...args),
    runChild(command, vite, { cwd: join(ROOT, 'client') }),
  ])
  return Math.max(...codes)
}

const playwright = (args, env = {}) => {
  const [command, ...first] = programOf('e2e', '@playwright/test', 'playwright')
  return runChild(command, [...first, 'test', ...args], { cwd: join(ROOT, 'e2e'), env: { ...process.env, ...env } })
}

const e2e = async (args) => {
  const { code, output } = await buildClient(runCaptured)
  if (code === 0) return playwright(args)
  console.error(output)
  return code
}

const format = (args) => {
  const [command, ...first] = programOf('.', 'oxfmt')
  return runChild(command, [...first, ...(args.length ? args : ['.'])], { cwd: ROOT })
}

/** Runs `FOLDER/NAME/main.ts`, or says which names there are. */
const runNamed = (folder, own = {}) => {
  return ([name, ...args]) => {
    if (Object.hasOwn(own, name)) return own[name](args)
    const file = join(ROOT, folder, String(name), 'main.ts')
    if (/^[a-z-]+$/.test(name ?? '') && existsSync(file)) return node(file, ...args)
    const found = existsSync(join(ROOT, folder)) ? readdirSync(join(ROOT, folder)) : []
    console.error(`Names: ${[...Object.keys(own), ...found].toSorted().join(', ')}`)
    return 2
  }
}

const TASKS = {
  start,
  dev,
  format,
  e2e,
  check: () => runSuite([Object.values(CHECKS).flat(), ...TESTS]),
  'check:test': () => runSuite(TESTS),
  test: () => runSuite([Object.values(CHECKS).flat(), ...TESTS, ...JOURNEYS]),
  bench: runNamed('server/bench'),
  drill: runNamed('server/drill', {
    restore: (args) => playwright(['restore', ...args], { BACKUPS: process.env.BACKUPS ?? '5' }),
    kill: (args) => playwright(['durability', ...args], { KILLS: process.env.KILLS ?? '100' }),
    lines: (args) => playwright(args, { LINES_MS: process.env.LINES_MS ?? '0,400,150' }),
    converge: (args) => node('client/drill/converge/main.ts', ...args),
  }),
  roundel: (args) => node(SERVER, ...(args.length > 0 ? args : ['--help'])),
  ...Object.fromEntries(Object.entries(CHECKS).map(([name, steps]) => [name, () => runSuite([steps])])),
}

const [name, ...args] = process.argv.slice(2)
if (!Object.hasOwn(TASKS, name)) {
  console.error(`Tasks: ${Object.keys(TASKS).join(', ')}`)
  process.exit(2)
}
process.exitCode = await TASKS[name](args)
