import { LIMITS, cleanLine, cleanText, clipText } from '@roundel/shared/kernel'
import { isMethodId, methodOf } from '@roundel/shared/methods'
import * as v from 'valibot'
import { SessionExport } from '../export/session-file.ts'
import type { ReadSaved, SavedContent } from './saved.ts'

const MOST = {
  agenda: LIMITS.agendaSteps,
  clusters: LIMITS.itemsPerBoard,
  items: LIMITS.itemsPerBoard,
  links: LIMITS.importLinks,
} as const satisfies Readonly<Record<keyof SavedContent, number>>

const VERSION = SessionExport.entries.version.literal

/** Enough of a file to tell what it is, whatever else stands in it. */
const Marked = v.looseObject({
  format: SessionExport.entries.format,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
})
const Counted = v.looseObject(
  v.entriesFromList(['agenda', 'clusters', 'items', 'links'] as const, v.array(v.unknown())),
)

// What people make up as names of fields is not repeated.
const FIELD = /^[A-Za-z0-9_-]{1,30}$/

const isNot = (issue: v.BaseIssue<unknown>): ReadSaved => ({
  ok: false,
  reason: 'format',
  path: (issue.path ?? []).map(({ key }) => (FIELD.test(String(key)) ? String(key) : '?')).join('.'),
  problem: issue.type,
})

const parse = (bytes: Uint8Array): { readonly json: unknown } | undefined => {
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown }
  } catch {
    return undefined
  }
}

/** The text as it will be kept; where it is too long, a little more than fits says so. */
const shorten = (text: string): string => clipText(cleanText(text), LIMITS.ideaCharacters + 10)

/** What is read in, no larger than it will be: all of it travels to the process that serves people. */
const contentOf = ({ agenda, clusters, items, links }: SessionExport): SavedContent => ({
  agenda: agenda.map(({ settings, ...step }) => ({
    ...step,
    ...(isMethodId(step.kind) && settings && methodOf(step.kind).accepts(settings) && { settings }),
  })),
  clusters: clusters.map((cluster) => ({
    ...cluster,
    title: clipText(cleanLine(cluster.title), LIMITS.titleCharacters),
  })),
  items: items.map((item) => ({ ...item, text: shorten(item.text) })),
  links: links.map(({ text, ...link }) => ({ ...link, ...(text !== undefined && { text: shorten(text) }) })),
})

/** Reads the file that an export wrote as JSON. */
export const readSaved = (bytes: Uint8Array): ReadSaved => {
  const parsed = parse(bytes)
  if (!parsed) return { ok: false, reason: 'json' }
  const marked = v.safeParse(Marked, parsed.json)
  if (!marked.success) return isNot(marked.issues[0])
  if (marked.output.version > VERSION) return { ok: false, reason: 'version', knows: VERSION }
  // Counted before it is looked at: what is too much is not worth the time.
  const counted = v.safeParse(Counted, parsed.json)
  if (!counted.success) return isNot(counted.issues[0])
  for (const path of ['agenda', 'clusters', 'items', 'links'] as const)
    if (counted.output[path].length > MOST[path]) return { ok: false, reason: 'many', path, most: MOST[path] }
  const read = v.safeParse(SessionExport, parsed.json, { abortEarly: true })
  return read.success ? { ok: true, file: contentOf(read.output) } : isNot(read.issues[0])
}
