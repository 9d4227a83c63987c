import Papa from 'papaparse'
import { LIMITS } from '@roundel/shared/kernel'
import type { ReadTable } from './table.ts'

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte)

/** The text of a file: UTF-8, or UTF-16 where its first bytes say so. Undefined for anything else. */
const decode = (bytes: Uint8Array): string | undefined => {
  const encoding = startsWith(bytes, 0xff, 0xfe) ? 'utf-16le' : startsWith(bytes, 0xfe, 0xff) ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * Reads text as a table: separated by commas, semicolons, tabs or bars, whichever it is. Text with a zero character in it is
 * none: it is a file of another kind.
 */
export const readText = (bytes: Uint8Array): ReadTable => {
  const text = decode(bytes)
  if (text === undefined || text.includes('\0')) return { ok: false, reason: 'encoding' }
  const rows: string[][] = []
  let isTooWide = false
  Papa.parse<string[]>(text, {
    skipEmptyLines: true,
    step: ({ data }, parser) => {
      isTooWide = data.length > LIMITS.importColumns
      // One more than fits, with a row of headings, tells that there are too many; nobody needs the rest.
      if (isTooWide || rows.length > LIMITS.importRows + 1) parser.abort()
      else rows.push(data)
    },
  })
  return isTooWide ? { ok: false, reason: 'columns' } : { ok: true, rows, format: 'text' }
}
