import type { DocumentAddress } from '@roundel/shared/board'
import {
  type ItemId,
  LIMITS,
  type Refusal,
  type Result,
  type SeatId,
  type SessionId,
  asId,
  fail,
  ok,
  refusal,
} from '@roundel/shared/kernel'
import type { ActionId } from '@roundel/shared/methods/decide'
import { CLOSE, type CloseCode } from '@roundel/shared/protocol'
import {
  type Brought,
  type Invite,
  type Names,
  type Report,
  type Seat,
  type Session,
  type StepBody,
  type Surroundings,
  type SwitchPreview,
  type View,
  bringIn,
  findInvite,
  findSeat,
  findSeated,
  leads,
  mayShow,
  nextTick,
  factsOf,
  previewSwitch,
  viewAsScreen,
  viewFor,
} from '@roundel/shared/session'
import type { FileSource } from '../export/file-source.ts'
import { type Asked, exchange } from '../relay/exchange.ts'
import type { Connection, Wire } from '../relay/wire.ts'
import type { Grant, Store, StoredSession } from '../storage/store.ts'
import { type LinkedAction, openActionDesk } from './action-desk.ts'
import { type Appointment, appointmentFor } from './appointment.ts'
import { openAbsence } from './absence.ts'
import { openAttendance } from './attendance.ts'
import { type LiveSocket, openAudience } from './audience.ts'
import {
  type BallotAddress,
  type Ballots,
  type GivenBallot,
  type OwnBallot,
  type TakenBallot,
  openBallots,
} from './ballots.ts'
import { openBudgets } from './budgets.ts'
import { openVoteCounting } from './counting-votes.ts'
import { type Planner, planInThread } from '../seating/planner.ts'
import { type Tally, tallyInThread } from '../tally/tally.ts'
import type { Chance } from './chance.ts'
import { type Done, openCommandLine } from './command-line.ts'
import { openCounting } from './counting.ts'
import { type Doorplate, doorplateOf } from './doorplate.ts'
import { openForgetting } from './forgetting.ts'
import { type SeenBoard, readBoard } from './items.ts'
import { type LeftOpen, openLeftBefore } from './left-before.ts'
import { openPresence } from './presence.ts'
import { gatherFor } from './report-source.ts'
import { type ReportLink, openReportLink } from './report-link.ts'
import { type Restoring, openRestoring } from './restoring.ts'
import { type GrantFor, openReception } from './reception.ts'
import type { Guest } from './seating.ts'
import { type CoreOptions, openCore } from './session-core.ts'
import type { StoredAddress } from './session-documents.ts'
import { openSeatingPlans } from './seating-plans.ts'
import { openTicking } from './ticking.ts'

/** Somebody who has just sat down. */
export interface Seated {
  readonly seat: Seat
  readonly view: View
}

/** What a device opens a seat for: its person, unless it only shows what a screen shows. Nobody is here because of that. */
export type Show = 'screen' | undefined

