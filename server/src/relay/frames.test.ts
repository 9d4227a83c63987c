import type { Writable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as ws from 'ws'
import { frameMessage, framesLength } from './frames.ts'

/** The receiving half of `ws`, which its types leave out. */
const { Receiver } = ws as unknown as { readonly Receiver: new (options: { readonly isServer: boolean }) => Writable }

/** What it makes of some bytes. */
const receive = async (bytes: Uint8Array): Promise<readonly Uint8Array[]> => {
  const receiver = new Receiver({ isServer: false })
  const messages: Uint8Array[] = []
  receiver.on('message', (data: Uint8Array, isBinary: boolean) => {
    expect(isBinary).toBe(true)
    messages.push(new Uint8Array(data))
  })
  await new Promise<void>((resolve, reject) => {
    receiver.on('error', reject)
    receiver.write(bytes, () => resolve())
  })
  return messages
}

test('R16 a message of any length, in any number of parts, arrives as it was', async () => {
  const sizes = fc.constantFrom(0, 1, 125, 126, 65_535, 65_536, 65_537, 131_072, 200_000)
  await fc.assert(
    fc.asyncProperty(fc.array(sizes, { minLength: 1, maxLength: 4 }), async (lengths) => {
      const parts = lengths.map((length, index) => new Uint8Array(length).fill(index + 1))
      const frames = frameMessage(...parts)
      const bytes = Buffer.concat(frames)
      expect(framesLength(frames)).toBe(bytes.length)
      expect(await receive(bytes)).toEqual([new Uint8Array(Buffer.concat(parts))])
    }),
    { numRuns: 60 },
  )
})

test('R16 large messages travel in frames of at most 64 KiB, between which control frames fit', async () => {
  const frames = frameMessage(new Uint8Array(1_000_000).fill(7))
  expect(Math.max(...frames.map(({ length }) => length))).toBeLessThanOrEqual(64 * 1024 + 10)
  const ping = Uint8Array.of(0x89, 0)
  const [message] = await receive(Buffer.concat(frames.flatMap((frame) => [frame, ping])))
  expect(message).toEqual(new Uint8Array(1_000_000).fill(7))
})
