/** One websocket message, ready to be written: one or more whole binary frames. Shared between sockets, never changed. */
export type Frames = readonly Uint8Array[]

/** Messages above this travel in several frames, so that a slow socket can be fed bit by bit and still be pinged. */
const FRAGMENT_BYTES = 64 * 1024

const FINAL = 0x80
const BINARY = 0x02
const CONTINUATION = 0x00

const openFrame = (first: number, length: number): { frame: Uint8Array; start: number } => {
  const start = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(start + length)
  frame[0] = first
  if (start === 2) frame[1] = length
  else if (start === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  return { frame, start }
}

/**
 * A message, given in parts, as unmasked binary frames (RFC 6455, section 5.2).
 *
 * Building it once and writing the same bytes to every socket is what makes a broadcast cheap.
 */
export const frameMessage = (...parts: readonly Uint8Array[]): Frames => {
  const total = parts.reduce((sum, part) => sum + part.length, 0)
  const frames: Uint8Array[] = []
  let part = 0
  let from = 0
  for (let written = 0; written < total || frames.length === 0;) {
    const length = Math.min(FRAGMENT_BYTES, total - written)
    const last = written + length === total
    const { frame, start } = openFrame((last ? FINAL : 0) | (written === 0 ? BINARY : CONTINUATION), length)
    for (let at = start; at < frame.length;) {
      const source = parts[part] as Uint8Array
      const taken = source.subarray(from, from + frame.length - at)
      frame.set(taken, at)
      at += taken.length
      from += taken.length
      if (from === source.length) {
        part++
        from = 0
      }
    }
    frames.push(frame)
    written += length
  }
  return frames
}

export const framesLength = (frames: Frames): number => frames.reduce((sum, frame) => sum + frame.length, 0)
