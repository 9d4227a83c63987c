import * as decoding from 'lib0/decoding'
import { Malformed } from './malformed.ts'

/** A place in a run of bytes, moved on by reading. */
export type Bytes = decoding.Decoder<ArrayBufferLike>

export const openBytes = (bytes: Uint8Array): Bytes => decoding.createDecoder(bytes)

/** The next byte. Throws at the end, where lib0 would answer nothing. */
export const readByte = (bytes: Bytes): number => {
  const byte = bytes.arr[bytes.pos]
  if (byte === undefined) throw new Malformed('it ends too early')
  bytes.pos++
  return byte
}

/**
 * The next number, from 0 to `most`. Throws for one that is larger, that is cut off, or that is written with more bytes
 * than it needs: what an update means is written in one way only.
 */
export const readNumber = (bytes: Bytes, most: number): number => {
  const start = bytes.pos
  const number = decoding.readVarUint(bytes)
  if (number > most) throw new Malformed('a number is out of range')
  if (bytes.pos - start > 1 && bytes.arr[bytes.pos - 1] === 0) throw new Malformed('a number is padded')
  return number
}

/** As `readNumber`, for a length: from 1 on. */
export const readLength = (bytes: Bytes, most: number): number => {
  const length = readNumber(bytes, most)
  if (length === 0) throw new Malformed('something is empty')
  return length
}

/** The next text of at most `most` UTF-16 units. Looks at its size before it decodes it; throws for broken UTF-8. */
export const readText = (bytes: Bytes, most: number): string => {
  const start = bytes.pos
  // A UTF-16 unit takes at most three bytes.
  const size = readNumber(bytes, most * 3)
  const end = bytes.pos + size
  if (end > bytes.arr.length) throw new Malformed('a text is cut off')
  if (size <= SHORT) {
    const text = readPlain(bytes, end)
    if (text !== undefined) {
      if (size > most) throw new Malformed('a text is too long')
      return text
    }
  }
  bytes.pos = start
  const text = decoding.readVarString(bytes)
  if (text.length > most) throw new Malformed('a text is too long')
  return text
}

/** Up to this many bytes, text without accents is read faster here than by a decoder. */
const SHORT = 24

const readPlain = (bytes: Bytes, end: number): string | undefined => {
  let text = ''
  for (let at = bytes.pos; at < end; at++) {
    const unit = bytes.arr[at] as number
    if (unit >= 0x80) return undefined
    text += String.fromCharCode(unit)
  }
  bytes.pos = end
  return text
}

const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** The next name of a collection, record or field. Throws for names that mean something to objects themselves. */
export const readName = (bytes: Bytes, most: number): string => {
  const name = readText(bytes, most)
  if (RESERVED.has(name)) throw new Malformed('a name is reserved')
  return name
}
