import { stringify } from 'csv-stringify/sync'
import type { Table } from './table.ts'

// What a spreadsheet takes for the beginning of a formula, also as full-width and small forms, and also behind spaces
// and quotation marks that some of them strip. CWE-1236.
const FORMULA = /^(?:[\t\r\n\0]|[\s\p{Pi}\p{Pf}"'`\u200B-\u200F\u2060]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u

/** A text that no spreadsheet takes for a formula: an apostrophe stands before it where it could be one. */
export const defuse = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** A table for spreadsheets: UTF-8 with a byte order mark, every cell quoted, no cell a formula. */
export const writeCsv = ({ columns, rows }: Table): string =>
  stringify(
    rows.map((cells) => cells.map((cell) => (cell instanceof Date ? cell.toISOString() : cell))),
    {
      columns: columns.map(({ key }) => key),
      header: true,
      bom: true,
      quoted: true,
      quoted_empty: true,
      record_delimiter: '\r\n',
      cast: { string: defuse, number: String },
    },
  )
