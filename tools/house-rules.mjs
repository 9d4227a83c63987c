import { basename } from 'node:path'

/** What no committed text may hold, by what it is called. A sign is written so that this file does not hold it itself. */
const UNWANTED = [
  {
    name: 'the address of a package registry',
    sign: /\/\/[\w.-]*registry|^registry *=|npmjs\.(?:org|com)|npmm[i]rror|art[i]factory|jf[r]og/i,
  },
  { name: 'a path of one machine', sign: /(?<![\w.)\]}*-])\/(?:work|tmp|farm|root|Users)\/\w|(?<!\w)\/home\/\w/ },
  { name: 'an unfinished place', sign: /\b(?:TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b/ },
]

/** The lines of a text that hold what no committed text may hold, as `file:line: what`. */
export const findUnwanted = (file, text) =>
  text
    .split('\n')
    .flatMap((line, index) =>
      UNWANTED.filter(({ sign }) => sign.test(line)).map(({ name }) => `${file}:${index + 1}: ${name}: ${line.trim()}`),
    )

/** Mentions of Markdown pages that are not there. `pages` are the names of those that are. */
export const findDeadPages = (file, text, pages) =>
  [...new Set([...text.matchAll(/[\w-]+\.md\b/g)].map(([mention]) => mention))]
    .filter((mention) => /^[A-Z0-9]/.test(mention) && !pages.has(mention))
    .map((mention) => `${file}: mentions ${mention}, which is not there`)

const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/

/**
 * Dependencies whose version is not pinned, or pinned differently in two places.
 *
 * `manifests` are `[file, package.json]`; `catalog` is the text of the workspace file, whose catalog pins by name.
 */
export const findLoosePins = (manifests, catalog) => {
  const complaints = []
  const seen = new Map()
  for (const [file, manifest] of manifests) {
    const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }
    for (const [name, version] of Object.entries(wanted)) {
      const first = seen.get(name) ?? { file, version }
      seen.set(name, first)
      if (first.version !== version)
        complaints.push(`${file}: ${name} ${version}, but ${first.version} in ${first.file}`)
      if (version !== 'catalog:' && version !== 'workspace:*' && !EXACT.test(version)) {
        complaints.push(`${file}: ${name} is not pinned: ${version}`)
      }
    }
  }
  const [, entries = ''] = /^catalog:\n((?: {2}.*\n)+)/m.exec(catalog) ?? []
  for (const [, name, version] of entries.matchAll(/^ {2}'?([^'#\s][^':]*)'?: *(\S+)$/gm)) {
    if (!EXACT.test(version)) complaints.push(`the catalog: ${name} is not pinned: ${version}`)
  }
  return complaints
}

/** A name in quotes, and the beginning of one whose end is put in. */
const QUOTED = /['"`]([a-z][\w-]*(?:\.[\w-]+)*)['"`]/g
const BEGUN = /`([a-z][\w-]*(?:\.[\w-]*)*[.-])\$\{/g

/** Texts that no source asks for. `catalogues` are `[file, {key: text}]`; a key counts as asked for where it stands in quotes. */
export const findUnreadTexts = (catalogues, sources) => {
  const quoted = new Set([...sources.matchAll(QUOTED)].map(([, name]) => name))
  const begun = new Set([...sources.matchAll(BEGUN)].map(([, beginning]) => beginning))
  const isRead = (key) => quoted.has(key) || [...begun].some((beginning) => key.startsWith(beginning))
  return catalogues.flatMap(([file, texts]) =>
    Object.keys(texts)
      .filter((key) => !isRead(key))
      .map((key) => `${file}: nobody reads ${key}`),
  )
}

/** Addresses in a lockfile: it is to hold checksums only, so that it fits every registry. */
export const findLockedHosts = (lockfile) =>
  lockfile
    .split('\n')
    .flatMap((line, index) => (/https?:|tarball:/.test(line) ? [`pnpm-lock.yaml:${index + 1}: ${line.trim()}`] : []))

/** Whether a file's text is judged: not the lockfile, which has a rule of its own, and nothing that is not text. */
export const isText = (file) =>
  basename(file) !== 'pnpm-lock.yaml' && !/\.(?:png|jpe?g|webp|ico|woff2?|gif|pdf|xlsx|bin|db)$/.test(file)
