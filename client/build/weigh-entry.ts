import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { PARTICIPANT_PARTS } from './participant-path.ts'

/** The script a participant loads from opening a link until the first idea is saved, gzipped. */
const BUDGET_BYTES = 160 * 1024

interface Chunk {
  readonly type: 'chunk'
  readonly fileName: string
  readonly code: string
  readonly isEntry: boolean
  readonly imports: readonly string[]
  readonly facadeModuleId: string | null
}

const closureOf = (starts: readonly Chunk[], chunks: ReadonlyMap<string, Chunk>): Set<Chunk> => {
  const found = new Set<Chunk>()
  const visit = (chunk: Chunk | undefined): void => {
    if (!chunk || found.has(chunk)) return
    found.add(chunk)
    for (const name of chunk.imports) visit(chunks.get(name))
  }
  for (const chunk of starts) visit(chunk)
  return found
}

/** Fails the build when the participant's path outgrows its budget, and says its weight otherwise. */
export const weighEntry = (): Plugin => ({
  name: 'roundel:weigh',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const chunks = new Map(
      Object.values(bundle)
        .filter((file) => file.type === 'chunk')
        .map((chunk) => [chunk.fileName, chunk as Chunk]),
    )
    const all = [...chunks.values()]
    const weights = new Map(all.map((chunk) => [chunk.fileName, gzipSync(chunk.code, { level: 9 }).length]))
    const weigh = (chosen: Iterable<Chunk>): number =>
      [...chosen].reduce((sum, chunk) => sum + (weights.get(chunk.fileName) ?? 0), 0)
    const languages = all.filter((chunk) => /\/languages\/(en|ru|fa)\.ts$/.test(chunk.facadeModuleId ?? ''))
    const heaviest = languages.toSorted((a, b) => weigh([b]) - weigh([a]))[0]
    const path = all.filter((chunk) => chunk.isEntry || PARTICIPANT_PARTS.test(chunk.facadeModuleId ?? ''))
    const total = weigh(closureOf(heaviest ? [...path, heaviest] : path, chunks))
    const line = `participant's path: ${(total / 1024).toFixed(1)} kB of ${BUDGET_BYTES / 1024} kB script, gzipped`
    if (total > BUDGET_BYTES) this.error(line)
    this.info(line)
  },
})
