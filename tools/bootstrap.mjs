/**
 * Runs a task of this workspace on a machine that has npm and some Node, even an older one.
 *
 * Installs what is missing with the pnpm of package.json, finds the Node that the lockfile pins, and hands over to
 * `tasks.mjs`. Has no dependencies and must run on Node 20.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { runChild } from './child.mjs'
import { ROOT } from './root.mjs'

const NODE_AT_LEAST = 24
/** Tasks that need no browser, and so not the 70 MB that bring one. */
const WITHOUT_BROWSER = new Set(['start', 'roundel'])

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

const fingerprint = () => {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', '.pnpmfile.mjs']) {
    hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, file)))
  }
  return hash.digest('hex')
}

const stampOf = (scope) => join(ROOT, 'node_modules', `.installed-${scope}`)
const isStamped = (scope, print) => existsSync(stampOf(scope)) && readFileSync(stampOf(scope), 'utf8') === print

/** The command that fetches and runs the pinned pnpm: through the npm that started us, else whichever is found. */
const pnpmCommand = () => {
  const pnpm = `--package=${manifest.packageManager}`
  const npm = process.env.npm_execpath
  return npm && basename(npm) === 'npm-cli.js'
    ? { command: process.execPath, args: [npm, 'exec', '--yes', pnpm, '--', 'pnpm'] }
    : { command: 'npm', args: ['exec', '--yes', pnpm, '--', 'pnpm'], shell: process.platform === 'win32' }
}

const install = async (scope) => {
  const print = fingerprint()
  if (isStamped('all', print) || isStamped(scope, print)) return
  const { command, args, shell = false } = pnpmCommand()
  // Under NODE_ENV=production pnpm would leave out what builds the client.
  const { NODE_ENV: _, ...env } = process.env
  const filter = scope === 'all' ? [] : ['--filter=!@roundel/e2e']
  const code = await runChild(command, [...args, 'install', '--frozen-lockfile', '--prefer-offline', ...filter], {
    cwd: ROOT,
    env,
    shell,
  })
  if (code !== 0) {
    console.error('Installing the packages failed; the lines above say why.')
    process.exit(code)
  }
  mkdirSync(join(ROOT, 'node_modules'), { recursive: true })
  writeFileSync(stampOf(scope), print)
}

const majorOf = (executable) => {
  const { status, stdout } = spawnSync(executable, ['-v'], { encoding: 'utf8' })
  return status === 0 ? Number(/^v(\d+)\./.exec(stdout)?.[1] ?? 0) : 0
}

/** The Node that the lockfile pins, where it runs on this machine; else the one we run on, when it is new enough. */
const findNode = () => {
  for (const name of Object.keys(manifest.optionalDependencies)) {
    const folder = join(ROOT, 'node_modules', name)
    if (!existsSync(join(folder, 'package.json'))) continue
    const executable = join(folder, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).bin.node)
    if (majorOf(executable) >= NODE_AT_LEAST) return executable
  }
  if (Number(process.versions.node.split('.')[0]) >= NODE_AT_LEAST) return process.execPath
  console.error(`Roundel needs Node ${NODE_AT_LEAST} or newer, and none of the packaged ones runs on this machine:`)
  console.error(
    `${process.platform} ${process.arch}, Node ${process.versions.node}. Install one and run the command again.`,
  )
  return process.exit(1)
}

const [task = 'help', ...rest] = process.argv.slice(2)
await install(WITHOUT_BROWSER.has(task) ? 'start' : 'all')
const node = findNode()
const path = [dirname(node), join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
process.exitCode = await runChild(node, [join(ROOT, 'tools', 'tasks.mjs'), task, ...rest], {
  cwd: ROOT,
  // What Node makes of our sources is kept: a server starts in half the time.
  env: { NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'node'), ...process.env, PATH: path },
})
