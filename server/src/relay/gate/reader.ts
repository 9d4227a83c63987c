import { type Result, fail, ok } from '@roundel/shared/kernel'
import { type Bytes, openBytes, readByte, readLength, readName, readNumber, readText } from './bytes.ts'
import { GATE_LIMITS, type MessageLimits } from './limits.ts'
import { Malformed } from './malformed.ts'
import { readPlainValue } from './plain-value.ts'
import type { Content, Deletions, Id, Section, Struct, Update } from './update.ts'

/** What the reader needs to know of the document, to leave out what is there already. */
export interface Known {
  /** The clock that is expected next from a client id. */
  readonly nextClock: (client: number) => number
  /** The bytes of ranges of a client id of which each is known to be deleted; undefined when none are remembered. */
  readonly deletions: (client: number) => Uint8Array | undefined
}

/** Why an update was not read; for the log. */
export interface Unreadable {
  readonly code: 4400 | 4413
  readonly reason: string
}

/**
 * Reads an update of version 1 of the Yjs format.
 *
 * Stricter than Yjs: refuses whatever a stock client does not write, bytes that are left over, and contents that have no
 * place in our documents. Limits hold while reading: nothing is allocated by a count that was only declared.
 * Takes time linear in the size of the update. Never throws.
 */
export const readUpdate = (update: Uint8Array, limits: MessageLimits, known: Known): Result<Update, Unreadable> => {
  if (update.length > limits.bytes) return fail({ code: 4413, reason: 'the message is too large' })
  try {
    const bytes = openBytes(update)
    const { sections, abridged } = readSections(bytes, limits, known)
    const { deletions, repeated } = readDeletions(bytes, known)
    if (bytes.pos !== update.length) throw new Malformed('bytes are left over')
    return ok({ sections, deletions, abridged: abridged || repeated })
  } catch (fault) {
    // lib0 throws plain errors at the end of the bytes, and a decoder of UTF-8 throws a TypeError.
    if (fault instanceof Error) return fail({ code: 4400, reason: fault.message })
    throw fault
  }
}

const readSections = (bytes: Bytes, limits: MessageLimits, known: Known) => {
  const sections: Section[] = []
  const total = readNumber(bytes, bytes.arr.length)
  const once = onlyOnce(total)
  let abridged = false
  let room = limits.structs
  for (let left = total; left > 0; left--) {
    const count = readLength(bytes, bytes.arr.length)
    const client = readNumber(bytes, GATE_LIMITS.client)
    once(client)
    const structs = readStructs(bytes, count, client, known.nextClock(client), room)
    if (structs.length < count) abridged = true
    if (structs.length === 0) continue
    room -= structs.length
    sections.push({ client, structs })
    if (sections.length > limits.clients) throw new Malformed('too many client ids write')
  }
  return { sections, abridged }
}

/** Refuses a client id that comes twice among `total`: Yjs itself would read only the last of its sections. */
const onlyOnce = (total: number): ((client: number) => void) => {
  if (total < 2) return allow
  const seen = new Set<number>()
  return (client) => {
    if (seen.has(client)) throw new Malformed('a client id has two sections')
    seen.add(client)
  }
}

const allow = (): void => {}

/** The structs of one section, without those that end before the clock that is expected next. */
const readStructs = (bytes: Bytes, count: number, client: number, next: number, room: number): Struct[] => {
  const structs: Struct[] = []
  let clock = readNumber(bytes, GATE_LIMITS.clock)
  for (let left = count; left > 0; left--) {
    const struct = readStruct(bytes, client, clock)
    clock += struct.length
    if (clock > GATE_LIMITS.clock) throw new Malformed('a clock is out of range')
    if (clock <= next) continue
    if (structs.length === room) throw new Malformed('too many structs')
    structs.push(struct)
  }
  return structs
}

const HAS_ORIGIN = 0x80
const HAS_RIGHT_ORIGIN = 0x40
const HAS_KEY = 0x20
const CONTENT = 0x1f

const COLLECTED: Content = { type: 'collected' }
const SKIPPED: Content = { type: 'skipped' }
const DELETED: Content = { type: 'deleted' }
const RECORD: Content = { type: 'record' }
const TEXT: Content = { type: 'text' }

