import * as decoding from 'lib0/decoding'
import { type Bytes, readByte, readName, readNumber, readText } from './bytes.ts'
import { GATE_LIMITS } from './limits.ts'
import { Malformed } from './malformed.ts'

/**
 * The next plain value, as lib0's `writeAny` wrote it: JSON and `undefined`.
 *
 * Throws for binaries and big integers, and for values that are too deep or take too many bytes.
 */
export const readPlainValue = (bytes: Bytes): unknown =>
  readValue(bytes, GATE_LIMITS.valueDepth, bytes.pos + GATE_LIMITS.valueBytes)

const readValue = (bytes: Bytes, depth: number, end: number): unknown => {
  const value = readKind(bytes, depth, end)
  if (bytes.pos > end) throw new Malformed('a value is too large')
  return value
}

const readKind = (bytes: Bytes, depth: number, end: number): unknown => {
  switch (readByte(bytes)) {
    case 127:
      return undefined
    case 126:
      return null
    case 125:
      return readInteger(bytes)
    case 124:
      return decoding.readFloat32(bytes)
    case 123:
      return decoding.readFloat64(bytes)
    case 121:
      return false
    case 120:
      return true
    case 119:
      return readText(bytes, GATE_LIMITS.valueBytes)
    case 118:
      return readObject(bytes, depth, end)
    case 117:
      return readArray(bytes, depth, end)
    default:
      throw new Malformed('a value is no JSON')
  }
}

/** A signed number. lib0 takes what lies beyond the end for a zero, so it is looked at first. */
const readInteger = (bytes: Bytes): number => {
  if (bytes.pos >= bytes.arr.length) throw new Malformed('it ends too early')
  const value = decoding.readVarInt(bytes)
  if (!Number.isSafeInteger(value)) throw new Malformed('a number is out of range')
  return value
}

const readArray = (bytes: Bytes, depth: number, end: number): unknown[] => {
  if (depth === 0) throw new Malformed('a value is too deep')
  const entries: unknown[] = []
  for (let left = readNumber(bytes, GATE_LIMITS.valueBytes); left > 0; left--) {
    entries.push(readValue(bytes, depth - 1, end))
  }
  return entries
}

const readObject = (bytes: Bytes, depth: number, end: number): Record<string, unknown> => {
  if (depth === 0) throw new Malformed('a value is too deep')
  const object: Record<string, unknown> = {}
  for (let left = readNumber(bytes, GATE_LIMITS.valueBytes); left > 0; left--) {
    const name = readName(bytes, GATE_LIMITS.nameCharacters)
    object[name] = readValue(bytes, depth - 1, end)
  }
  return object
}
