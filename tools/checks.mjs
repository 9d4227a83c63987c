import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runCaptured } from './child.mjs'
import { buildClient } from './client-build.mjs'
import { countCheck, countPlaywright, countTap, countVitest } from './counts.mjs'
import { programOf } from './program.mjs'
import { PACKAGES, ROOT } from './root.mjs'

const MINUTE = 60_000
const RESULTS = join(ROOT, 'test-results')

const check = (name, [command, ...args], folder = '.') => ({
  name,
  run: async () => {
    const { code, output } = await runCaptured(command, args, { cwd: join(ROOT, folder), timeoutMs: 2 * MINUTE })
    return countCheck(name, code, output)
  },
})

/** Runs a program that writes its results as JSON, and reads them; undefined when it wrote none. */
const runForReport = async ([command, ...args], { file, ...options }) => {
  mkdirSync(RESULTS, { recursive: true })
  rmSync(file, { force: true })
  const ended = await runCaptured(command, args, options)
  try {
    return { ...ended, report: JSON.parse(readFileSync(file, 'utf8')) }
  } catch {
    return ended
  }
}

const vitest = (folder) => ({
  name: `test ${folder}`,
  run: async () => {
    const file = join(RESULTS, `${folder}.json`)
    const command = [...programOf(folder, 'vitest'), 'run', '--reporter=default', '--reporter=json']
    const options = { file, cwd: join(ROOT, folder), timeoutMs: 14 * MINUTE }
    const { code, output, report } = await runForReport([...command, `--outputFile.json=${file}`], options)
    return countVitest(`test ${folder}`, code, output, report)
  },
})

const toolsTest = {
  name: 'test tools',
  run: async () => {
    const args = ['--test', '--test-reporter=tap', 'tools/*.test.mjs']
    const { code, output } = await runCaptured(process.execPath, args, { cwd: ROOT, timeoutMs: 2 * MINUTE })
    return countTap('test tools', code, output)
  },
}

const clientBuild = {
  name: 'build client',
  run: async () => {
    const { code, output } = await buildClient(runCaptured)
    return countCheck('build client', code, output)
  },
}

const journeys = {
  name: 'e2e',
  run: async () => {
    const file = join(RESULTS, 'e2e.json')
    const options = {
      file,
      cwd: join(ROOT, 'e2e'),
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      // A little more than the journeys give themselves, so that they tell what hung.
      timeoutMs: 18 * MINUTE,
    }
    const command = [...programOf('e2e', '@playwright/test', 'playwright'), 'test', '--reporter=list,json']
    const { code, output, report } = await runForReport(command, options)
    return countPlaywright('e2e', code, output, report)
  },
}

/** The single questions a change is asked, by the name of their task. */
export const CHECKS = {
  'check:format': [check('format', [...programOf('.', 'oxfmt'), '--check', '.'])],
  'check:lint': [
    check('lint', [...programOf('.', 'oxlint'), '--deny-warnings']),
    check('house', [process.execPath, 'tools/check-house.mjs']),
  ],
  'check:types': PACKAGES.map((folder) =>
    check(`types ${folder}`, [...programOf('.', 'typescript', 'tsc'), '--noEmit'], folder),
  ),
  'check:unused': [check('unused', programOf('.', 'knip'))],
}

/** The tests of each package, one after the other: each already uses every core. */
export const TESTS = [...['shared', 'server', 'client'].map((folder) => [vitest(folder)]), [toolsTest]]

/** The client as it will be served, then people in browsers. */
export const JOURNEYS = [[clientBuild], [journeys]]
