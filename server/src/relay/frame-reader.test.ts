import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openFrameReader } from './frame-reader.ts'
import { frameMessage } from './frames.ts'

test('R16 messages come out of their frames as they went in, however many arrive at once', () => {
  const sizes = fc.constantFrom(0, 1, 125, 126, 65_535, 65_536, 65_537, 200_000)
  fc.assert(
    fc.property(fc.array(sizes, { minLength: 1, maxLength: 4 }), fc.boolean(), (lengths, atOnce) => {
      const messages = lengths.map((length, index) => new Uint8Array(length).fill(index + 1))
      const frames = messages.flatMap((message) => frameMessage(message))
      const { take } = openFrameReader()
      const read = atOnce ? take(Buffer.concat(frames)) : frames.flatMap((frame) => take(frame))
      expect(read.map(({ length }) => length)).toEqual(lengths)
      expect(read.every((message, index) => Buffer.from(message).equals(messages[index] as Uint8Array))).toBe(true)
    }),
    { numRuns: 60 },
  )
})
