/** What one cell holds. Numbers and moments stay what they are; nothing in it is ever worked out by a spreadsheet. */
export type Cell = string | number | Date | null

export interface Column {
  readonly key: string
  /** How wide it is drawn, in characters. */
  readonly width: number
}

/** One table of an export: of each sheet one. */
export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

/** The widths of columns: of words, of sentences, of numbers. */
const WIDTHS = { word: 16, line: 28, text: 60, number: 11, id: 20, moment: 18 } as const

/** Makes a table of records: every column with how to read it out of one of them. */
export const tableOf = <Record>(
  name: string,
  records: readonly Record[],
  columns: readonly (readonly [key: string, kind: keyof typeof WIDTHS, read: (record: Record) => Cell | undefined])[],
): Table => ({
  name,
  columns: columns.map(([key, kind]) => ({ key, width: WIDTHS[kind] })),
  rows: records.map((record) => columns.map(([, , read]) => read(record) ?? null)),
})