/** One live session: everything that reaches it goes through here. */
export interface SessionRoom {
  readonly id: SessionId
  readonly doorplate: () => Doorplate
  /** What a code or the secret of a link invites to. Refuses as `findInvite` does. */
  readonly invitation: (text: string) => Result<Invite, Refusal>
  readonly view: (seat: SeatId) => Result<View, Refusal>
  /** Whether a seat has come to lead since its browser was last given a cookie. Says so once. */
  readonly hasRisen: (seat: SeatId) => boolean
  /** What a screen shows, for screens and for those who lead. Nobody is here because of it. */
  readonly screen: (seat: SeatId) => Result<View, Refusal>
  readonly items: (seat: SeatId) => Promise<Result<SeenBoard, Refusal>>
  /** All that this seat may take along as a file. */
  readonly export: (seat: SeatId, names: Names) => Promise<Result<FileSource, Refusal>>
  /** What the report of the session is made from, for everybody who is seated. */
  readonly report: (seat: SeatId, names: Names) => Promise<Result<FileSource, Refusal>>
  /** The link to the report: announced, hastened, ended by those who lead, and read by whoever has it. */
  readonly reportLink: ReportLink
  /** What another session's file brings into this one. */
  readonly restoring: Restoring
  /** What a switch to another method would do, for those who lead. Refuses as the command would. */
  readonly previewSwitch: (seat: SeatId, to: StepBody) => Promise<Result<SwitchPreview, Refusal>>
  /** When the session is to take place. Refuses with `unknown` where that was not agreed. */
  readonly calendar: (seat: SeatId) => Result<Appointment & { readonly version: number; readonly now: number }, Refusal>
  /** One's own ballot. Refuses with `not-allowed` who may not vote, `wrong-phase` before voting was opened. */
  readonly ownBallot: (seat: SeatId, address: BallotAddress) => Promise<Result<OwnBallot, Refusal>>
  /** Begins, casts or changes a ballot. Refuses with `closed` as soon as voting is over. */
  readonly giveBallot: (seat: SeatId, ballot: GivenBallot) => Promise<Result<TakenBallot, Refusal>>
  /** What a vote came to, once it is shown: the same for everybody. Refuses with `not-revealed` until then. */
  readonly result: Ballots['result']
  /** Makes `secret` what opens one action without a seat. Refuses as `linkAction` does. */
  readonly linkAction: (seat: SeatId, action: ActionId, secret: string) => Promise<Result<void, Refusal>>
  /** The action that a secret opens. Refuses with `unknown`. */
  readonly linkedAction: (secret: string) => Promise<Result<LinkedAction, Refusal>>
  /** Says how it went, with a share of its own of what commands may cost. */
  readonly reportLinked: (secret: string, report: Report) => Promise<Result<LinkedAction, Refusal>>
  readonly give: (seat: SeatId, command: unknown) => Promise<Result<Done, Refusal>>
  /** Sits a guest down; `grantFor` makes what lets them in from now on. */
  readonly sit: (guest: Guest, grantFor: GrantFor) => Promise<Result<Seated, Refusal>>
  /** Makes a personal link to a seat; `secret` is what it will carry. */
  readonly transfer: (giver: SeatId, target: SeatId, secret: string) => Promise<Result<Grant, Refusal>>
  /** Deletes the session for good and shows everyone out. */
  readonly remove: (seat: SeatId) => Promise<Result<void, Refusal>>
  /** The same, for whoever holds the key of its workspace. */
  readonly removeAsKeeper: () => Promise<void>
  /** Whether a seat may bring a table now: who leads, before the end, and not too often. Answers the session's language. */
  readonly admitsImport: (seat: SeatId) => Result<Pick<Session, 'language'>, Refusal>
  /** Puts what comes from outside onto the board, for who leads, or for whoever holds the key of its workspace. */
  readonly bring: (brought: readonly Brought[], by: SeatId | 'keeper') => Promise<Result<readonly ItemId[], Refusal>>
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
  /** Forgets what is to be forgotten by now. */
  readonly forget: () => Promise<void>
  readonly sockets: () => number
  /** Whether nobody is here and nothing is under way. */
  readonly isIdle: () => boolean
  /** Closes all sockets and resolves when nothing is under way to the store any more. */
  readonly close: (code: CloseCode) => Promise<void>
}

export interface SessionRoomOptions extends Pick<CoreOptions, 'openRoom' | 'judge' | 'log'> {
  readonly id: SessionId
  readonly stored: StoredSession
  readonly store: Store
  readonly chance: Chance
  /** How ballots are counted; in a thread of its own unless said otherwise. */
  readonly tally?: Tally
  /** How people are seated in a café; in a thread of its own unless said otherwise. */
  readonly planner?: Planner
  /** Reads what earlier sessions of a workspace left open; nothing where not said. */
  readonly leftOpen?: LeftOpen
  /** Called once when the room has ended by itself: after a failure, which it hands over, or because it was deleted. */
  readonly onEnd: (error?: unknown) => void
}

/** The seats that lead now and did not before. */
const findRisen = (session: Session, before: Session): readonly Seat[] =>
  session.seats === before.seats
    ? []
    : Object.values(session.seats).filter((seat) => {
        const former = leads(seat) ? findSeat(before, seat.id) : undefined
        return former !== undefined && !leads(former)
      })

const CLOSING = refusal('overloaded', { reason: 'closing' })
const DOCUMENT_GONE: Connection = { receive: () => undefined, closed: () => undefined }

