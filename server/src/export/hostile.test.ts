import XLSX from '@e965/xlsx'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { defuse } from './csv.ts'
import type { FileSource } from './file-source.ts'
import { type FileOrder, makeFile } from './make-file.ts'
import { HOSTILE } from './testing/hostile-texts.ts'
import { sourceOf } from './testing/made-source.ts'

const order = (format: FileOrder['format'], more: Partial<FileOrder> = {}): FileOrder => ({
  format,
  language: 'en',
  sheet: 'items',
  ...more,
})
const textFile = async (source: FileSource, format: FileOrder['format']): Promise<string> =>
  (await makeFile(source, order(format))) as string
const workbook = async (source: FileSource, more: Partial<FileOrder> = {}): Promise<XLSX.WorkBook> =>
  XLSX.read(await makeFile(source, order('xlsx', more)), { type: 'buffer', cellFormula: true, cellDates: true })

/** What can be written at all of a text: XML has no control characters, and no half of a pair. */
const writable = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- these are the characters that are meant
  text.toWellFormed().replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFD-\uFFFF]/g, '')
/** XML knows one kind of line break. */
const unbroken = (text: string): string => text.replaceAll(/\r\n?/g, '\n')

test('X32 there are enough of them', () => {
  expect(new Set(HOSTILE).size).toBeGreaterThanOrEqual(60)
})

describe.each(['text', 'title'] as const)('hostile texts as %s', (place) => {
  const sourceFor = (text: string): FileSource =>
    place === 'text' ? sourceOf([text]) : sourceOf(['plain'], { title: text, stepTitle: text })

  test.each(HOSTILE)('X32 %j is text in a workbook, and reads as it was written', async (text) => {
    const { Sheets, SheetNames } = await workbook(sourceFor(text))
    for (const name of SheetNames) {
      for (const [at, cell] of Object.entries(Sheets[name] ?? {})) {
        if (!at.startsWith('!')) expect((cell as XLSX.CellObject).f, `${name} ${at}`).toBeUndefined()
      }
    }
    const [row] = XLSX.utils.sheet_to_json<Record<string, string>>(Sheets['Items'] as XLSX.WorkSheet)
    expect(unbroken(String(row?.[place === 'text' ? 'text' : 'step']))).toBe(unbroken(writable(text)))
  })

  test.each(HOSTILE)('X5 %j is text in CSV', async (text) => {
    const csv = await textFile(sourceFor(text), 'csv')
    const { data } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true, delimiter: ',', newline: '\r\n' })
    expect(data[0]?.[place === 'text' ? 'text' : 'step']).toBe(defuse(text))
    for (const line of Papa.parse<string[]>(csv.slice(1), { delimiter: ',', newline: '\r\n' }).data) {
      for (const cell of line) expect(cell).not.toMatch(/^[\s\0]*[=+\-@＝＋－＠﹦﹢﹣﹫−]/u)
    }
  })

  test.each(HOSTILE)('X33 %j makes no element in a page', async (text) => {
    const page = await textFile(sourceFor(text), 'html')
    const plain = await textFile(place === 'text' ? sourceOf(['plain']) : sourceFor('plain'), 'html')
    const tagsOf = (html: string): readonly string[] =>
      (html.match(/<[/!]?[a-z]+/gi) ?? []).filter((tag) => tag !== '<br')
    const lines = text.split('\n').length
    expect(tagsOf(page)).toEqual(tagsOf(plain))
    expect(page.match(/<br>/g)?.length ?? 0).toBeLessThanOrEqual((lines - 1) * 2)
    // What looks like a tag in a text has no bracket left, so every bracket begins a tag of ours.
    expect(page).not.toMatch(/<[^>]*\s(?:href|src|on[a-z]+)=/i)
  })
})

test('X33 a page loads and runs nothing, wherever it is opened', async () => {
  const page = await textFile(sourceOf(['An idea']), 'html')
  expect(page).toMatch(
    /http-equiv="content-security-policy" content="default-src &#x27;none&#x27;; style-src &#x27;unsafe-inline&#x27;"/,
  )
  expect(page).not.toMatch(/<(?:script|link|img|iframe|object|embed|base|form)/i)
  expect(page).not.toMatch(/url\(|@import|https?:/i)
})

test('X31 a workbook has every sheet, its head in sight with a filter, numbers as numbers and moments as moments', async () => {
  const file = (await makeFile(sourceOf(['One', 'Two']), order('xlsx'))) as Uint8Array
  const read = XLSX.read(file, { type: 'buffer', cellDates: true, bookFiles: true })
  expect(read.SheetNames).toEqual([
    'Items',
    'Links',
    'Clusters',
    'Causes',
    'Rounds',
    'Scores',
    'Results',
    'Journey',
    'Decisions',
  ])
  for (const name of read.SheetNames) expect(read.Sheets[name]?.['!autofilter']?.ref, name).toMatch(/^A1:/)
  const { files } = read as unknown as { files: Record<string, { content: Uint8Array | string }> }
  const sheets = Object.entries(files).filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name))
  expect(sheets).toHaveLength(9)
  for (const [, { content }] of sheets) {
    const xml = typeof content === 'string' ? content : Buffer.from(content).toString()
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    expect(xml).not.toContain('<f>')
  }
  const journey = XLSX.utils.sheet_to_json<Record<string, unknown>>(read.Sheets['Journey'] as XLSX.WorkSheet)
  expect(journey[0]).toMatchObject({ place: 1, kind: 'brainstorm', real_minutes: 10 })
  expect(journey[0]?.['begun_at']).toBeInstanceOf(Date)
})

test('X34 sheets and pages for Persian readers begin at the right, others at the left', async () => {
  const source = sourceOf(['سلام', 'Hello'])
  const isRightToLeft = async (language: 'en' | 'fa'): Promise<boolean> =>
    (await workbook(source, { language })).Workbook?.Views?.[0]?.RTL === true
  expect(await isRightToLeft('fa')).toBe(true)
  expect(await isRightToLeft('en')).toBe(false)
  const page = (await makeFile(source, order('html', { language: 'fa' }))) as string
  expect(page).toContain('<html lang="fa" dir="rtl">')
  expect(page).toContain('unicode-bidi: plaintext')
  expect(page).toContain('<h1 dir="auto">')
})

test('X35 files speak the language that was asked for, and what people wrote stays in its own', async () => {
  const heads = { en: 'How the session went', ru: 'Как прошла сессия', fa: 'نشست چگونه گذشت' } as const
  for (const language of ['en', 'ru', 'fa'] as const) {
    for (const format of ['md', 'html'] as const) {
      const file = (await makeFile(sourceOf(['An idea of ours']), order(format, { language }))) as string
      expect(file).toContain(heads[language])
      expect(file).toContain('An idea of ours')
    }
  }
})

test('X35 CSV holds the table that was asked for', async () => {
  const csv = (await makeFile(sourceOf(['An idea']), order('csv', { sheet: 'journey' }))) as string
  expect(Papa.parse<Record<string, string>>(csv.slice(1), { header: true }).data[0]).toMatchObject({
    kind: 'brainstorm',
    real_minutes: '10',
  })
})
