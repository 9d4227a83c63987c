import { LIMITS, type SeatId } from '@roundel/shared/kernel'
import { encodeAwarenessEntry } from './awareness-message.ts'
import type { Clock } from './clock.ts'
import { openOutbox, type Outbox } from './outbox.ts'
import type { PresenceState } from './presence-state.ts'
import { openTokenBucket, type TokenBucket } from './token-bucket.ts'
import type { Wire } from './wire.ts'

/** What others see of a person. */
export interface Shown extends PresenceState {
  readonly seat: SeatId
  readonly name: string
  readonly colour: string
}

/** One socket in the presence room. */
export interface PresenceMember {
  readonly seat: SeatId
  readonly wire: Wire
  readonly outbox: Outbox
  readonly sync: TokenBucket
  /** Whom others know it as. */
  readonly id: number
  /** The client id it calls itself by; the first it announced. */
  pinned: number | undefined
  /** What it last said, and when that was taken; what it said since then and is too early for. */
  state: PresenceState | undefined
  takenAt: number
  surplus: Uint8Array | undefined
  cancelSurplus: (() => void) | undefined
  /** What others are shown now, and how new it is. The clock rises whenever anything is sent about it. */
  shown: Shown | undefined
  clock: number
  circle: string
  /** Those of whom it has not heard the newest, because it is slow. */
  readonly missed: Set<PresenceMember>
  introducedAt: number
  gone: boolean
}

export const openPresenceMember = (
  wire: Wire,
  seat: SeatId,
  id: number,
  circle: string,
  clock: Clock,
): PresenceMember => ({
  seat,
  wire,
  outbox: openOutbox(wire, clock),
  sync: openTokenBucket(LIMITS.syncPerSecond, LIMITS.syncBurst, clock.now()),
  id,
  pinned: undefined,
  state: undefined,
  takenAt: -Infinity,
  surplus: undefined,
  cancelSurplus: undefined,
  shown: undefined,
  clock: 0,
  circle,
  missed: new Set(),
  introducedAt: -Infinity,
  gone: false,
})

export const encodeMember = (member: PresenceMember): Uint8Array =>
  encodeAwarenessEntry(member.id, member.clock, member.shown)

export const encodeAbsence = (member: PresenceMember): Uint8Array =>
  encodeAwarenessEntry(member.id, member.clock, undefined)
