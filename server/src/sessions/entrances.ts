import type { DocumentAddress } from '@roundel/shared/board'
import { LIMITS, type Refusal, type Result, type SeatId, fail, ok, refusal } from '@roundel/shared/kernel'
import { CLOSE, type CloseCode } from '@roundel/shared/protocol'
import { findSeated } from '@roundel/shared/session'
import { type Asked, exchange } from '../relay/exchange.ts'
import type { DocumentRoom } from '../relay/room.ts'
import type { Connection, Wire } from '../relay/wire.ts'
import type { Admission } from './admission.ts'
import type { Attendance } from './attendance.ts'
import type { LiveAudience, LiveSocket } from './audience.ts'
import type { SessionCore } from './session-core.ts'
import type { StoredAddress } from './session-documents.ts'

/** What a device opens a seat for: its person, unless it only shows what a screen shows. Nobody is here because of that. */
export type Show = 'screen' | undefined

/** Where devices come in, to the live view and to documents, by sockets or without. */
export interface Entrances {
  /** Whether one more socket of a seat fits, for the live view or a document. What shows a screen reads the board alone. */
  readonly admits: (seat: SeatId, to: 'live' | DocumentAddress, show?: Show) => Result<void, Refusal>
  /** Opens a document ahead of a socket. */
  readonly prepare: (address: DocumentAddress) => Promise<void>
  /** Lets a socket in at the live view. Returns what is to be called when it is gone. */
  readonly connectLive: (seat: SeatId, socket: LiveSocket) => () => void
  /** Lets a socket in at a document that was prepared; closes it when the room has closed meanwhile. */
  readonly connectDocument: (seat: SeatId, address: DocumentAddress, wire: Wire, show?: Show) => Connection
  /**
   * One exchange with a document, for somebody without a socket. Refused as at the door of a socket, or with the code with
   * which one would have been closed.
   */
  readonly exchange: (
    seat: SeatId,
    address: StoredAddress,
    asked: Asked,
    show?: Show,
  ) => Promise<Result<Uint8Array, Refusal | CloseCode>>
  /** Shows out every screen whose seat may not show it any more. */
  readonly recheckScreens: () => void
}

/** What entrances lead to. */
export interface EntrancesOptions {
  readonly core: SessionCore
  readonly admission: Admission
  readonly attendance: Attendance
  readonly audience: LiveAudience
  readonly presence: Pick<DocumentRoom, 'connect'>
}

const DOCUMENT_GONE: Connection = { receive: () => undefined, closed: () => undefined }

export const openEntrances = (options: EntrancesOptions): Entrances => {
  const { core, admission, attendance, audience, presence } = options
  /** Documents that are open for a screen, by how to show them out. */
  const shown = new Map<() => void, SeatId>()

  const admits: Entrances['admits'] = (seat, to, show) => {
    const { showing, looking, seated } = admission
    const found = show ? showing(seat) : to === 'live' ? looking(seat) : seated(seat)
    if (!found.ok) return found
    if (show && to !== 'live' && to.kind !== 'board') return fail(refusal('not-allowed'))
    if (to !== 'live' && !core.authority.mayRead(seat, to)) return fail(refusal('not-allowed'))
    if (attendance.socketsOf(seat) >= LIMITS.socketsPerSeat) return fail(refusal('too-many', { limit: 'sockets' }))
    const hasPlace = attendance.sockets() < LIMITS.socketsPerSession
    return hasPlace ? ok(undefined) : fail(refusal('full', { limit: 'sockets' }))
  }

  const connectDocument: Entrances['connectDocument'] = (seat, address, wire, show) => {
    if (show) return connectScreen(seat, address, wire)
    const room = address.kind === 'presence' ? presence : core.documents.opened(address)
    if (!admission.open().ok || !room) {
      wire.close(CLOSE.restart, 'closing')
      return DOCUMENT_GONE
    }
    const leave = attendance.arrive(seat)
    const connection = room.connect(wire, seat)
    return {
      receive: connection.receive,
      closed: () => {
        connection.closed()
        leave()
      },
    }
  }

  /** The board as a screen reads it: nothing can be written there, and it is shown out as soon as its seat may not show it. */
  const connectScreen = (seat: SeatId, address: DocumentAddress, wire: Wire): Connection => {
    const isOpen = admission.open().ok
    const room = address.kind === 'board' ? core.documents.opened(address) : undefined
    if (!isOpen || !room || !admission.showing(seat).ok) {
      wire.close(room && isOpen ? CLOSE.notAllowed : CLOSE.restart, 'not let in')
      return DOCUMENT_GONE
    }
    const leave = attendance.arrive(seat, true)
    const connection = room.connect({ ...wire, readsOnly: true }, seat)
    const closed = (): void => {
      shown.delete(showOut)
      connection.closed()
      leave()
    }
    const showOut = (): void => {
      closed()
      wire.close(CLOSE.notAllowed, 'shows no screen any more')
    }
    shown.set(showOut, seat)
    return { receive: connection.receive, closed }
  }

  return {
    admits,
    prepare: async (address) => {
      if (address.kind !== 'presence') await core.documents.open(address)
    },
    connectLive: (seat, socket) => {
      if (!admission.open().ok) {
        socket.close(CLOSE.restart, 'closing')
        return () => undefined
      }
      const leave = attendance.arrive(seat, socket.isScreen)
      const disconnect = audience.connect(seat, socket)
      return () => {
        disconnect()
        leave()
      }
    },
    connectDocument,
    exchange: async (seat, address, asked, show) => {
      const admitted = admits(seat, address, show)
      if (!admitted.ok) return admitted
      if (!show) attendance.notice(seat)
      await core.documents.open(address)
      const answer = await exchange((wire) => connectDocument(seat, address, wire, show), asked)
      if (answer.ok || answer.error !== CLOSE.notAllowed) return answer
      // Sent away, or only refused: the reason can be told where there is no socket.
      const found = findSeated(core.durable(), seat)
      return found.ok ? answer : found
    },
    recheckScreens: () => {
      for (const [showOut, seat] of shown) if (!admission.showing(seat).ok) showOut()
    },
  }
}