const readStruct = (bytes: Bytes, client: number, clock: number): Struct => {
  const from = bytes.pos
  const info = readByte(bytes)
  if (info === 0 || info === 10) {
    const length = readLength(bytes, GATE_LIMITS.clock)
    const content = info === 0 ? COLLECTED : SKIPPED
    const to = bytes.pos
    return {
      client,
      clock,
      length,
      content,
      origin: null,
      rightOrigin: null,
      parent: null,
      key: null,
      keyed: false,
      from,
      to,
    }
  }
  const origin = info & HAS_ORIGIN ? readId(bytes) : null
  const rightOrigin = info & HAS_RIGHT_ORIGIN ? readId(bytes) : null
  const keyed = (info & HAS_KEY) !== 0
  const placed = origin === null && rightOrigin === null
  const parent = placed ? readParent(bytes) : null
  const key = placed && keyed ? readName(bytes, GATE_LIMITS.nameCharacters) : null
  const kind = info & CONTENT
  const lengthBefore = kind === 1 ? readLength(bytes, GATE_LIMITS.clock) : 0
  const content = readContent(bytes, kind)
  const length = lengthBefore || measure(content)
  return { client, clock, length, content, origin, rightOrigin, parent, key, keyed, from, to: bytes.pos }
}

const measure = (content: Content): number => {
  if (content.type === 'characters') return content.text.length
  return content.type === 'values' ? content.values.length : 1
}

const readContent = (bytes: Bytes, kind: number): Content => {
  switch (kind) {
    case 1:
      return DELETED
    case 4: {
      const text = readText(bytes, GATE_LIMITS.textCharacters)
      if (text === '') throw new Malformed('something is empty')
      return { type: 'characters', text }
    }
    case 7:
      return readType(bytes)
    case 8: {
      const values: unknown[] = []
      for (let left = readLength(bytes, GATE_LIMITS.valuesPerStruct); left > 0; left--)
        values.push(readPlainValue(bytes))
      return { type: 'values', values }
    }
    default:
      throw new Malformed('content of this kind has no place here')
  }
}

const readType = (bytes: Bytes): Content => {
  const type = readByte(bytes)
  if (type === 1) return RECORD
  if (type === 2) return TEXT
  throw new Malformed('a type that is neither map nor text')
}

const readId = (bytes: Bytes): Id => ({
  client: readNumber(bytes, GATE_LIMITS.client),
  clock: readNumber(bytes, GATE_LIMITS.clock),
})

const readParent = (bytes: Bytes): string | Id =>
  readNumber(bytes, 1) === 1 ? readName(bytes, GATE_LIMITS.nameCharacters) : readId(bytes)

const readDeletions = (bytes: Bytes, known: Known) => {
  const deletions: Deletions[] = []
  const total = readNumber(bytes, GATE_LIMITS.deletionSections)
  const once = onlyOnce(total)
  let repeated = false
  for (let left = total; left > 0; left--) {
    const client = readNumber(bytes, GATE_LIMITS.client)
    once(client)
    const remembered = known.deletions(client)
    if (remembered && startsWith(bytes, remembered)) {
      bytes.pos += remembered.length
      repeated = true
    } else {
      deletions.push(readRanges(bytes, client))
    }
  }
  return { deletions, repeated }
}

/** Ranges are written with their count in front, so bytes that begin alike are the same ranges to the end. */
const startsWith = (bytes: Bytes, start: Uint8Array): boolean =>
  bytes.pos + start.length <= bytes.arr.length &&
  Buffer.compare(bytes.arr.subarray(bytes.pos, bytes.pos + start.length), start) === 0

const readRanges = (bytes: Bytes, client: number): Deletions => {
  const from = bytes.pos
  const ranges: number[] = []
  let end = 0
  for (let left = readLength(bytes, bytes.arr.length); left > 0; left--) {
    const clock = readNumber(bytes, GATE_LIMITS.clock)
    const length = readLength(bytes, GATE_LIMITS.clock - clock)
    if (clock < end) throw new Malformed('ranges overlap or are out of order')
    end = clock + length
    ranges.push(clock, length)
  }
  return { client, ranges, from, to: bytes.pos }
}
