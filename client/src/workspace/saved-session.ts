import { LINK_TYPES } from '@roundel/shared/board'
import { LIMITS, cleanLine, clipText } from '@roundel/shared/kernel'
import { type MethodId, isMethodId, methodOf } from '@roundel/shared/methods'
import { ChallengeBody, LANGUAGES, StepBody } from '@roundel/shared/session'
import type { SavedAgenda } from '@roundel/shared/workspace'
import * as v from 'valibot'

/** The only version of a session's file so far. */
const VERSION = 1

const Marked = v.looseObject({ format: v.literal('roundel-session'), version: v.number() })

/** What this page reads of a session's file: enough to say what is in it, and to plan with. The server reads the rest. */
const Saved = v.looseObject({
  session: v.looseObject({
    title: v.string(),
    language: v.picklist(LANGUAGES),
    createdAt: v.string(),
    challenge: v.looseObject({ text: v.string() }),
  }),
  agenda: v.array(
    v.looseObject({
      id: v.string(),
      kind: v.string(),
      names: v.picklist(['hidden', 'shown']),
      title: v.optional(v.string()),
      question: v.optional(v.string()),
      begunAt: v.optional(v.string()),
      settings: v.optional(v.record(v.string(), v.unknown())),
    }),
  ),
  people: v.array(v.unknown()),
  clusters: v.array(v.looseObject({ step: v.string() })),
  items: v.array(v.looseObject({ step: v.string(), state: v.string() })),
  links: v.array(v.looseObject({ type: v.picklist(LINK_TYPES) })),
})
type Saved = v.InferOutput<typeof Saved>

const Translations = v.object(v.entriesFromList(LANGUAGES, v.optional(v.string())))

/** A session's own file, as this page tells of it. */
export interface SavedSession {
  readonly title: string
  /** When it took place, as the file says it: its first step's beginning, else its making. Milliseconds; undefined where that is no time. */
  readonly at: number | undefined
  readonly language: SavedAgenda['language'] & string
  /** The steps of its agenda, by method where this program knows it. */
  readonly steps: readonly (MethodId | undefined)[]
  /** How many steps have content, and will stand before all others. */
  readonly filled: number
  readonly items: number
  readonly groups: number
  readonly links: number
  readonly people: number
  /** Whether there were votes or decisions, a café, and steps whose methods kept something besides: all that stays where it was. */
  readonly hasVotes: boolean
  readonly hasCafe: boolean
  readonly hasWork: boolean
  readonly agenda: Omit<SavedAgenda, 'id'>
}

/**
 * What a file or a pasted text is: a session's own file, or something to be read as a table. `broken`: it is called JSON and is
 * none, or misses what each of our files has; `other`: it is JSON of another program; `newer`: a newer Roundel wrote it;
 * `unread`: the browser gets nothing of it, as of a folder, or of a file that is gone.
 */
export type Recognised =
  | { readonly what: 'session'; readonly saved: SavedSession }
  | { readonly what: 'table' }
  | { readonly what: 'broken' | 'other' | 'newer' | 'unread' }

/** How much of a file is looked at to see how it begins. */
const BEGINNING = 256

const readBegun = async (file: Blob): Promise<string | undefined> => {
  try {
    return (await file.slice(0, BEGINNING).text()).replace(/^\uFEFF/, '').trimStart()
  } catch {
    return undefined
  }
}

/** Recognises a file by what stands in it; its name only tells what to say of one that cannot be read. Never rejects. */
export const recognise = async (file: Blob, name = ''): Promise<Recognised> => {
  const isCalledJson = file.type === 'application/json' || /\.json$/i.test(name)
  const start = await readBegun(file)
  if (start === undefined) return { what: 'unread' }
  if (!start.startsWith('{') && !isCalledJson) return { what: 'table' }
  let json: unknown
  try {
    json = JSON.parse(await file.text())
  } catch {
    return { what: isCalledJson ? 'broken' : 'table' }
  }
  const marked = v.safeParse(Marked, json)
  if (!marked.success) return { what: 'other' }
  if (marked.output.version > VERSION) return { what: 'newer' }
  const read = v.safeParse(Saved, json)
  return read.success ? { what: 'session', saved: summarise(read.output) } : { what: 'broken' }
}

const timeOf = (moment: string): number | undefined => {
  const time = Date.parse(moment)
  return Number.isNaN(time) ? undefined : time
}

/** The step as one is planned; undefined for one that this program cannot plan. */
const planStepOf = ({ id, kind, names, title, question, settings }: Saved['agenda'][number]): StepBody | undefined => {
  if (!isMethodId(kind)) return undefined
  const step = {
    id,
    kind,
    names,
    ...(title && { title }),
    ...(question && { question }),
    ...(settings && methodOf(kind).accepts(settings) && { settings }),
  }
  const read = v.safeParse(StepBody, step)
  return read.success ? read.output : { kind, names }
}

/** The question of a file as one that is planned; undefined where there is none, or none that fits. */
const challengeOf = ({
  text,
  who,
  what,
  why,
  translations,
}: Saved['session']['challenge']): SavedAgenda['challenge'] => {
  const known = v.safeParse(Translations, translations)
  const read = v.safeParse(ChallengeBody, {
    text,
    ...(typeof who === 'string' && { who }),
    ...(typeof what === 'string' && { what }),
    ...(typeof why === 'string' && { why }),
    ...(known.success && { translations: known.output }),
  })
  return read.success ? read.output : undefined
}

const summarise = ({ session, agenda, people, clusters, items, links }: Saved): SavedSession => {
  const taken = items.filter(({ state }) => state !== 'withdrawn')
  const filled = new Set([...taken, ...clusters].map(({ step }) => step))
  const challenge = challengeOf(session.challenge)
  const planned = agenda.flatMap((step) => planStepOf(step) ?? [])
  const has = (...kinds: readonly string[]): boolean => agenda.some(({ kind }) => kinds.includes(kind))
  return {
    title: session.title,
    at: timeOf(agenda.find(({ begunAt }) => begunAt)?.begunAt ?? session.createdAt),
    language: session.language,
    steps: agenda.map(({ kind }) => (isMethodId(kind) ? kind : undefined)),
    filled: agenda.filter(({ id }) => filled.has(id)).length,
    items: taken.length,
    groups: clusters.length,
    links: links.length,
    people: people.length,
    hasVotes: has('score', 'decide'),
    hasCafe: has('cafe'),
    hasWork: has('five-whys', 'random', 'reverse'),
    agenda: {
      title: clipText(cleanLine(session.title), LIMITS.titleCharacters),
      agenda: planned,
      language: session.language,
      ...(challenge && { challenge }),
    },
  }
}
