import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** Chance that gives the same frames at every run (mulberry32). */
const openChance = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const frame = (...write: ((encoder: encoding.Encoder) => void)[]): Uint8Array => {
  const encoder = encoding.createEncoder()
  for (const part of write) part(encoder)
  return encoding.toUint8Array(encoder)
}
const number = (value: number) => (encoder: encoding.Encoder) => encoding.writeVarUint(encoder, value)
const bytes = (value: Uint8Array) => (encoder: encoding.Encoder) => encoding.writeVarUint8Array(encoder, value)

/** An update that is well formed and that nobody has the right to send: another root, and a value of half a document. */
const forbiddenUpdate = (): Uint8Array => {
  const doc = new Y.Doc()
  doc.getMap('session').set('role', 'facilitator')
  doc.getArray('log').push(['x'.repeat(500)])
  return Y.encodeStateAsUpdate(doc)
}

/**
 * Frames that no client of ours sends: nothing, unknown kinds, lengths that point beyond the end, numbers that never end,
 * cut and altered updates, and well-formed updates of things that do not belong into the document.
 */
export const malformedFrames = (count: number): readonly Uint8Array[] => {
  const chance = openChance(20_261_122)
  const update = forbiddenUpdate()
  const makers: readonly (() => Uint8Array)[] = [
    () => new Uint8Array(),
    () => frame(number(4 + chance(90))),
    () => frame(number(0), number(3 + chance(200)), bytes(update)),
    () => frame(number(0), number(chance(3)), number(1 + chance(2 ** 31))),
    () => Uint8Array.from({ length: 1 + chance(40) }, () => 0x80 | chance(128)),
    () => frame(number(0), number(2), bytes(update.slice(0, 1 + chance(update.length - 1)))),
    () => frame(number(0), number(1), bytes(Uint8Array.from({ length: 2 + chance(60) }, () => chance(256)))),
    () => frame(number(0), number(2), bytes(update)),
    () => frame(number(0), number(2), bytes(update), number(chance(1000))),
    () => frame(number(0), number(0), bytes(Uint8Array.from({ length: 1 + chance(20) }, () => 0xff))),
    () => frame(number(1), bytes(Uint8Array.from({ length: 1 + chance(30) }, () => 0x80 | chance(128)))),
    () => new Uint8Array(300 * 1024).fill(chance(256)),
  ]
  return Array.from({ length: count }, (_, nth) => (makers[nth % makers.length] as () => Uint8Array)())
}
