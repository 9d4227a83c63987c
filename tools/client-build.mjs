import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { programOf } from './program.mjs'
import { ROOT } from './root.mjs'

const SOURCES = ['client', 'shared/src', 'pnpm-lock.yaml', 'tsconfig.base.json']
const ENTRY = join(ROOT, 'client', 'dist', 'index.html')
const CACHE = join(ROOT, 'node_modules', '.cache', 'roundel')
const STAMP = join(CACHE, 'client-build')

const filesIn = (path) => {
  if (!statSync(join(ROOT, path)).isDirectory()) return [path]
  return readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter(({ name }) => !['node_modules', 'dist'].includes(name) && !/\.test\.tsx?$/.test(name))
    .flatMap(({ name }) => filesIn(`${path}/${name}`))
}

const fingerprint = () => {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(filesIn).toSorted())
    hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)))
  return hash.digest('hex')
}

/** What a finished build is known by: its sources, and its own entry, so that another build is not taken for it. */
const stampFor = (sources) => `${sources} ${statSync(ENTRY).mtimeMs}`

const isBuilt = (sources) => {
  try {
    return readFileSync(STAMP, 'utf8') === stampFor(sources)
  } catch {
    return false
  }
}

/** Builds the client, unless what is there was built from these very sources. `run` is `runCaptured`. */
export const buildClient = async (run) => {
  const sources = fingerprint()
  if (isBuilt(sources)) return { code: 0, output: '' }
  const [command, ...args] = programOf('client', 'vite')
  const ended = await run(command, [...args, 'build', '--logLevel=warn'], {
    cwd: join(ROOT, 'client'),
    timeoutMs: 120_000,
  })
  if (ended.code === 0) {
    mkdirSync(CACHE, { recursive: true })
    writeFileSync(STAMP, stampFor(sources))
  }
  return ended
}
