import { documentName } from '@roundel/shared/board'
import { LIMITS, type SeatId } from '@roundel/shared/kernel'
import { CLOSE, type CloseCode } from '@roundel/shared/protocol'
import type { Append, ClientClaim, OwnerClaim } from '../storage/store.ts'
import { composeBroadcast } from './broadcast.ts'
import { openClientIds } from './client-ids.ts'
import { type DocumentMember, openDocumentMember } from './document-member.ts'
import { openIntake } from './intake.ts'
import { openJournal } from './journal.ts'
import { durableMessage, QUIET } from './outbound.ts'
import { openPaces } from './pace.ts'
import { openPulse } from './pulse.ts'
import { openReplica } from './replica.ts'
import type { DocumentRoom, DocumentRoomOptions } from './room.ts'
import { openStrikes } from './strikes.ts'
import type { Connection, Wire } from './wire.ts'
import { openWatch } from './watch.ts'

interface Waiter {
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

const IGNORED: Connection = { receive: () => {}, closed: () => {} }

/** Opens the room of one document that was loaded completely. */
export const openDocumentRoom = (options: DocumentRoomOptions): DocumentRoom => {
  const { address, stored, authority, clock } = options
  const document = documentName(address)
  const ids = openClientIds(stored.claims, clock.now())
  const replica = openReplica(stored, ids.server, clock)
  const journal = openJournal<DocumentMember>(stored.seq)
  const strikes = openStrikes()
  const paceOf = openPaces(clock)
  const members = new Set<DocumentMember>()
  const waiters = new Set<Waiter>()
  const inFlight = new Set<Promise<void>>()
  let ended: Error | undefined

  const leave = (member: DocumentMember): void => {
    member.gone = true
    member.outbox.close()
    members.delete(member)
  }

  const drop = (member: DocumentMember, code: CloseCode, reason: string): void => {
    if (member.gone) return
    leave(member)
    member.wire.close(code, reason)
    options.onClose?.({ seat: member.seat, code, reason })
  }

  const disconnect = (code: CloseCode, reason: string, which: (seat: SeatId) => boolean = () => true): void => {
    for (const member of members) if (which(member.seat)) drop(member, code, reason)
  }

  const flush = (): void => {
    const changes = journal.take()
    const broadcast = changes.length > 0 && members.size > 0 ? composeBroadcast(changes) : undefined
    for (const member of members) {
      if (broadcast && member !== broadcast.sole && member.since < broadcast.seq) tell(member, broadcast.messages)
      acknowledge(member)
      if (member.queried) member.outbox.push(QUIET)
      member.queried = false
      member.outbox.flush()
      if (member.outbox.isWaiting() && !member.outbox.isAlive()) drop(member, CLOSE.tooSlow, 'takes no data')
    }
  }

  /** Hands on what changed. At a table people come and go at once, and who has gone is told nothing more. */
  const tell = (member: DocumentMember, messages: readonly Parameters<typeof member.outbox.push>[0][]): void => {
    if (address.kind === 'table' && !authority.mayRead(member.seat, address)) member.isDeaf = true
    else for (const message of messages) member.outbox.push(message)
  }

  /** Shows out who may not read any more; who may still write what is under way stays for that, and hears nothing. */
  const recheckReaders = (): void => {
    for (const member of members) {
      if (authority.mayRead(member.seat, address)) {
        // Who may read again has missed something: their device comes back for all of it.
        if (member.isDeaf) drop(member, CLOSE.restart, 'missed changes')
      } else if (address.kind !== 'table' || !authority.mayWriteIn(member.seat, address).ok) {
        drop(member, CLOSE.notAllowed, 'may no longer read')
      }
    }
  }

  const owesAcknowledgement = (member: DocumentMember): boolean =>
    member.acks.count(journal.durable()) > member.acknowledged && member.wire.roundel

  const acknowledge = (member: DocumentMember): void => {
    if (!owesAcknowledgement(member)) return
    member.acknowledged = member.acks.count(journal.durable())
    member.outbox.push(durableMessage(member.acknowledged))
  }

  const pulse = openPulse(clock, LIMITS.flushMs, flush)
  const watch = openWatch(clock, members, (member) => drop(member, CLOSE.tooSlow, 'takes no data'))

  const end = (code: CloseCode, error: unknown): void => {
    if (ended) return
    ended = error instanceof Error ? error : new Error('the document room has ended', { cause: error })
    disconnect(code, 'the room ends')
    for (const { reject } of waiters) reject(ended)
    waiters.clear()
    pulse.stop()
    watch.stop()
    replica.close()
  }

  const fault = (code: CloseCode, error: unknown): void => {
    if (ended) return
    end(code, error)
    options.onFault(error)
  }

  const fail = (error: unknown): void => fault(CLOSE.storage, error)

  /** Runs what can find out that the document in memory is not the stored one. */
  const guard = <Value>(run: () => Value): Value | undefined => {
    try {
      return run()
    } catch (error) {
      fault(CLOSE.restart, error)
      return undefined
    }
  }

  const settle = (seq: number): void => {
    if (ended) return
    journal.settle(seq)
    pulse.request()
  }

  const commit = async (appends: readonly Append[], owners: readonly OwnerClaim[]): Promise<void> => {
    try {
      await options.commit(owners.length > 0 ? { appends, owners } : { appends })
      settle(appends.at(-1)?.seq ?? 0)
    } catch (error) {
      fail(error)
    }
  }

  const record = (bytes: Uint8Array, by: DocumentMember | undefined, claims: readonly ClientClaim[]): Append => {
    const seq = replica.seq()
    journal.record({ seq, bytes, by })
    return { document, seq, bytes, claims }
  }

  const intake = openIntake({
    ...options,
    writable: !stored.damaged,
    replica,
    ids,
    strikes,
    drop,
    refuse: (member, code, reason) => {
      member.isRefused = true
      // Not before what it wrote until then is durable: it keeps what was not acknowledged, and must not keep that.
      journal.whenDurable(replica.seq(), () => {
        acknowledge(member)
        member.outbox.flush()
        drop(member, code, reason)
      })
    },
    store: (bytes, by, claims, owners) => {
      const written = commit([record(bytes, by, claims)], owners)
      inFlight.add(written)
      void written.then(() => inFlight.delete(written))
    },
    answer: (member, seq, messages) =>
      journal.whenDurable(seq, () => {
        if (member.gone) return
        for (const message of messages) member.outbox.pushAnswer(message)
        member.since = Math.min(member.since, seq)
      }),
  })

  const receive = (member: DocumentMember, message: Uint8Array): void => {
    if (member.gone || member.isRefused) return
    guard(() => intake.receive(member, message))
    // An empty flush would open a window, and the change just taken would wait for its end.
    if (!member.gone && (member.queried || member.outbox.isWaiting() || owesAcknowledgement(member))) pulse.request()
  }

  const refusalFor = (seat: SeatId): CloseCode | undefined => {
    if (ended) return CLOSE.restart
    if (strikes.isOut(seat, clock.now())) return CLOSE.abuse
    return authority.mayRead(seat, address) ? undefined : CLOSE.notAllowed
  }

  const settled = async (): Promise<void> => {
    if (ended) throw ended
    if (journal.pending() === 0) return
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const waiter = { resolve, reject }
    waiters.add(waiter)
    journal.whenDurable(replica.seq(), () => {
      waiters.delete(waiter)
      resolve()
    })
    await promise
  }

  return {
    address,
    writable: !stored.damaged,
    read: () => {
      const doc = ended ? undefined : guard(replica.doc)
      if (!doc) throw ended ?? new Error('the document room has ended')
      return doc
    },
    write: (change) => {
      if (ended) throw ended
      if (stored.damaged) throw new Error('the stored document is damaged')
      let bytes: Uint8Array | undefined
      try {
        bytes = replica.change(change)
      } catch (error) {
        fault(CLOSE.restart, error)
        throw error
      }
      if (!bytes) return undefined
      const append = record(bytes, undefined, ids.claimServer())
      options.onWrite?.('server')
      return append
    },
    settle,
    fail,
    settled,
    connect: (wire: Wire, seat: SeatId) => {
      const refusal = refusalFor(seat)
      if (refusal) {
        wire.close(refusal, 'not let in')
        options.onClose?.({ seat, code: refusal, reason: 'not let in' })
        return IGNORED
      }
      const member = openDocumentMember(wire, seat, paceOf(wire, seat), clock)
      members.add(member)
      guard(() => intake.ask(member))
      pulse.request()
      watch.start()
      return { receive: (message) => receive(member, message), closed: () => leave(member) }
    },
    disconnect: (code, which) => disconnect(code, 'sent away', which),
    recheckReaders,
    connections: () => members.size,
    pending: journal.pending,
    seq: replica.seq,
    close: async () => {
      disconnect(CLOSE.goingAway, 'the room closes')
      while (inFlight.size > 0) await Promise.all(inFlight)
      if (!ended) await settled().catch(() => {})
      end(CLOSE.goingAway, new Error('the document room was closed'))
    },
  }
}
