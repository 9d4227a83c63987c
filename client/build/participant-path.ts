import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readWithImports } from './source-graph.ts'

/** What a participant loads from opening a link until the first idea is saved: the page, and of the lazy parts these. */
export const PARTICIPANT_PARTS = /(^|\/)(app\/(stage|join)|methods\/[a-z-]+\/screen)\.tsx$/

/** Other pages, which share some of that. */
const OTHER_PAGES = ['app/home.tsx', 'app/redeem.tsx', 'create/create-page.tsx']

const partsIn = (src: string): string[] =>
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => PARTICIPANT_PARTS.test(name))

/** The sources of the participant's path, by file. */
export const readParticipantPath = (src: string): ReadonlyMap<string, string> =>
  readWithImports(['main.tsx', ...partsIn(src)].map((name) => join(src, name)))

/**
 * Says of a module of the participant's path whether every page may need it, or a session alone; undefined for any other.
 * One file each: many small ones weigh more, and are fetched one after the other.
 */
export const findPathChunks = (src: string): ((file: string) => 'pages' | 'session' | undefined) => {
  const path = readParticipantPath(src)
  const pages = readWithImports(['main.tsx', 'app/join.tsx', ...OTHER_PAGES].map((name) => join(src, name)))
  return (file) => (path.has(file) ? (pages.has(file) ? 'pages' : 'session') : undefined)
}
