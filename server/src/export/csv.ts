import { stringify } from 'csv-stringify/sync'
import { type SessionExport, admittedIn, mergedIn, sourcesIn, tablesIn, turnedIn } from './session-export.ts'

// What a spreadsheet takes for the beginning of a formula, also as full-width and small forms, and also behind spaces
// and quotation marks that some of them strip. CWE-1236.
const FORMULA = /^(?:[\t\r\n\0]|[\s\p{Pi}\p{Pf}"'`\u200B-\u200F\u2060]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u

/** A text that no spreadsheet takes for a formula: an apostrophe stands before it where it could be one. */
export const defuse = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

const COLUMNS = [
  'step',
  'step_kind',
  'kind',
  'polarity',
  'cluster',
  'colour',
  'colour_meaning',
  'text',
  'language',
  'second_text',
  'second_language',
  'state',
  'merged_into',
  'turns_round',
  'already_true',
  'explains',
  'inspired_by',
  'late',
  'author',
  'table',
  'round',
  'id',
] as const

/** A language as a cell says it: nothing where nobody said which. */
const languageOf = (lang: string | undefined): string => (lang === undefined || lang === 'und' ? '' : lang)

/** The items as a table for spreadsheets: UTF-8 with a byte order mark, every cell quoted, no cell a formula. */
export const writeCsv = (exported: SessionExport): string => {
  const steps = new Map(exported.agenda.map((step) => [step.id, step]))
  const clusters = new Map(exported.clusters.map((cluster) => [cluster.id, cluster]))
  const people = new Map(exported.people.map((person) => [person.id, person]))
  const standing = new Map(
    [...mergedIn(exported)].flatMap(([id, merged]) => merged.map((item): [string, string] => [item.id, id])),
  )
  const turned = turnedIn(exported)
  const tables = tablesIn(exported)
  const admitted = admittedIn(exported)
  const texts = new Map(exported.items.map(({ id, text }) => [id, text]))
  const explained = new Map(
    exported.links.flatMap(({ type, from, to }): [string, string][] =>
      type === 'caused-by' ? [[to, texts.get(from) ?? '']] : [],
    ),
  )
  const sources = sourcesIn(exported)
  const rows = exported.items.map((item): Record<(typeof COLUMNS)[number], string> => {
    const step = steps.get(item.step)
    return {
      step: step?.title ?? step?.question ?? step?.kind ?? '',
      step_kind: step?.kind ?? '',
      kind: item.kind,
      polarity: item.polarity ?? '',
      cluster: (item.cluster && clusters.get(item.cluster)?.title) ?? '',
      colour: item.colour ?? '',
      colour_meaning: (item.colour && exported.session.colours?.[item.colour]) ?? '',
      text: item.text,
      language: languageOf(item.lang),
      second_text: item.second?.text ?? '',
      second_language: languageOf(item.second?.lang),
      state: item.state,
      merged_into: standing.get(item.id) ?? '',
      turns_round: item.polarity ? '' : (turned.get(item.id) ?? []).map(({ text }) => text).join('\n'),
      already_true: admitted(item) > 0 ? String(admitted(item)) : '',
      explains: explained.get(item.id) ?? '',
      inspired_by: sources.get(item.id)?.join('; ') ?? '',
      late: item.late ? 'late' : '',
      author: (item.author && people.get(item.author)?.name) ?? '',
      table: (item.table && (tables.get(item.table) ?? item.table)) ?? '',
      round: item.round === undefined ? '' : String(item.round),
      id: item.id,
    }
  })
  return stringify(rows, {
    columns: [...COLUMNS],
    header: true,
    bom: true,
    quoted: true,
    quoted_empty: true,
    record_delimiter: '\r\n',
    cast: { string: defuse },
  })
}
