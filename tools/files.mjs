import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.mjs'

/**
 * The files of the workspace that belong to the repository: all but what .gitignore names.
 *
 * Reads the plain names and endings that our .gitignore has, so that it works where there is no git.
 */
export const repositoryFiles = () => {
  const lines = readFileSync(join(ROOT, '.gitignore'), 'utf8').split('\n').filter(Boolean)
  const ignored = new Set(['.git', ...lines.map((line) => line.replace(/\/$/, ''))])
  const endings = lines.filter((line) => line.startsWith('*')).map((line) => line.slice(1))
  const walk = (folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true })
      .filter(({ name }) => !ignored.has(name) && !endings.some((ending) => name.endsWith(ending)))
      .flatMap((entry) => (entry.isDirectory() ? walk(`${folder}${entry.name}/`) : [`${folder}${entry.name}`]))
  return walk('')
}
