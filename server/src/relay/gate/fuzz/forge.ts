import * as encoding from 'lib0/encoding'
import type { Id } from '../update.ts'

/** A struct as a forger writes it: nothing about it needs to be true. */
export interface ForgedStruct {
  readonly kind: number
  readonly length: number
  readonly origin?: Id | undefined
  readonly rightOrigin?: Id | undefined
  readonly parent?: string | Id | undefined
  readonly key?: string | undefined
  readonly write: (encoder: encoding.Encoder) => void
}

interface ForgedSection {
  readonly client: number
  readonly clock: number
  readonly structs: readonly ForgedStruct[]
}

export interface ForgedDeletions {
  readonly client: number
  readonly ranges: readonly (readonly [clock: number, length: number])[]
}

export interface Forged {
  readonly sections: readonly ForgedSection[]
  readonly deletions?: readonly ForgedDeletions[]
}

type Place = Pick<ForgedStruct, 'origin' | 'rightOrigin' | 'parent' | 'key'>

export const characters = (text: string, place: Place): ForgedStruct => ({
  kind: 4,
  length: text.length,
  ...place,
  write: (encoder) => encoding.writeVarString(encoder, text),
})

export const values = (list: readonly unknown[], place: Place): ForgedStruct => ({
  kind: 8,
  length: list.length,
  ...place,
  write: (encoder) => {
    encoding.writeVarUint(encoder, list.length)
    for (const value of list) encoding.writeAny(encoder, value as encoding.AnyEncodable)
  },
})

export const deleted = (length: number, place: Place): ForgedStruct => ({
  kind: 1,
  length,
  ...place,
  write: (encoder) => encoding.writeVarUint(encoder, length),
})

/** A shared type: 0 array, 1 map, 2 text, 3 to 6 XML. */
export const type = (reference: number, place: Place): ForgedStruct => ({
  kind: 7,
  length: 1,
  ...place,
  write: (encoder) => {
    encoding.writeVarUint(encoder, reference)
    if (reference === 3 || reference === 5) encoding.writeVarString(encoder, 'p')
  },
})

export const collected = (length: number): ForgedStruct => ({
  kind: 0,
  length,
  write: (encoder) => encoding.writeVarUint(encoder, length),
})

export const skipped = (length: number): ForgedStruct => ({
  kind: 10,
  length,
  write: (encoder) => encoding.writeVarUint(encoder, length),
})

/** Content that Yjs knows and we do not: JSON, binary, embed, format, subdocument. */
export const foreign = (kind: 2 | 3 | 5 | 6 | 9, place: Place): ForgedStruct => ({
  kind,
  length: 1,
  ...place,
  write: (encoder) => {
    if (kind === 2) {
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarString(encoder, '1')
    } else if (kind === 3) encoding.writeVarUint8Array(encoder, new Uint8Array(2))
    else if (kind === 5) encoding.writeVarString(encoder, '{}')
    else if (kind === 6) {
      encoding.writeVarString(encoder, 'bold')
      encoding.writeVarString(encoder, 'true')
    } else {
      encoding.writeVarString(encoder, 'guid')
      encoding.writeAny(encoder, {})
    }
  },
})

/** Writes version 1 of the Yjs format, as it is told to. */
export const forge = ({ sections, deletions = [] }: Forged): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, sections.length)
  for (const { client, clock, structs } of sections) {
    encoding.writeVarUint(encoder, structs.length)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    for (const struct of structs) writeStruct(encoder, struct)
  }
  encoding.writeVarUint(encoder, deletions.length)
  for (const { client, ranges } of deletions) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const [clock, length] of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, length)
    }
  }
  return encoding.toUint8Array(encoder)
}

const writeStruct = (
  encoder: encoding.Encoder,
  { kind, origin, rightOrigin, parent, key, write }: ForgedStruct,
): void => {
  encoding.writeUint8(encoder, kind | (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0) | (key === undefined ? 0 : 0x20))
  if (origin) writeId(encoder, origin)
  if (rightOrigin) writeId(encoder, rightOrigin)
  if (!origin && !rightOrigin && kind !== 0 && kind !== 10) {
    encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
    if (typeof parent === 'string') encoding.writeVarString(encoder, parent)
    else writeId(encoder, parent ?? { client: 0, clock: 0 })
    if (key !== undefined) encoding.writeVarString(encoder, key)
  }
  write(encoder)
}

const writeId = (encoder: encoding.Encoder, { client, clock }: Id): void => {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}
