import { LIMITS, type SeatId } from '@roundel/shared/kernel'
import { CLOSE, type CloseCode, type ServerMessage } from '@roundel/shared/protocol'
import {
  type Audience,
  type Session,
  type StepPart,
  type Surroundings,
  VIEW_PARTS,
  type ViewPart,
  audienceOf,
  findSeat,
  mayShow,
  mePart,
  mePartAsScreen,
  peoplePart,
  sessionPart,
  stepPart,
  workPart,
} from '@roundel/shared/session'
import type { Clock } from '../relay/clock.ts'

/** One live socket as the session sees it. */
export interface LiveSocket {
  readonly send: (text: string) => void
  /** Bytes that the network has not taken yet. */
  readonly buffered: () => number
  readonly close: (code: CloseCode, reason: string) => void
  /** Whether it shows what a screen shows, whoever sits on the seat. */
  readonly isScreen?: boolean
}

/**
 * A part as text, made once for everyone who sees the same. `still` is what of it is told at once; the rest are numbers
 * and comings and goings, which are told once a second at most.
 */
interface MadePart {
  readonly text: string
  readonly still: string
}

interface Member {
  readonly socket: LiveSocket
  readonly seat: SeatId
  /** What was sent last of each part. */
  readonly sent: Map<ViewPart, MadePart>
  readonly sentAt: Map<ViewPart, number>
  /** When it was shown anything last. */
  shownAt: number
  /** Since when the network takes nothing from us, if it does not. */
  lateSince: number | undefined
}

/** Everyone who looks at a session through a live socket, and what each of them has seen of it. */
export interface LiveAudience {
  /** Lets a socket in and shows it everything it may see. */
  readonly connect: (seat: SeatId, socket: LiveSocket) => () => void
  /** Something changed: everyone is shown what changed for them, soon. */
  readonly request: () => void
  /** Tells people; what only shows a screen has nobody to tell. */
  readonly notify: (which: (seat: SeatId) => boolean, message: ServerMessage) => void
  readonly disconnect: (code: CloseCode, reason: string, which?: (seat: SeatId) => boolean) => void
  readonly size: () => number
  readonly stop: () => void
}

/** What is shown: the session on disk, what is around it, and the clock of all this. */
export interface AudienceOptions {
  readonly session: () => Session
  readonly surroundings: () => Surroundings
  readonly clock: Clock
}

const withoutCounts = (step: StepPart): Omit<StepPart, 'counts'> & { counts?: undefined } => ({
  ...step,
  counts: undefined,
})

type MadeParts = Map<string, MadePart | undefined>

/** Parts that hold as long as the session's value does, whatever is around it. */
const lasting = new WeakMap<Session, MadeParts>()

const lastingParts = (session: Session): MadeParts => {
  const known = lasting.get(session) ?? new Map()
  lasting.set(session, known)
  return known
}

/** Makes the parts of one moment, each once per audience, each when somebody first asks for it. */
const makeParts = (session: Session, surroundings: Surroundings) => {
  const momentary: MadeParts = new Map()

  const make = (part: ViewPart, audience: Audience, seat: SeatId, isScreen: boolean): MadePart | undefined => {
    switch (part) {
      case 'session':
        return asIs(sessionPart(session, audience))
      case 'me':
        return asIs(isScreen ? mePartAsScreen(session, seat) : mePart(session, seat))
      case 'people':
        // In a room of 250 each list is long, and when all come back at once each of them changes it for everyone.
        return { text: JSON.stringify(peoplePart(session, surroundings, audience)), still: '' }
      case 'work': {
        const work = workPart(session, audience)
        return work && asIs(work)
      }
      case 'step': {
        const step = stepPart(session, surroundings, audience)
        return step && { text: JSON.stringify(step), still: JSON.stringify(withoutCounts(step)) }
      }
    }
  }

  return (part: ViewPart, { seat, socket: { isScreen = false } }: Pick<Member, 'seat' | 'socket'>) => {
    const audience = isScreen ? 'screen' : audienceOf(session, seat)
    const key = `${part} ${part === 'me' ? `${seat} ${isScreen}` : audience}`
    const made = part === 'me' || part === 'session' || part === 'work' ? lastingParts(session) : momentary
    if (!made.has(key)) made.set(key, make(part, audience, seat, isScreen))
    return made.get(key)
  }
}

const asIs = (part: unknown): MadePart => {
  const text = JSON.stringify(part)
  return { text, still: text }
}

