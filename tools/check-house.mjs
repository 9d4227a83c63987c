/** Checks what no linter knows: that the repository stands for itself, and that every version is pinned once. */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { repositoryFiles } from './files.mjs'
import { findDeadPages, findLockedHosts, findLoosePins, findUnreadTexts, findUnwanted, isText } from './house-rules.mjs'
import { ROOT } from './root.mjs'

const read = (file) => readFileSync(join(ROOT, file), 'utf8')
const files = repositoryFiles()
const pages = new Set(files.filter((file) => file.endsWith('.md')).map((file) => basename(file)))
const screens = files.filter((file) => file.startsWith('client/src/'))
const manifests = files.filter((file) => basename(file) === 'package.json')

const complaints = [
  ...files.filter(isText).flatMap((file) => {
    const text = read(file)
    return [...findUnwanted(file, text), ...findDeadPages(file, text, pages)]
  }),
  ...findLoosePins(
    manifests.map((file) => [file, JSON.parse(read(file))]),
    read('pnpm-workspace.yaml'),
  ),
  ...findLockedHosts(read('pnpm-lock.yaml')),
  ...findUnreadTexts(
    screens.filter((file) => file.endsWith('/messages/en.json')).map((file) => [file, JSON.parse(read(file))]),
    screens
      .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
      .map(read)
      .join('\n'),
  ),
]

for (const complaint of complaints) console.error(complaint)
if (complaints.length > 0) process.exitCode = 1
