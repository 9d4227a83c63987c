import type { Language } from '@roundel/shared/session'
import { writeCsv } from './csv.ts'
import { type FileSource, commonOf, exportOf, reportOf } from './file-source.ts'
import { writeHtml } from './html.ts'
import { writeMarkdown } from './markdown.ts'
import { outlineReport } from './report-outline.ts'
import { SHEETS, type Sheet, makeTable } from './tables/index.ts'
import { wordsOf } from './words.ts'
import { writeXlsx } from './xlsx.ts'

/** The formats of files, and what they are sent as. */
export const FORMATS = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
} as const
export type Format = keyof typeof FORMATS

/** A file that somebody asks for. */
export interface FileOrder {
  readonly format: Format
  /** In which it speaks; what people wrote stays in its own. */
  readonly language: Language
  /** Of CSV, which holds one table: which. */
  readonly sheet: Sheet
  /** Of a page that is printed here: what it is to look like besides, with its fonts in it. */
  readonly style?: string
}

/** Writes a file. Takes long for a large session: `makeFileAside` does the same in a thread of its own. */
export const makeFile = async (
  source: FileSource,
  { format, language, sheet, style }: FileOrder,
): Promise<string | Uint8Array> => {
  const words = wordsOf(language)
  const report = reportOf(source)
  // Whoever has no seat gets the report, which says of the board what they may know.
  if (format === 'json') {
    return `${JSON.stringify(source.reader === 'guest' ? report : exportOf(source), undefined, 2)}\n`
  }
  const exported = exportOf(source)
  switch (format) {
    case 'csv':
      return writeCsv(makeTable(sheet, { exported, report, words }))
    case 'xlsx': {
      const tables = SHEETS.map((name) => makeTable(name, { exported, report, words }))
      return writeXlsx(tables, words.direction === 'rtl')
    }
    case 'md':
      return writeMarkdown(outlineReport(report, commonOf(exported, source), words))
    case 'html':
      return writeHtml(outlineReport(report, commonOf(exported, source), words), report.session.title, words, style)
  }
}
