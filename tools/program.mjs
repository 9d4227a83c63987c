import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.mjs'

/**
 * The command and first argument that run a package's program with the Node we run on, as found from a workspace folder.
 *
 * The program's file is named itself, not the shim beside it, so that it is the same on every system.
 */
export const programOf = (folder, name, program = name) => {
  const home = join(ROOT, folder, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  return [process.execPath, join(home, typeof bin === 'string' ? bin : bin[program])]
}
