import { LIMITS } from '@roundel/shared/kernel'
import { type Unzipped, unzipSync, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import type { ReadTable } from './table.ts'

/** What of a workbook says what stands in its cells; pictures and macros are not even unpacked. */
const PART = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/.*\.(?:xml|rels))$/
const PARTS = 500

/** Unpacks what is needed. Undefined when that would be too much; throws for what is no archive. */
const unpack = (bytes: Uint8Array): Unzipped | undefined => {
  let unpacked = 0
  let count = 0
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!PART.test(name)) return false
      unpacked += originalSize
      count += 1
      // As large as each part says: the unpacker makes room for that and for no more, whatever then comes.
      return unpacked <= LIMITS.importUnpackedBytes && count <= PARTS
    },
  })
  return unpacked <= LIMITS.importUnpackedBytes && count <= PARTS ? parts : undefined
}

const asText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  return ''
}

/** Reads the first sheet of a workbook (Office Open XML). A formula is what it came to when the file was saved. */
export const readWorkbook = async (bytes: Uint8Array): Promise<ReadTable> => {
  try {
    const parts = unpack(bytes)
    if (!parts) return { ok: false, reason: 'packed' }
    // Packed anew without compression, so that the reader has nothing to unpack and begins no thread for it.
    const plain = zipSync(parts, { level: 0 })
    const sheet = await readSheet(
      plain.buffer.slice(plain.byteOffset, plain.byteOffset + plain.byteLength) as ArrayBuffer,
      {
        parseNumber: (number) => number,
        trim: false,
      },
    )
    if (sheet.some((row) => row.length > LIMITS.importColumns)) return { ok: false, reason: 'columns' }
    return { ok: true, rows: sheet.map((row) => row.map(asText)), format: 'xlsx' }
  } catch {
    // Whatever such a file holds, it is not a workbook that can be read.
    return { ok: false, reason: 'broken' }
  }
}
