import type { SessionExport } from '../session-file.ts'
import { admittedIn, mergedIn, sourcesIn, tablesIn, turnedIn } from '../session-readings.ts'
import { type Table, tableOf } from '../table.ts'

/** A language as a cell says it: nothing where nobody said which. */
const languageOf = (lang: string | undefined): string => (lang === undefined || lang === 'und' ? '' : lang)

/** Every item, one row each. */
export const tableItems = (exported: SessionExport): Table => {
  const steps = new Map(exported.agenda.map((step) => [step.id, step]))
  const clusters = new Map(exported.clusters.map((cluster) => [cluster.id, cluster.title]))
  const people = new Map(exported.people.map((person) => [person.id, person.name]))
  const standing = new Map(
    [...mergedIn(exported)].flatMap(([id, merged]) => merged.map((item): [string, string] => [item.id, id])),
  )
  const turned = turnedIn(exported)
  const admitted = admittedIn(exported)
  const texts = new Map(exported.items.map(({ id, text }) => [id, text]))
  const explained = new Map(
    exported.links.flatMap(({ type, from, to }): [string, string][] =>
      type === 'caused-by' ? [[to, texts.get(from) ?? '']] : [],
    ),
  )
  const sources = sourcesIn(exported)
  const tables = tablesIn(exported)
  const { colours } = exported.session
  return tableOf('Items', exported.items, [
    ['step', 'line', ({ step }) => titleOfStep(steps.get(step))],
    ['step_kind', 'word', ({ step }) => steps.get(step)?.kind],
    ['kind', 'word', ({ kind }) => kind],
    ['polarity', 'word', ({ polarity }) => polarity],
    ['cluster', 'line', ({ cluster }) => cluster && clusters.get(cluster)],
    ['colour', 'word', ({ colour }) => colour],
    ['colour_meaning', 'line', ({ colour }) => colour && colours?.[colour]],
    ['text', 'text', ({ text }) => text],
    ['language', 'word', ({ lang }) => languageOf(lang)],
    ['second_text', 'text', ({ second }) => second?.text],
    ['second_language', 'word', ({ second }) => languageOf(second?.lang)],
    ['state', 'word', ({ state }) => state],
    ['merged_into', 'id', ({ id }) => standing.get(id)],
    [
      'turns_round',
      'text',
      ({ id, polarity }) => (polarity ? undefined : (turned.get(id) ?? []).map(({ text }) => text).join('\n')),
    ],
    ['already_true', 'number', (item) => (admitted(item) > 0 ? admitted(item) : undefined)],
    ['explains', 'text', ({ id }) => explained.get(id)],
    ['inspired_by', 'text', ({ id }) => sources.get(id)?.join('; ')],
    ['late', 'word', ({ late }) => (late ? 'late' : undefined)],
    ['author', 'line', ({ author }) => author && people.get(author)],
    ['table', 'line', ({ table }) => table && (tables.get(table) ?? table)],
    ['round', 'number', ({ round }) => round],
    ['id', 'id', ({ id }) => id],
  ])
}

/** What a step is called where there is one line for it. */
export const titleOfStep = (step: SessionExport['agenda'][number] | undefined): string | undefined =>
  step?.title ?? step?.question ?? step?.kind