/** Opens a stored session. Rejects with `StorageFault` when it cannot be read. */
export const openSessionRoom = async (options: SessionRoomOptions): Promise<SessionRoom> => {
  const { id, store, chance } = options
  const { clock, now } = chance
  let state: 'open' | 'closed' = 'open'

  const leftBefore = openLeftBefore(options)

  // The parts of a room know each other only through these; nothing of them runs before all are there.
  const core = await openCore({
    ...options,
    openActions: leftBefore.actions,
    onWrite: (by, address) => counting.noteWrite(by, address),
    onDurable: (session, before) => onDurable(session, before),
    onFault: (error) => {
      if (state === 'closed') return
      shut(CLOSE.storage, 'storage')
      core.documents.fail(error)
      options.onEnd(error)
    },
  })
  const attendance = openAttendance({
    clock,
    onChange: () => {
      audience.request()
      absence.notice()
    },
  })
  const surroundings = (): Surroundings => ({
    now: now(),
    version: core.durableVersion(),
    here: attendance.here(),
    ...counting.tally(),
  })
  const audience = openAudience({ session: core.durable, surroundings, clock })
  const counting = openCounting({ core, now, clock, onChange: audience.request })
  const presence = openPresence(core, chance)
  const commands = openCommandLine(core, {
    store,
    onNotice: ({ code, details }) => audience.notify(isNamedTo, { type: 'notice', code, details }),
  })
  const reception = openReception(core, commands, chance)
  const ballots = openBallots(core, commands, { store, chance })
  const voteCounting = openVoteCounting(core, commands, {
    store,
    tally: options.tally ?? tallyInThread,
    onFault: (error) => options.log.error({ err: error, session: id }, 'a poll could not be counted'),
  })
  const seatingPlans = openSeatingPlans(core, commands, {
    planner: options.planner ?? planInThread,
    onFault: (error) => options.log.error({ err: error, session: id }, 'a seating could not be worked out'),
  })
  const desk = openActionDesk(core, commands, chance)
  const ticking = openTicking(core, commands, chance)
  const absence = openAbsence(core, commands, attendance, chance)
  const forgetting = openForgetting(core, commands, chance)
  const budgets = openBudgets(clock)
  const risen = new Set<SeatId>()

  /** Ends all that this room does by itself, and shows everyone out. */
  const shut = (code: CloseCode, reason: string): void => {
    if (state === 'closed') return
    state = 'closed'
    ticking.stop()
    voteCounting.stop()
    seatingPlans.stop()
    absence.stop()
    forgetting.stop()
    counting.stop()
    attendance.stop()
    audience.stop()
    audience.disconnect(code, reason)
    presence.disconnect(code)
    for (const room of core.documents.all()) room.disconnect(code)
    presence.close()
  }

  /** Documents that are open for a screen, by how to show them out. */
  const shown = new Map<() => void, SeatId>()

  const onDurable = (session: Session, before: Session): void => {
    if (state === 'closed' || session === before) return
    for (const [showOut, seat] of shown) if (!showing(seat).ok) showOut()
    for (const { id: seat } of findRisen(session, before)) risen.add(seat)
    for (const room of core.documents.all()) room.recheckReaders()
    presence.recheck()
    audience.request()
    if (session.position.epoch !== before.position.epoch) counting.restart()
    ticking.schedule()
    absence.notice()
    forgetting.schedule()
    void voteCounting.run()
    void seatingPlans.run()
  }

  const seated = (seat: SeatId): Result<Seat, Refusal> =>
    state === 'open' ? findSeated(core.durable(), seat) : fail(CLOSING)

  /** Whoever may look: the seated, and those who wait at the door and see that they do. */
  const looking = (seat: SeatId): Result<Seat, Refusal> => {
    const found = findSeat(core.durable(), seat)
    return state === 'open' && found?.state === 'waiting' ? ok(found) : seated(seat)
  }

  /** Whoever may show a screen. */
  const showing = (seat: SeatId): Result<Seat, Refusal> => {
    const found = seated(seat)
    return !found.ok || mayShow(found.value) ? found : fail(refusal('not-allowed'))
  }

  const afford = (
    what: Parameters<typeof budgets.spend>[0],
    seat: Parameters<typeof budgets.spend>[1],
  ): Result<void, Refusal> => {
    if (state === 'closed') return fail(CLOSING)
    const wait = budgets.spend(what, seat)
    return wait === 0 ? ok(undefined) : fail(refusal('too-many', { retryAfter: wait }))
  }

  const mayExport = (seat: SeatId): Result<void, Refusal> => {
    const found = seated(seat)
    if (!found.ok) return found
    const { participantsExport } = core.durable().settings
    const allowed = leads(found.value) || (participantsExport && found.value.role === 'participant')
    return allowed ? afford('export', seat) : fail(refusal('not-allowed'))
  }

  const reportLink = openReportLink(core, commands, { now, afford: () => afford('report', 'link') })

  const restoring = openRestoring(core, commands, chance.newId)
  const removeForGood = async (): Promise<void> => {
    await store.remove(id)
    shut(CLOSE.deleted, 'deleted')
    options.onEnd()
  }

  /** Whether a seat is told what names people: whoever sits here, but for screens. */
  const isNamedTo = (id: SeatId): boolean => {
    const found = findSeated(core.durable(), id)
    return found.ok && found.value.role !== 'screen'
  }

  const viewOf = (seat: SeatId): View => viewFor(core.durable(), seat, surroundings())

  const admits: SessionRoom['admits'] = (seat, to, show) => {
    const found = show ? showing(seat) : to === 'live' ? looking(seat) : seated(seat)
    if (!found.ok) return found
    if (show && to !== 'live' && to.kind !== 'board') return fail(refusal('not-allowed'))
    if (to !== 'live' && !core.authority.mayRead(seat, to)) return fail(refusal('not-allowed'))
    if (attendance.socketsOf(seat) >= LIMITS.socketsPerSeat) return fail(refusal('too-many', { limit: 'sockets' }))
    const hasPlace = attendance.sockets() < LIMITS.socketsPerSession
    return hasPlace ? ok(undefined) : fail(refusal('full', { limit: 'sockets' }))
  }

  const connectDocument: SessionRoom['connectDocument'] = (seat, address, wire, show) => {
    if (show) return connectScreen(seat, address, wire)
    const room = address.kind === 'presence' ? presence : core.documents.opened(address)
    if (state === 'closed' || !room) {
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
    const room = address.kind === 'board' ? core.documents.opened(address) : undefined
    if (state === 'closed' || !room || !showing(seat).ok) {
      wire.close(room && state === 'open' ? CLOSE.notAllowed : CLOSE.restart, 'not let in')
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

  // What was due while nobody had the session open happens before anybody sees it.
  await leftBefore.refresh()
  await ticking.run()
  await forgetting.run()
  ticking.schedule()
  absence.notice()
  forgetting.schedule()
  void voteCounting.run()
  void seatingPlans.run()

  return {
    id,
    doorplate: () => doorplateOf(core.durable()),
    invitation: (text) => findInvite(core.durable(), text, now()),
    view: (seat) => {
      const found = looking(seat)
      if (!found.ok) return found
      attendance.notice(seat)
      return ok(viewOf(seat))
    },
    hasRisen: (seat) => risen.delete(seat),
    screen: (seat) => {
      const found = showing(seat)
      return found.ok ? ok(viewAsScreen(core.durable(), seat, surroundings())) : found
    },
    items: async (seat) => {
      const found = seated(seat)
      return found.ok ? ok(await readBoard(core, seat)) : found
    },
    export: async (seat, names) => {
      const allowed = mayExport(seat)
      if (!allowed.ok) return allowed
      return ok(await gatherFor(core, seat, names, now()))
    },
    report: async (seat, names) => {
      const found = seated(seat)
      const affordable = found.ok ? afford('report', seat) : found
      return affordable.ok ? ok(await gatherFor(core, seat, names, now())) : affordable
    },
    reportLink,
    restoring,
    previewSwitch: async (seat, to) => {
      const found = seated(seat)
      if (!found.ok) return found
      if (!leads(found.value)) return fail(refusal('not-allowed'))
      const { items, clusters, links } = await readBoard(core, seat)
      // As rarely counted as everyone sees it: a preview that is asked for again and again tells no more.
      const { ready } = counting.tally()
      const board = factsOf(core.circumstances())
      return previewSwitch(core.durable(), to, { items, board, clusters: clusters.length, links: links.length, ready })
    },
    calendar: (seat) => {
      const found = seated(seat)
      const appointment = found.ok ? appointmentFor(core.durable(), seat) : found
      return appointment.ok ? ok({ ...appointment.value, version: core.durableVersion(), now: now() }) : appointment
    },
    ownBallot: (seat, address) => ballots.own(seat, address),
    giveBallot: async (seat, ballot) => {
      const affordable = afford('ballot', seat)
      return affordable.ok ? ballots.give(seat, ballot) : affordable
    },
    result: (seat, step) => ballots.result(seat, step),
    linkAction: async (seat, action, secret) => {
      const affordable = afford('command', seat)
      return affordable.ok ? desk.link(seat, action, secret) : affordable
    },
    linkedAction: async (secret) => (state === 'open' ? desk.open(secret) : fail(CLOSING)),
    reportLinked: async (secret, report) => {
      const found = await desk.open(secret)
      const affordable = found.ok ? afford('command', asId(found.value.action.id)) : found
      return affordable.ok ? desk.report(secret, report) : affordable
    },
    give: async (seat, command) => {
      const affordable = afford('command', seat)
      if (!affordable.ok) return affordable
      await leftBefore.refresh()
      return commands.give(seat, command)
    },
    sit: async (guest, grantFor) => {
      if (state === 'closed') return fail(CLOSING)
      const placed = await reception.sit(guest, grantFor)
      if (!placed.ok) return placed
      const seat = placed.value
      if (guest.transfer) audience.notify((other) => other === seat, { type: 'notice', code: 'seat-opened-elsewhere' })
      const found = findSeat(core.durable(), seat)
      return found ? ok({ seat: found, view: viewOf(seat) }) : fail(refusal('unknown'))
    },
    transfer: async (giver, target, secret) => {
      if (state === 'closed') return fail(CLOSING)
      // A seat whose person is here is opened by that person alone, or by the facilitator.
      const leader = findSeat(core.durable(), giver)?.role === 'facilitator'
      const isTaken = giver !== target && !leader && attendance.here().has(target)
      return isTaken ? fail(refusal('not-allowed', { reason: 'here' })) : reception.transfer(giver, target, secret)
    },
    remove: async (seat) => {
      const found = seated(seat)
      if (!found.ok) return found
      if (found.value.role !== 'facilitator') return fail(refusal('not-allowed'))
      await removeForGood()
      return ok(undefined)
    },
    removeAsKeeper: removeForGood,
    admitsImport: (seat) => {
      const found = seated(seat)
      if (!found.ok) return found
      if (!leads(found.value)) return fail(refusal('not-allowed'))
      const { position, language } = core.durable()
      if (position.state === 'ended') return fail(refusal('ended'))
      const affordable = afford('import', seat)
      return affordable.ok ? ok({ language }) : affordable
    },
    bring: async (brought, by) => {
      if (state === 'closed') return fail(CLOSING)
      const found = by === 'keeper' ? undefined : seated(by)
      if (found && !found.ok) return found
      if (found && !leads(found.value)) return fail(refusal('not-allowed'))
      const stored = await commands.inTurn(async () => {
        const decided = bringIn(core.ahead(), brought, core.circumstances())
        if (!decided.ok) return async () => decided
        const { session, writes, items } = decided.value
        if (!core.documents.areWritable(writes)) return async () => fail(refusal('frozen', { reason: 'damaged' }))
        const version = core.change({ session, writes, log: { seat: found?.value.id ?? 'server', type: 'bring' } })
        return async () => {
          await version
          return ok(items)
        }
      })
      return stored()
    },
    admits,
    prepare: async (address) => {
      if (address.kind !== 'presence') await core.documents.open(address)
    },
    connectLive: (seat, socket) => {
      if (state === 'closed') {
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
    forget: async () => {
      if (state === 'open') await forgetting.run()
    },
    sockets: attendance.sockets,
    isIdle: () =>
      attendance.here().size === 0 &&
      attendance.sockets() === 0 &&
      commands.pending() === 0 &&
      core.pending() === 0 &&
      nextTick(core.ahead()) === undefined,
    close: async (code) => {
      shut(code, 'closing')
      await core.close()
      // Only when nobody waits for it: not before a restart, and not after a failure.
      if (code === CLOSE.goingAway) await core.documents.fold()
    },
  }
}
