import { LIMITS, clipText } from '@roundel/shared/kernel'
import { readText } from './read-text.ts'
import { readWorkbook } from './read-workbook.ts'
import type { ReadTable } from './table.ts'

const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

/**
 * Reads a file or a pasted table, whichever it is by its first bytes. Every cell is a text, also one that looks like a
 * formula.
 */
export const readTable = async (bytes: Uint8Array): Promise<ReadTable> => {
  const read = isArchive(bytes) ? await readWorkbook(bytes) : readText(bytes)
  if (!read.ok) return read
  const rows = read.rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  if (rows.length === 0) return { ok: false, reason: 'empty' }
  // One more row may say what the columns are.
  if (rows.length > LIMITS.importRows + 1) return { ok: false, reason: 'rows' }
  return { ...read, rows: rows.map((row) => row.map((cell) => clipText(cell, LIMITS.importCellCharacters))) }
}
