/** Puts the messages of one wire together again from their frames. */
export interface FrameReader {
  /** Takes whole unmasked frames; returns the messages that end in them. Throws for anything but data frames in order. */
  readonly take: (frames: Uint8Array) => readonly Uint8Array[]
}

/** Reads what `frameMessage` writes, where frames go no further than this process (RFC 6455, section 5.2). */
export const openFrameReader = (): FrameReader => {
  let fragments: Uint8Array[] = []

  return {
    take: (frames) => {
      const bytes = Buffer.from(frames.buffer, frames.byteOffset, frames.length)
      const messages: Uint8Array[] = []
      for (let at = 0; at < bytes.length;) {
        const first = bytes.readUInt8(at)
        const short = bytes.readUInt8(at + 1)
        const start = at + (short < 126 ? 2 : short === 126 ? 4 : 10)
        const length =
          short < 126 ? short : short === 126 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2))
        if ((first & 0x0f) !== (fragments.length > 0 ? 0 : 2)) throw new Error('not the opcode that must come here')
        if (start + length > bytes.length) throw new Error('a frame was cut')
        at = start + length
        fragments.push(bytes.subarray(start, at))
        if (first & 0x80) {
          messages.push(new Uint8Array(Buffer.concat(fragments)))
          fragments = []
        }
      }
      return messages
    },
  }
}
