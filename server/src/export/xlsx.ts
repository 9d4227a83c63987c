import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import type { Cell, Table } from './table.ts'

/** What a cell of Excel can hold at most. */
const CELL_CHARACTERS = 32_767

// What XML cannot hold at all, and halves of surrogate pairs.
// oxlint-disable-next-line no-control-regex -- these are the characters that are meant
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFD-\uFFFF]/g
/** What a spreadsheet reads as one character by its number, though somebody wrote it letter by letter. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g

/** A text as a cell can hold it. Nobody needs to defuse it: a cell that is a text is never a formula. */
const fitCell = (text: string): string =>
  text.toWellFormed().replaceAll(UNWRITABLE, '').replaceAll(ESCAPE, '_x005F_').slice(0, CELL_CHARACTERS)

const TOP = { fontWeight: 'bold', alignVertical: 'top' } as const

const cellOf = (cell: Cell) => {
  if (cell === null || cell === '') return null
  if (typeof cell === 'number') return { value: cell, type: Number, alignVertical: 'top' as const }
  if (cell instanceof Date)
    return { value: cell, type: Date, format: 'yyyy-mm-dd hh:mm', alignVertical: 'top' as const }
  return { value: fitCell(cell), type: String, wrap: true, alignVertical: 'top' as const }
}

/** The letters of a column, from 0: A, B … Z, AA. */
const lettersOf = (column: number): string =>
  (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '') + String.fromCodePoint(65 + (column % 26))

type Feature = NonNullable<NonNullable<Parameters<typeof writeXlsxFile>[1]>['features']>[number]

/** Gives every sheet a filter over its head, which the library leaves to its users. */
const filters = (tables: readonly Table[]): Feature => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (content, _options, { sheetIndex }) => {
          const { columns, rows } = tables[sheetIndex] ?? { columns: [], rows: [] }
          const range = `A1:${lettersOf(Math.max(0, columns.length - 1))}${rows.length + 1}`
          return content.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`)
        },
      },
    },
  },
})

/**
 * A workbook of these tables, a sheet each: the head stays in sight and filters its column, numbers and moments are such,
 * texts are texts. `isRightToLeft` lays sheets out for readers who begin at the right.
 */
export const writeXlsx = (tables: readonly Table[], isRightToLeft: boolean): Promise<Buffer> => {
  const sheets = tables.map(({ name, columns, rows }) => {
    const head = columns.map(({ key }) => ({ value: key, type: String, ...TOP }))
    const data: SheetData = [head, ...rows.map((cells) => cells.map(cellOf))]
    return {
      data,
      sheet: name,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      rightToLeft: isRightToLeft,
    }
  })
  return writeXlsxFile(sheets, { features: [filters(tables)] }).toBuffer()
}