export const openAudience = ({ session, surroundings, clock }: AudienceOptions): LiveAudience => {
  const members = new Set<Member>()
  let revision = 0
  let flushedAt = -Infinity
  let cancelFlush: (() => void) | undefined
  let flushDueAt = Infinity
  let stopped = false

  const drop = (member: Member, code: CloseCode, reason: string): void => {
    if (members.delete(member)) member.socket.close(code, reason)
  }

  /** Whether a socket has to wait for the network; one that waits for too long is ended. */
  const isLate = (member: Member): boolean => {
    const waiting = member.socket.buffered()
    if (waiting <= LIMITS.backlogPresenceBytes) {
      member.lateSince = undefined
      return false
    }
    member.lateSince ??= clock.now()
    const isStuck = waiting > LIMITS.backlogBytes || clock.now() - member.lateSince >= LIMITS.stuckMs
    if (isStuck) drop(member, CLOSE.tooSlow, 'takes no data')
    return true
  }

  /** When a part may be shown to a member again, if nothing of it is to be told at once. */
  const dueAt = (member: Member, part: ViewPart, now: MadePart): number =>
    member.sent.get(part)?.still === now.still ? (member.sentAt.get(part) ?? 0) + LIMITS.counterRefreshMs : 0

  const show = (member: Member, partOf: ReturnType<typeof makeParts>, around: Surroundings): void => {
    const changed: string[] = []
    const versions: Partial<Record<ViewPart, number>> = {}
    const gone: ViewPart[] = []
    for (const part of VIEW_PARTS) {
      const now = partOf(part, member)
      const before = member.sent.get(part)
      if (now?.text === before?.text) continue
      if (!now) {
        member.sent.delete(part)
        gone.push(part)
        continue
      }
      const due = dueAt(member, part, now)
      if (due > clock.now()) {
        flushAt(due)
        continue
      }
      member.sent.set(part, now)
      member.sentAt.set(part, clock.now())
      changed.push(`${JSON.stringify(part)}:${now.text}`)
      versions[part] = revision
    }
    // A word without news keeps a quiet socket known to be alive: nothing else tells a browser that its network died.
    const isQuiet = clock.now() - member.shownAt >= LIMITS.quietMs
    if (changed.length === 0 && gone.length === 0 && !isQuiet) return
    member.shownAt = clock.now()
    const head = { type: 'view', v: around.version, versions, ...(gone.length > 0 && { gone }), now: around.now }
    member.socket.send(`${JSON.stringify(head).slice(0, -1)}${changed.map((part) => `,${part}`).join('')}}`)
  }

  const flush = (): void => {
    cancelFlush = undefined
    flushDueAt = Infinity
    flushedAt = clock.now()
    revision++
    const current = session()
    const around = surroundings()
    const partOf = makeParts(current, around)
    for (const member of members) {
      const seat = findSeat(current, member.seat)
      const state = seat?.state
      if (state === 'removed' || state === 'refused') drop(member, CLOSE.notAllowed, state)
      // A seat that is no more may have become another, which the same device opens when it comes back.
      else if (!state) drop(member, CLOSE.restart, 'the seat is no more')
      else if (state !== 'seated' && state !== 'waiting') drop(member, CLOSE.sessionGone, 'left')
      else if (member.socket.isScreen && !mayShow(seat)) drop(member, CLOSE.notAllowed, 'shows no screen any more')
      else if (isLate(member)) flushAt(clock.now() + LIMITS.counterRefreshMs)
      else show(member, partOf, around)
    }
    if (members.size > 0) flushAt(flushedAt + LIMITS.quietMs)
  }

  const flushAt = (time: number): void => {
    if (stopped || time >= flushDueAt) return
    cancelFlush?.()
    flushDueAt = time
    cancelFlush = clock.after(Math.max(0, time - clock.now()), flush)
  }

  return {
    connect: (seat, socket) => {
      const member: Member = { socket, seat, sent: new Map(), sentAt: new Map(), shownAt: 0, lateSince: undefined }
      members.add(member)
      flushAt(clock.now() + LIMITS.quietMs)
      revision++
      const around = surroundings()
      show(member, makeParts(session(), around), around)
      return () => members.delete(member)
    },
    request: () => flushAt(Math.max(clock.now(), flushedAt + LIMITS.viewCoalesceMs)),
    notify: (which, message) => {
      const text = JSON.stringify(message)
      for (const member of members) if (!member.socket.isScreen && which(member.seat)) member.socket.send(text)
    },
    disconnect: (code, reason, which = () => true) => {
      for (const member of members) if (which(member.seat)) drop(member, code, reason)
    },
    size: () => members.size,
    stop: () => {
      stopped = true
      cancelFlush?.()
    },
  }
}
