import * as decoding from 'lib0/decoding'

/** Bytes behind their length. Unlike lib0's reader it never reaches beyond the message it was given. Throws. */
export const readBytes = (decoder: decoding.Decoder): Uint8Array => {
  const length = decoding.readVarUint(decoder)
  if (length > decoder.arr.length - decoder.pos) throw new RangeError('a length points beyond the end')
  return decoding.readUint8Array(decoder, length)
}

/** Reads all of `bytes`; undefined when `read` throws or leaves something over. */
export const readWhole = <Value>(bytes: Uint8Array, read: (decoder: decoding.Decoder) => Value): Value | undefined => {
  const decoder = decoding.createDecoder(bytes)
  try {
    const value = read(decoder)
    return decoder.pos === bytes.length ? value : undefined
  } catch {
    return undefined
  }
}
