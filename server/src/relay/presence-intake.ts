import { LIMITS, unreachable } from '@roundel/shared/kernel'
import { CLOSE, type CloseCode } from '@roundel/shared/protocol'
import { parseAwareness } from './awareness-message.ts'
import type { Clock } from './clock.ts'
import { parseInbound } from './inbound.ts'
import { isEmptyUpdate } from './known-deletes.ts'
import { syncMessage } from './outbound.ts'
import type { PresenceMember } from './presence-member.ts'
import { parsePresenceState } from './presence-state.ts'
import type { Strikes } from './strikes.ts'

/** Client ids of documents are below this, presence ids are not: neither can be taken for the other. */
export const CLIENT_IDS = 2 ** 32

const INTERVAL_MS = 1000 / LIMITS.presencePerSecond
const UTF8 = new TextDecoder('utf-8', { fatal: true })
const NOTHING_TO_SYNC = syncMessage('step2', Uint8Array.of(0, 0))

/** What the presence room does with what a socket said. */
export interface PresenceIntakeOptions {
  readonly clock: Clock
  readonly strikes: Strikes
  readonly drop: (member: PresenceMember, code: CloseCode, reason: string) => void
  /** It said something about itself: `member.state` is new. */
  readonly onState: (member: PresenceMember) => void
  readonly onQuery: (member: PresenceMember) => void
}

/** Reads what sockets say about themselves, and takes the newest of it at most 15 times a second. Never throws. */
export const openPresenceIntake = (
  options: PresenceIntakeOptions,
): ((member: PresenceMember, message: Uint8Array) => void) => {
  const { clock, drop } = options

  const take = (member: PresenceMember, json: Uint8Array): void => {
    member.takenAt = clock.now()
    let value: unknown
    try {
      value = JSON.parse(UTF8.decode(json))
    } catch {
      return drop(member, CLOSE.badMessage, 'a state is not JSON')
    }
    member.state = value === null ? undefined : parsePresenceState(value)
    return options.onState(member)
  }

  const takeSurplus = (member: PresenceMember): void => {
    member.cancelSurplus = undefined
    const { surplus } = member
    member.surplus = undefined
    if (surplus && !member.gone) take(member, surplus)
  }

  const hear = (member: PresenceMember, payload: Uint8Array): void => {
    const entries = parseAwareness(payload)
    if (!entries) return drop(member, CLOSE.badMessage, 'not an awareness update')
    // Everything else in it is what stock clients send back of others, or what somebody says in another's name.
    member.pinned ??= entries.find(({ client }) => client < CLIENT_IDS)?.client
    const own = entries.findLast(({ client }) => client === member.pinned)
    if (!own || own.json.length > LIMITS.presenceBytes) return undefined
    const wait = member.takenAt + INTERVAL_MS - clock.now()
    if (wait <= 0) return take(member, own.json)
    // Copied: the message it lies in may be a part of a much larger buffer.
    member.surplus = own.json.slice()
    member.cancelSurplus ??= clock.after(wait, () => takeSurplus(member))
    return undefined
  }

  const takeSync = (member: PresenceMember, type: 'step1' | 'step2' | 'update', payload: Uint8Array): void => {
    if (!member.sync.take(1, clock.now()))
      return drop(member, options.strikes.add(member.seat, clock.now()), 'too fast')
    if (type === 'step1') return member.outbox.push(NOTHING_TO_SYNC)
    if (!isEmptyUpdate(payload)) drop(member, CLOSE.notAllowed, 'there is nothing to write here')
    return undefined
  }

  return (member, message) => {
    const parsed = parseInbound(message)
    if (!parsed.ok) return drop(member, parsed.error, 'not a message of this protocol')
    const inbound = parsed.value
    switch (inbound.type) {
      case 'awareness':
        return hear(member, inbound.payload)
      case 'query':
        return options.onQuery(member)
      case 'step1':
      case 'step2':
      case 'update':
        return takeSync(member, inbound.type, inbound.payload)
      default:
        return unreachable(inbound)
    }
  }
}
