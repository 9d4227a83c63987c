import * as encoding from 'lib0/encoding'
import type { Incoming } from './ground.ts'
import type { Content, Deletions, Id, Struct } from './update.ts'

/**
 * Writes an update with nothing but what is new: the structs given, copied from the update they came in, and the ranges
 * given. A struct whose beginning is known is written as what follows it.
 */
export const writeUpdate = (
  original: Uint8Array,
  incoming: Iterable<Incoming>,
  deletions: readonly Pick<Deletions, 'client' | 'ranges'>[],
): Uint8Array => {
  const encoder = encoding.createEncoder()
  const sections = [...incoming]
  encoding.writeVarUint(encoder, sections.length)
  for (const section of sections) writeSection(encoder, original, section)
  encoding.writeVarUint(encoder, deletions.length)
  for (const { client, ranges } of deletions) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length / 2)
    for (const number of ranges) encoding.writeVarUint(encoder, number)
  }
  return encoding.toUint8Array(encoder)
}

const writeSection = (
  encoder: encoding.Encoder,
  original: Uint8Array,
  { client, base, structs, cut }: Incoming,
): void => {
  encoding.writeVarUint(encoder, structs.length)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, base)
  const first = structs[0] as Struct
  const last = structs[structs.length - 1] as Struct
  if (cut) writeStruct(encoder, first)
  encoding.writeUint8Array(encoder, original.subarray(cut ? first.to : first.from, last.to))
}

/** Writes the rest of a struct: what it follows stands in its origin. */
const writeStruct = (encoder: encoding.Encoder, { content, origin, rightOrigin, length }: Struct): void => {
  encoding.writeUint8(encoder, kindOf(content) | (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0))
  if (origin) writeId(encoder, origin)
  if (rightOrigin) writeId(encoder, rightOrigin)
  switch (content.type) {
    case 'characters':
      encoding.writeVarString(encoder, content.text)
      break
    case 'values':
      encoding.writeVarUint(encoder, length)
      for (const value of content.values) encoding.writeAny(encoder, value as encoding.AnyEncodable)
      break
    default:
      encoding.writeVarUint(encoder, length)
  }
}

/** The kinds of content that have more than one unit, and so can be cut. */
const kindOf = ({ type }: Content): number =>
  type === 'characters' ? 4 : type === 'values' ? 8 : type === 'deleted' ? 1 : 0

const writeId = (encoder: encoding.Encoder, { client, clock }: Id): void => {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}
