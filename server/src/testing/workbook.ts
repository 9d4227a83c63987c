import { type Zippable, strToU8, zipSync } from 'fflate'

/** A cell of a sheet: a text, a number, or a formula with what it came to. */
export type Cell = string | number | { readonly formula: string; readonly value: string } | undefined

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const nameColumn = (index: number): string =>
  (index >= 26 ? nameColumn(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))

const writeCell = (cell: Cell, row: number, column: number): string => {
  const at = `${nameColumn(column)}${row + 1}`
  if (cell === undefined) return ''
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'string') return `<c r="${at}" t="inlineStr"><is><t>${escape(cell)}</t></is></c>`
  return `<c r="${at}" t="str"><f>${escape(cell.formula)}</f><v>${escape(cell.value)}</v></c>`
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** The parts of a workbook around one sheet. */
const partsAround = (sheet: string): Zippable => ({
  '[Content_Types].xml': strToU8(
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
  ),
  '_rels/.rels': strToU8(
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ),
  'xl/workbook.xml': strToU8(
    `${HEAD}<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="Ideas" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ),
  'xl/_rels/workbook.xml.rels': strToU8(
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  ),
  'xl/worksheets/sheet1.xml': strToU8(sheet),
})

/** A workbook of one sheet, as a spreadsheet program would save it. */
export const makeWorkbook = (rows: readonly (readonly Cell[])[]): Uint8Array => {
  const written = rows.map(
    (cells, row) => `<row r="${row + 1}">${cells.map((cell, column) => writeCell(cell, row, column)).join('')}</row>`,
  )
  return zipSync(
    partsAround(`${HEAD}<worksheet xmlns="${SPREADSHEET}"><sheetData>${written.join('')}</sheetData></worksheet>`),
  )
}

/** A workbook that unpacks to so many bytes of nothing. */
export const makeBomb = (bytes: number): Uint8Array =>
  zipSync(
    partsAround(`${HEAD}<worksheet xmlns="${SPREADSHEET}"><sheetData>${' '.repeat(bytes)}</sheetData></worksheet>`),
  )

/** A workbook whose one cell claims to stand very far to the right. */
export const makeWide = (cell: string): Uint8Array =>
  zipSync(
    partsAround(
      `${HEAD}<worksheet xmlns="${SPREADSHEET}"><sheetData><row r="1"><c r="${cell}" t="inlineStr"><is><t>far</t></is></c></row></sheetData></worksheet>`,
    ),
  )
