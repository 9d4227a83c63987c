import { LIMITS, fail, refusal, unreachable } from '@roundel/shared/kernel'
import { CLOSE, type CloseCode, RESETS_REPLICA } from '@roundel/shared/protocol'
import type { ClientClaim, OwnerClaim } from '../storage/store.ts'
import type { Authority } from './authority.ts'
import { parseAwareness } from './awareness-message.ts'
import { type ClientIds, clientsOf } from './client-ids.ts'
import type { DocumentMember } from './document-member.ts'
import type { Frames } from './frames.ts'
import type { Verdict } from './gate/gate.ts'
import { parseInbound } from './inbound.ts'
import { isEmptyUpdate } from './known-deletes.ts'
import { syncMessage } from './outbound.ts'
import type { Replica } from './replica.ts'
import type { DocumentRoomOptions } from './room.ts'
import { encodeStateVector, parseStateVector } from './state-vector.ts'
import type { Strikes } from './strikes.ts'

/** What the room does with what a socket said. */
export interface IntakeOptions extends Pick<
  DocumentRoomOptions,
  'address' | 'authority' | 'judge' | 'clock' | 'onWrite'
> {
  readonly writable: boolean
  readonly replica: Replica
  readonly ids: ClientIds
  readonly strikes: Strikes
  /** Stores what was applied, and relays it when that is done. */
  readonly store: (
    bytes: Uint8Array,
    by: DocumentMember,
    claims: readonly ClientClaim[],
    owners: readonly OwnerClaim[],
  ) => void
  /** Sends an answer that was made at a sequence, once that is durable. */
  readonly answer: (member: DocumentMember, seq: number, messages: readonly Frames[]) => void
  readonly drop: (member: DocumentMember, code: CloseCode, reason: string) => void
  /** As `drop`, for one whose write was refused: listens no more, and closes when what it wrote before is durable. */
  readonly refuse: (member: DocumentMember, code: CloseCode, reason: string) => void
}

/** Reads what sockets of one document say, and carries it out. */
export interface Intake {
  /** Takes one message. Throws only what makes the whole room untrustworthy. */
  readonly receive: (member: DocumentMember, message: Uint8Array) => void
  /** Asks a socket for what it has and the server does not. */
  readonly ask: (member: DocumentMember) => void
}

/** Whether an update brings content, and not only deletions: its first number counts the clients that wrote. */
const bringsContent = (update: Uint8Array): boolean => update[0] !== 0

