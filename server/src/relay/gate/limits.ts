import { LIMITS } from '@roundel/shared/kernel'

/** What one message may hold. A step 2 may carry hours of work done offline, an update is one act of one person. */
export interface MessageLimits {
  /** Size of the message. */
  readonly bytes: number
  /** Structs that the server does not have yet. */
  readonly structs: number
  /** Client ids that write something new. */
  readonly clients: number
  /** New structs under one key of one map: each costs more than the last, so a long row of them is quadratic. */
  readonly writesPerKey: number
}

export const MESSAGE_LIMITS = {
  update: { bytes: LIMITS.updateBytes, structs: 5_000, clients: 8, writesPerKey: 200 },
  step2: { bytes: LIMITS.syncStep2Bytes, structs: 20_000, clients: 50, writesPerKey: 1_000 },
} as const satisfies Record<'update' | 'step2', MessageLimits>

/** What holds for every message. Counts and lengths are in the units of the thing counted. */
export const GATE_LIMITS = {
  /** Client ids are unsigned 32-bit numbers, clocks stay below 2^31. */
  client: 2 ** 32 - 1,
  clock: 2 ** 31 - 1,
  /** Sections of a delete set: one for each client id that ever deleted anything. */
  deletionSections: 20_000,
  /** Ranges of a delete set that delete something the server still has. */
  deletionRanges: 20_000,
  /** Items that one message deletes. A record or a text that goes takes all of its items with it. */
  deletedItems: 50_000,
  /** UTF-16 units in one inserted text, and in the name of a collection, record or field. */
  textCharacters: 20_000,
  nameCharacters: 64,
  /** Bytes, depth and entries of one plain value: the longest is a second line, 2,000 characters of up to 3 bytes. */
  valueBytes: 8 * 1024,
  valueDepth: 6,
  /** Plain values in one struct: those of a key, merged. */
  valuesPerStruct: 1_000,
  /** Steps along lists of characters and values that a message may cost in all. Merging it costs as many. */
  steps: 200_000,
} as const

/** Records of one collection, those that were removed not counted. */
export const RECORDS_AT_MOST = {
  board: LIMITS.itemsPerBoard,
  table: LIMITS.itemsPerBoard,
  draft: LIMITS.draftsPerSeat,
  presence: 0,
} as const
