import { LIMITS, cleanLine, cleanText } from '@roundel/shared/kernel'
import type { Brought } from '@roundel/shared/session'
import { type ImportedKind, type Mapping, readKind, readLang } from './mapping.ts'
import type { Rows } from './table.ts'

/** Why a row is not taken. */
export const ROW_REFUSALS = ['no-text', 'too-long', 'kind', 'beyond'] as const
export type RowRefusal = (typeof ROW_REFUSALS)[number]

/** A row that is not taken, by its number as a spreadsheet counts it, from 1. */
export interface RefusedRow {
  readonly row: number
  readonly reason: RowRefusal
}

/** What a table comes to. */
export interface TakenRows {
  readonly taken: readonly Brought[]
  readonly refused: readonly RefusedRow[]
}

// Our own tables have an apostrophe before what a spreadsheet would take for a formula.
const DEFUSED = /^'(?=[\s\p{Pi}\p{Pf}"'`]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u

/** The text of a cell, as it was before it was made safe for a spreadsheet. */
const textOf = (cell: string): string => cleanText(cell.replace(DEFUSED, ''))

/** How a table is to be taken where its cells say nothing. */
export interface Wanted {
  readonly kind: ImportedKind
  readonly lang: string
}

/** Takes what can be taken of a table, and says of every other row why not. */
export const readRows = (rows: Rows, mapping: Mapping, wanted: Wanted): TakenRows => {
  const taken: Brought[] = []
  const refused: RefusedRow[] = []
  for (const [index, row] of rows.entries()) {
    if (index === 0 && mapping.header) continue
    const found = readRow(row, mapping, wanted)
    if (typeof found !== 'string' && taken.length < LIMITS.importRows) taken.push(found)
    else refused.push({ row: index + 1, reason: typeof found === 'string' ? found : 'beyond' })
  }
  return { taken, refused }
}

const readRow = (row: Rows[number], { text, group, kind, lang }: Mapping, wanted: Wanted): Brought | RowRefusal => {
  const cellOf = (column: number | undefined): string => (column === undefined ? '' : (row[column] ?? ''))
  const content = textOf(cellOf(text))
  if (content === '') return 'no-text'
  if (content.length > LIMITS.ideaCharacters) return 'too-long'
  const named = cellOf(kind).trim()
  const itemKind = named === '' ? wanted.kind : readKind(named)
  if (!itemKind) return 'kind'
  const title = cleanLine(cellOf(group).replace(DEFUSED, ''))
  return {
    kind: itemKind,
    text: content,
    lang: readLang(cellOf(lang)) ?? wanted.lang,
    ...(title !== '' && { group: title }),
  }
}
