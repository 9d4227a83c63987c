import { readFileSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { LIMITS } from '@roundel/shared/kernel'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { GATE_LIMITS, MESSAGE_LIMITS } from './relay/gate/limits.ts'

const ROOT = join(import.meta.dirname, '../..')
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

/** The rows of the page, by what stands first in them. */
const rows = new Map(
  read('docs/LIMITS.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => {
      const [name = '', ...cells] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', ''))
      return [name, cells] as const
    }),
)
const shown = (value: unknown): string =>
  typeof value === 'object' && value !== null ? Object.values(value).join(' x ') : String(value)

test.each(Object.entries({ ...LIMITS, ...GATE_LIMITS }))(
  'R46 %s stands in the table of limits with its value',
  (name, value) => {
    expect(rows.get(name)?.[0]).toBe(shown(value))
  },
)

test.each(Object.keys(MESSAGE_LIMITS.update))('R46 %s of a message stands in the table for both kinds', (name) => {
  const key = name as keyof typeof MESSAGE_LIMITS.update
  expect(rows.get(name)?.slice(0, 2)).toEqual([shown(MESSAGE_LIMITS.update[key]), shown(MESSAGE_LIMITS.step2[key])])
})

test('R46 what the operator may set stands in the table with its default', () => {
  const config = readConfig({})
  for (const [name, value] of [
    ['UPGRADES_PER_SECOND', config.upgradesPerSecond],
    ['MAX_SOCKETS', config.maxSockets],
    ['SESSIONS_PER_HOUR', config.sessionsPerHour],
    ['DRAIN_SECONDS', config.drainSeconds],
    ['RETENTION_DAYS', config.retentionDays],
    ['WORKSPACE_RETENTION_DAYS', config.workspaceRetentionDays],
  ] as const) {
    expect(rows.get(name)?.[0]).toBe(String(value))
  }
})

test('R46 each limit names a rule that there is and that tests hold, but for those that nothing meets yet', () => {
  const rules = read('docs/RULES.md')
  const tests = globSync(['{server,shared,client}/src/**/*.{test,contract}.{ts,tsx}', 'e2e/**/*.spec.ts'], {
    cwd: ROOT,
  })
  const titles = tests.map((file) => read(file)).join('\n')
  for (const [name, cells] of rows) {
    const rule = cells.at(-1) ?? ''
    if (rule === '·') {
      expect(cells.at(-2), name).toMatch(/^kept for/)
      continue
    }
    expect(rules, name).toContain(`\n- ${rule} `)
    expect(titles, name).toMatch(new RegExp(`['"\`]${rule} `))
  }
})