export const openIntake = (options: IntakeOptions): Intake => {
  const { address, authority, clock, replica, ids, drop } = options
  const notAllowed = () => fail(refusal('not-allowed'))
  const onlyReading: Authority = { ...authority, mayWriteIn: notAllowed, mayWrite: notAllowed }

  const ask = (member: DocumentMember): void => {
    member.asked++
    member.outbox.push(syncMessage('step1', encodeStateVector(replica.stateVector())))
  }

  const strike = (member: DocumentMember, reason: string): void =>
    drop(member, options.strikes.add(member.seat, clock.now()), reason)

  const takeQuestion = (member: DocumentMember, payload: Uint8Array): void => {
    const vector = parseStateVector(payload)
    if (!vector) return drop(member, CLOSE.badMessage, 'not a state vector')
    if (!authority.mayRead(member.seat, address)) return drop(member, CLOSE.notAllowed, 'may not read')
    return options.answer(member, replica.seq(), replica.answer(vector))
  }

  const judge = (member: DocumentMember, kind: 'step2' | 'update', bytes: Uint8Array): Verdict => {
    if (isEmptyUpdate(bytes) || (!replica.isLive() && replica.repeats(bytes))) return { type: 'nothing-new' }
    if (!options.writable) return { type: 'refuse', code: CLOSE.locked, reason: 'the stored document is damaged' }
    const doc = replica.doc()
    try {
      return options.judge(bytes, {
        doc,
        document: address,
        seat: member.seat,
        kind,
        clientOwner: ids.ownerOf,
        authority: member.wire.readsOnly ? onlyReading : authority,
      })
    } catch (error) {
      // Judging changes nothing, so the room goes on; whoever sent this does not.
      return { type: 'refuse', code: CLOSE.badMessage, reason: `judging failed: ${String(error)}` }
    }
  }

  const refuse = (member: DocumentMember, bytes: Uint8Array, code: CloseCode, reason: string): void => {
    if (RESETS_REPLICA.has(code)) ids.retire(member.seat, [...member.clients, ...clientsOf(bytes)])
    options.refuse(member, code, reason)
  }

  /** Why an update that its writer may write has no room here, if so. */
  const findLackOfRoom = (
    member: DocumentMember,
    bytes: Uint8Array,
    claims: readonly ClientClaim[],
  ): { readonly code: CloseCode; readonly reason: string } | undefined => {
    if (bringsContent(bytes) && !replica.hasRoom()) return { code: CLOSE.tooLarge, reason: 'the document is full' }
    if (ids.size() + claims.length > LIMITS.clientIdsPerDocument)
      return { code: CLOSE.tooLarge, reason: 'too many client ids' }
    if (!ids.mayClaim(member.seat, claims.length, clock.now()))
      return { code: CLOSE.abuse, reason: 'too many new client ids' }
    return undefined
  }

  const apply = (member: DocumentMember, bytes: Uint8Array): Uint8Array | undefined => {
    try {
      return replica.apply(bytes)
    } catch (fault) {
      drop(member, CLOSE.badMessage, 'an update could not be applied')
      throw fault
    }
  }

  const admit = (member: DocumentMember, verdict: Verdict & { readonly type: 'admit' }): void => {
    const full = findLackOfRoom(member, verdict.bytes, verdict.claims)
    if (full) return options.refuse(member, full.code, full.reason)
    const emitted = apply(member, verdict.bytes)
    if (!emitted) return undefined
    for (const client of clientsOf(verdict.bytes)) member.clients.add(client)
    ids.claim(verdict.claims)
    options.store(emitted, member, verdict.claims, verdict.owners)
    return options.onWrite?.(member.seat)
  }

  const takeWrite = (member: DocumentMember, kind: 'step2' | 'update', bytes: Uint8Array): void => {
    const verdict = judge(member, kind, bytes)
    switch (verdict.type) {
      case 'refuse':
        return refuse(member, bytes, verdict.code, verdict.reason)
      case 'gap':
        // The update was made before our question was answered, so the coming step 2 holds it: nothing is lost.
        if (kind === 'step2') return refuse(member, bytes, CLOSE.replicaOutOfDate, 'a step 2 with a gap')
        member.acks.hold()
        if (member.asked === 0) ask(member)
        return undefined
      case 'admit':
        admit(member, verdict)
        break
      case 'nothing-new':
        break
      default:
        unreachable(verdict)
    }
    if (kind === 'step2') {
      member.asked = Math.max(0, member.asked - 1)
      member.acks.release(replica.seq())
    }
    return member.acks.add(replica.seq())
  }

  const takeSync = (member: DocumentMember, type: 'step1' | 'step2' | 'update', payload: Uint8Array): void => {
    if (!member.pace.keep(type, payload.length)) return strike(member, 'too fast')
    // Opening a document that rests is nobody's fault.
    const before = clock.cpu?.() ?? 0
    const wasLive = replica.isLive()
    if (type === 'step1') takeQuestion(member, payload)
    else takeWrite(member, type, payload)
    const spent = (clock.cpu?.() ?? 0) - before
    if (wasLive && spent > LIMITS.messageCpuMs && !member.gone && !member.isRefused)
      strike(member, 'a message took too long')
    return undefined
  }

  return {
    ask,
    receive: (member, message) => {
      const parsed = parseInbound(message)
      if (!parsed.ok) return drop(member, parsed.error, 'not a message of this protocol')
      const inbound = parsed.value
      switch (inbound.type) {
        case 'query':
          member.queried = true
          return undefined
        case 'awareness':
          // Stock providers send it on every socket; here nobody is told.
          if (!parseAwareness(inbound.payload)) drop(member, CLOSE.badMessage, 'not an awareness update')
          return undefined
        case 'step1':
        case 'step2':
        case 'update':
          return takeSync(member, inbound.type, inbound.payload)
        default:
          return unreachable(inbound)
      }
    },
  }
}
