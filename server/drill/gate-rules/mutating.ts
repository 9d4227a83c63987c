import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type TestRunResult, createVitest } from 'vitest/node'
import { type Rule, switchOff } from './rule.ts'

/** The root of the repository. */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

/** Runs tests of one package against its source with one rule switched off. The source itself is never changed. */
export interface Mutating {
  /** The title of the first test that failed without the rule, or undefined when all passed; `undefined` for no rule. */
  readonly run: (rule: Rule | undefined, files: readonly (readonly string[])[]) => Promise<string | undefined>
  readonly close: () => Promise<void>
}

/** A busy machine fails these by itself, so they prove nothing. */
const MEASURES_TIME = / ms$/

const titleOf = ({ testModules }: TestRunResult, files: ReadonlySet<string>): string | undefined => {
  // A result holds also what failed in runs before.
  for (const module of testModules.filter(({ moduleId }) => files.has(moduleId))) {
    for (const { fullName } of module.children.allTests('failed')) if (!MEASURES_TIME.test(fullName)) return fullName
    if (module.children.size === 0)
      return `${module.relativeModuleId}: ${module.errors()[0]?.message ?? 'cannot be run'}`
  }
  return undefined
}

/** Opens the tests of a package, `server` or `shared`. */
export const openMutating = async (folder: 'server' | 'shared'): Promise<Mutating> => {
  let present: Rule | undefined
  const root = join(ROOT, folder)
  const vitest = await createVitest(
    // What was transformed before is kept by file, and would hide what is switched off.
    {
      root,
      config: false,
      watch: false,
      fsModuleCache: false,
      reporters: [{}],
      include: ['src/**/*.test.ts'],
      testTimeout: 120_000,
    },
    {
      plugins: [
        {
          name: 'a rule switched off',
          enforce: 'pre',
          transform: (code, id) =>
            present && id.split('?')[0] === join(ROOT, present.file) ? switchOff(code, present) : undefined,
        },
      ],
    },
  )
  return {
    run: async (rule, suites) => {
      for (const one of [present, rule]) if (one) vitest.invalidateFile(join(ROOT, one.file))
      present = rule
      for (const suite of suites) {
        const found = await vitest.globTestSpecifications([...suite])
        if (found.length < suite.length) throw new Error(`there are no tests in ${suite.join(', ')}`)
        const files = new Set(found.map(({ moduleId }) => moduleId))
        const title = titleOf(await vitest.runTestSpecifications(found), files)
        if (title !== undefined) return title
      }
      return undefined
    },
    close: () => vitest.close(),
  }
}
