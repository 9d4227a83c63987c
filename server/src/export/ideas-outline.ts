import type { ReportIdea, Trails } from '@roundel/shared/report'
import type { WhysView } from '@roundel/shared/methods/five-whys'
import {
  type Block,
  type List,
  type ListItem,
  type Phrasing,
  heading,
  line,
  list,
  paragraph,
  phrase,
} from './outline.ts'
import { outlineCafe } from './cafe-outline.ts'
import type { SessionExport } from './session-file.ts'
import { admittedIn, mergedIn, sourcesIn, tablesIn, turnedIn } from './session-readings.ts'
import { hasWay, lineOfWay } from './ways.ts'
import { type Outline, outlineWhys } from './whys-outline.ts'
import type { Words } from './words.ts'

type Item = SessionExport['items'][number]

const noted = (notes: readonly string[]): Phrasing[] =>
  notes.length > 0 ? [{ type: 'text', value: ` (${notes.join(', ')})` }] : []

const indented = (lines: readonly Outline[]): List[] =>
  list(lines.map(({ text, notes, below }) => line([...phrase(text), ...noted(notes)], ...indented(below))))

const section = (title: string, lines: readonly Outline[]): Block[] =>
  lines.length > 0 ? [heading(4, title), ...indented(lines)] : []

/**
 * Everything that people wrote, step by step and group by group, as its reader may see it; `ideas` are those of the report, with their ways, and
 * `refuted` the causes of which a later result said that they were none.
 */
export const outlineIdeas = (
  exported: SessionExport,
  words: Words,
  ideas: readonly ReportIdea[] = [],
  refuted?: Trails['refuted'],
): Block[] => {
  const { say, name, number } = words
  const people = new Map(exported.people.map((person) => [person.id, person.name]))
  const merged = mergedIn(exported)
  const turned = turnedIn(exported)
  const admitted = admittedIn(exported)
  const sources = sourcesIn(exported)
  const tables = tablesIn(exported)
  const ways = new Map<string, string>(ideas.filter(hasWay).map((idea) => [idea.id, lineOfWay(idea, words)]))
  const corrected = new Set<string>(ideas.filter((idea) => idea.corrected).map(({ id }) => id))
  const wayOf = (id: string): Phrasing[] => {
    const way = ways.get(id)
    return way === undefined ? [] : [{ type: 'break' }, { type: 'emphasis', children: [{ type: 'text', value: way }] }]
  }
  const texts = new Map(
    exported.items.flatMap(({ id, step, state, text }) => (state === 'published' ? [[id, { step, text }]] : [])),
  )
  /** What people connected in a step: both ends, how they belong together, and the line that says it. */
  const connections = (step: string): List[] =>
    list(
      exported.links.flatMap(({ type, from, to, text = '', relation = 'other' }): ListItem[] => {
        const [one, other] = [texts.get(from), texts.get(to)]
        if (type !== 'associates' || !one || !other || (one.step !== step && other.step !== step)) return []
        return [line(phrase(`${one.text} – ${other.text} (${say(`relation.${relation}`)}): ${text}`))]
      }),
    )
  const notesOf = (item: Item): readonly string[] =>
    [
      item.kind === 'idea' ? undefined : say(`kind.${item.kind}`),
      item.state === 'hidden' || item.state === 'parked' ? say(`state.${item.state}`) : undefined,
      item.late ? say('late') : undefined,
      corrected.has(item.id) ? say('corrected') : undefined,
      item.table && `${say('table')} ${tables.get(item.table) ?? item.table}`,
      item.round === undefined ? undefined : `${say('round')} ${number(item.round)}`,
      admitted(item) > 0 ? `${say('already-true')}: ${number(admitted(item))}` : undefined,
      sources
        .get(item.id)
        ?.map((text) => `${say('from')}: ${text}`)
        .join('; '),
      item.author && people.get(item.author),
    ].filter((note) => note !== undefined && note !== '') as readonly string[]
  const entry = (item: Item): ListItem =>
    line(
      [
        ...phrase(item.text),
        ...noted(notesOf(item)),
        ...(item.second ? [{ type: 'break' } as const, ...phrase(item.second.text)] : []),
        ...wayOf(item.id),
      ],
      // What says the same stands beneath it, in its own words.
      ...entries(merged.get(item.id) ?? []),
      ...(item.polarity ? solutions(turned.get(item.id) ?? []) : []),
    )
  const entries = (items: readonly Item[]): List[] => list(items.map(entry))
  /** What was made of a negative idea stands beneath it, so that nobody takes the idea itself for a proposal. */
  const solutions = (items: readonly Item[]): List[] =>
    list(items.filter(({ state }) => state === 'published').map(({ text }) => line(phrase(`→ ${text}`))))

  /** Tables, hosts and what was handed on, and what the rounds came to. */
  const tellCafe = (step: string): Block[] => {
    const cafe = exported.cafes?.find((other) => other.step === step)
    return cafe ? outlineCafe(cafe, people, words).flatMap(({ title, lines }) => section(title, lines)) : []
  }

  const shown = exported.items.filter((item) => item.state !== 'merged')
  const clusterIds = new Set(exported.clusters.map((cluster) => cluster.id))
  return exported.agenda.flatMap((step): Block[] => {
    const items = shown.filter((item) => item.step === step.id)
    // What a method has put in an order of its own is read in that order.
    const work = step.kind === 'five-whys' ? exported.work?.[step.id] : undefined
    const whys =
      work === undefined ? undefined : outlineWhys(work as WhysView, (item) => texts.get(item)?.text, words, refuted)
    const others = items.filter((item) => !whys?.items.has(item.id))
    const loose = others
      .filter((item) => item.cluster === undefined || !clusterIds.has(item.cluster))
      .toSorted((one, other) => Number(one.polarity !== undefined) - Number(other.polarity !== undefined))
    const blocks = [
      ...(step.question === undefined ? [] : [paragraph(...phrase(step.question))]),
      ...(whys
        ? [...indented(whys.problem), ...section(say('causes'), whys.causes), ...section(say('roots'), whys.roots)]
        : []),
      ...(whys && loose.length > 0 ? [heading(4, say('besides'))] : []),
      ...tellCafe(step.id),
      ...entries(loose),
      ...connections(step.id),
      ...exported.clusters.flatMap((cluster) => {
        const members = others.filter((item) => item.cluster === cluster.id)
        return members.length > 0 ? [heading(4, cluster.title || '–'), ...entries(members)] : []
      }),
    ]
    // A step in which nothing was written is told by how the session went.
    const isEmpty = items.length === 0 && blocks.length <= (step.question === undefined ? 0 : 1)
    return isEmpty ? [] : [heading(3, step.title ?? name('method', step.kind)), ...blocks]
  })
}
