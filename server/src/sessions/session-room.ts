import { type Refusal, type Result, type SeatId, type SessionId, asId, fail, ok, refusal } from '@roundel/shared/kernel'
import type { ActionId } from '@roundel/shared/methods/decide'
import { CLOSE, type CloseCode } from '@roundel/shared/protocol'
import {
  type Invite,
  type Report,
  type Seat,
  type Session,
  type Surroundings,
  type View,
  findInvite,
  findSeat,
  findSeated,
  leads,
  nextTick,
  viewFor,
} from '@roundel/shared/session'
import type { Grant, Store, StoredSession } from '../storage/store.ts'
import { type LinkedAction, openActionDesk } from './action-desk.ts'
import { openAdmission } from './admission.ts'
import { openAbsence } from './absence.ts'
import { openAttendance } from './attendance.ts'
import { openAudience } from './audience.ts'
import {
  type BallotAddress,
  type Ballots,
  type GivenBallot,
  type OwnBallot,
  type TakenBallot,
  openBallots,
} from './ballots.ts'
import { type Bringing, openBringing } from './bringing.ts'
import { openVoteCounting } from './counting-votes.ts'
import { type Planner, planInThread } from '../seating/planner.ts'
import { type Tally, tallyInThread } from '../tally/tally.ts'
import type { Chance } from './chance.ts'
import { type Done, openCommandLine } from './command-line.ts'
import { openCounting } from './counting.ts'
import { type Doorplate, doorplateOf } from './doorplate.ts'
import { type Entrances, openEntrances } from './entrances.ts'
import { openForgetting } from './forgetting.ts'
import { type LeftOpen, openLeftBefore } from './left-before.ts'
import { openPresence } from './presence.ts'
import type { TrailsFor } from './report-source.ts'
import { type Readings, openReadings } from './readings.ts'
import { type ReportLink, openReportLink } from './report-link.ts'
import { type Restoring, openRestoring } from './restoring.ts'
import { type GrantFor, openReception } from './reception.ts'
import type { Guest } from './seating.ts'
import { type CoreOptions, openCore } from './session-core.ts'
import { openSeatingPlans } from './seating-plans.ts'
import { openTicking } from './ticking.ts'

/** Somebody who has just sat down. */
export interface Seated {
  readonly seat: Seat
  readonly view: View
}

/** One live session: everything that reaches it goes through here. */
export interface SessionRoom extends Readings, Bringing, Omit<Entrances, 'recheckScreens'> {
  readonly id: SessionId
  readonly doorplate: () => Doorplate
  /** What a code or the secret of a link invites to. Refuses as `findInvite` does. */
  readonly invitation: (text: string) => Result<Invite, Refusal>
  /** Whether a seat has come to lead since its browser was last given a cookie. Says so once. */
  readonly hasRisen: (seat: SeatId) => boolean
  /** The link to the report: announced, hastened, ended by those who lead, and read by whoever has it. */
  readonly reportLink: ReportLink
  /** What another session's file brings into this one. */
  readonly restoring: Restoring
  /** One's own ballot. Refuses with `not-allowed` who may not vote, `wrong-phase` before voting was opened. */
  readonly ownBallot: (seat: SeatId, address: BallotAddress) => Promise<Result<OwnBallot, Refusal>>
  /** Begins, casts or changes a ballot. Refuses with `closed` as soon as voting is over. */
  readonly giveBallot: (seat: SeatId, ballot: GivenBallot) => Promise<Result<TakenBallot, Refusal>>
  /** What a vote came to, once it is shown: the same for everybody. Refuses with `not-revealed` until then. */
  readonly result: Ballots['result']
  /** Makes `secret` what opens one action without a seat; without one, nothing does. Refuses as `linkAction` does. */
  readonly linkAction: (seat: SeatId, action: ActionId, secret: string | undefined) => Promise<Result<void, Refusal>>
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
  /** Gathers what other sessions of a workspace know of this one; nothing where not said. */
  readonly trailsFor?: TrailsFor
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

/** Opens a stored session. Rejects with `StorageFault` when it cannot be read. */
export const openSessionRoom = async (options: SessionRoomOptions): Promise<SessionRoom> => {
  const { id, store, chance } = options
  const { clock, now } = chance
  let state: 'open' | 'closed' = 'open'

  const isOpen = (): boolean => state === 'open'

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
  const admission = openAdmission(core.durable, isOpen, clock)
  const { seated, afford } = admission
  const readings = openReadings({ core, admission, attendance, counting, surroundings, now, around: options })
  const bringing = openBringing(core, commands, admission)
  const { recheckScreens, ...entrances } = openEntrances({ core, admission, attendance, audience, presence })
  const reportLink = openReportLink(core, commands, { now, afford: () => afford('report', 'link'), around: options })
  const restoring = openRestoring(core, commands, chance.newId, (seat) => afford('import', seat))
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

  const onDurable = (session: Session, before: Session): void => {
    if (state === 'closed' || session === before) return
    recheckScreens()
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
    ...readings,
    ...bringing,
    ...entrances,
    hasRisen: (seat) => risen.delete(seat),
    reportLink,
    restoring,
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
    linkedAction: async (secret) => {
      const opened = admission.open()
      return opened.ok ? desk.open(secret) : opened
    },
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
      const opened = admission.open()
      if (!opened.ok) return opened
      const placed = await reception.sit(guest, grantFor)
      if (!placed.ok) return placed
      const seat = placed.value
      if (guest.transfer) audience.notify((other) => other === seat, { type: 'notice', code: 'seat-opened-elsewhere' })
      const found = findSeat(core.durable(), seat)
      const view = viewFor(core.durable(), seat, surroundings())
      return found ? ok({ seat: found, view }) : fail(refusal('unknown'))
    },
    transfer: async (giver, target, secret) => {
      const opened = admission.open()
      if (!opened.ok) return opened
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
