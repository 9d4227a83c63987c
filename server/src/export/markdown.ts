import { toMarkdown } from 'mdast-util-to-markdown'
import type { WhysView } from '@roundel/shared/methods/five-whys'
import { type SessionExport, admittedIn, mergedIn, sourcesIn, tablesIn, turnedIn } from './session-export.ts'
import { outlineCafe } from './cafe-outline.ts'
import { type Outline, outlineWhys } from './whys-outline.ts'

type Root = Extract<Parameters<typeof toMarkdown>[0], { type: 'root' }>
type RootContent = Root['children'][number]
type Paragraph = Extract<RootContent, { type: 'paragraph' }>
type PhrasingContent = Paragraph['children'][number]
type List = Extract<RootContent, { type: 'list' }>
type ListItem = List['children'][number]

type Item = SessionExport['items'][number]

const heading = (depth: 1 | 2 | 3, text: string): RootContent => ({
  type: 'heading',
  depth,
  children: [{ type: 'text', value: text }],
})

/** The text with its line breaks; every character that would mean something in Markdown is escaped when it is written. */
const phrase = (text: string): PhrasingContent[] =>
  text
    .split('\n')
    .flatMap((line, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      { type: 'text', value: line },
    ])

const paragraph = (text: string): Paragraph => ({ type: 'paragraph', children: phrase(text) })

const section = (title: string, lines: readonly Outline[]): RootContent[] =>
  lines.length > 0 ? [heading(3, title), ...indented(lines)] : []

const indented = (lines: readonly Outline[]): List[] =>
  lines.length === 0
    ? []
    : [
        {
          type: 'list',
          ordered: false,
          spread: false,
          children: lines.map(({ text, notes, below }): ListItem => ({
            type: 'listItem',
            spread: false,
            children: [
              {
                type: 'paragraph',
                children: [
                  ...phrase(text),
                  ...(notes.length > 0 ? [{ type: 'text', value: ` (${notes.join(', ')})` } as const] : []),
                ],
              },
              ...indented(below),
            ],
          })),
        },
      ]

/** The report as Markdown: what people wrote stays text, whatever characters it has. */
export const writeMarkdown = (exported: SessionExport): string => {
  const people = new Map(exported.people.map((person) => [person.id, person.name]))
  const merged = mergedIn(exported)
  const turned = turnedIn(exported)
  const admitted = admittedIn(exported)
  const sources = sourcesIn(exported)
  const texts = new Map(
    exported.items.flatMap(({ id, step, state, text }) => (state === 'published' ? [[id, { step, text }]] : [])),
  )
  /** What people connected in a step: both ends, how they belong together, and the line that says it. */
  const connections = (step: string): List[] => {
    const children = exported.links.flatMap(({ type, from, to, text = '', relation = 'other' }): ListItem[] => {
      const [one, other] = [texts.get(from), texts.get(to)]
      if (type !== 'associates' || !one || !other || (one.step !== step && other.step !== step)) return []
      const ends = phrase(`${one.text} – ${other.text} (${relation}): ${text}`)
      return [{ type: 'listItem', spread: false, children: [{ type: 'paragraph', children: ends }] }]
    })
    return children.length > 0 ? [{ type: 'list', ordered: false, spread: false, children }] : []
  }
  const entry = (item: Item): ListItem => {
    const author = item.author && people.get(item.author)
    const notes = [
      item.kind === 'idea' ? undefined : item.kind,
      item.state === 'published' || item.state === 'merged' ? undefined : item.state,
      item.late ? 'late' : undefined,
      item.table === undefined ? undefined : `table ${tables.get(item.table) ?? item.table}`,
      item.round === undefined ? undefined : `round ${item.round}`,
      admitted(item) > 0 ? `already true: ${admitted(item)}` : undefined,
      sources
        .get(item.id)
        ?.map((text) => `from: ${text}`)
        .join('; '),
      author,
    ]
    const known = notes.filter((note) => note !== undefined && note !== '')
    const tail: PhrasingContent[] = known.length > 0 ? [{ type: 'text', value: ` (${known.join(', ')})` }] : []
    const second: PhrasingContent[] = item.second ? [{ type: 'break' }, ...phrase(item.second.text)] : []
    return {
      type: 'listItem',
      spread: false,
      children: [
        { type: 'paragraph', children: [...phrase(item.text), ...tail, ...second] },
        // What says the same stands beneath it, in its own words.
        ...list(merged.get(item.id) ?? []),
        ...(item.polarity ? listSolutions(turned.get(item.id) ?? []) : []),
      ],
    }
  }
  const list = (items: readonly Item[]): List[] =>
    items.length > 0 ? [{ type: 'list', ordered: false, spread: false, children: items.map(entry) }] : []

  /** What was made of a negative idea stands beneath it, so that nobody takes the idea itself for a proposal. */
  const listSolutions = (items: readonly Item[]): List[] => {
    const solutions = items.filter(({ state }) => state === 'published')
    if (solutions.length === 0) return []
    const children = solutions.map(({ text }): ListItem => ({
      type: 'listItem',
      spread: false,
      children: [paragraph(`→ ${text}`)],
    }))
    return [{ type: 'list', ordered: false, spread: false, children }]
  }

  const tables = tablesIn(exported)

  /** Tables, hosts and what was handed on, and what the rounds came to. */
  const tellCafe = (step: string): RootContent[] => {
    const cafe = exported.cafes?.find((other) => other.step === step)
    return cafe ? outlineCafe(cafe, people).flatMap(({ title, lines }) => section(title, lines)) : []
  }

  const shown = exported.items.filter((item) => item.state !== 'merged')
  const clusterIds = new Set(exported.clusters.map((cluster) => cluster.id))
  const steps = exported.agenda.flatMap((step): RootContent[] => {
    const items = shown.filter((item) => item.step === step.id)
    if (items.length === 0 && step.state === 'skipped') return []
    // What a method has put in an order of its own is read in that order.
    const work = step.kind === 'five-whys' ? exported.work?.[step.id] : undefined
    const whys = work === undefined ? undefined : outlineWhys(work as WhysView, (item) => texts.get(item)?.text)
    const others = items.filter((item) => !whys?.items.has(item.id))
    const loose = others.filter((item) => item.cluster === undefined || !clusterIds.has(item.cluster))
    return [
      heading(2, step.title ?? step.kind),
      ...(step.question === undefined ? [] : [paragraph(step.question)]),
      ...(whys ? [...indented(whys.problem), ...section('Causes', whys.causes), ...section('Roots', whys.roots)] : []),
      ...(whys && loose.length > 0 ? [heading(3, 'Besides')] : []),
      ...tellCafe(step.id),
      ...list(
        loose.toSorted((one, other) => Number(one.polarity !== undefined) - Number(other.polarity !== undefined)),
      ),
      ...connections(step.id),
      ...exported.clusters.flatMap((cluster) => {
        const members = others.filter((item) => item.cluster === cluster.id)
        return members.length > 0 ? [heading(3, cluster.title || '-'), ...list(members)] : []
      }),
    ]
  })
  const challenge = exported.session.challenge.text
  const tree: Root = {
    type: 'root',
    children: [heading(1, exported.session.title), ...(challenge === '' ? [] : [paragraph(challenge)]), ...steps],
  }
  return toMarkdown(tree, { bullet: '-' })
}
