import { LIMITS, type SeatId } from '@roundel/shared/kernel'
import { CLOSE, type CloseCode } from '@roundel/shared/protocol'
import { QUIET } from './outbound.ts'
import { CLIENT_IDS, openPresenceIntake } from './presence-intake.ts'
import { openPresenceMember, type PresenceMember, type Shown } from './presence-member.ts'
import { openPresenceRelay } from './presence-relay.ts'
import { openPulse } from './pulse.ts'
import { openRenewal } from './renewal.ts'
import type { PresenceRoom, PresenceRoomOptions } from './room.ts'
import { openStrikes } from './strikes.ts'
import { openWatch } from './watch.ts'
import type { Connection } from './wire.ts'

const QUERY_MS = 1_000
const IGNORED: Connection = { receive: () => {}, closed: () => {} }

/** Opens the room in which people see where others are. Nothing in it outlives its sockets. */
export const openPresenceRoom = (options: PresenceRoomOptions): PresenceRoom => {
  const { clock, roster, filter, mayRead } = options
  const circleOf = options.circle ?? (() => '')
  const members = new Set<PresenceMember>()
  const relay = openPresenceRelay(members)
  const strikes = openStrikes()
  let isClosed = false

  const leave = (member: PresenceMember): void => {
    if (member.gone) return
    member.gone = true
    member.cancelSurplus?.()
    member.outbox.close()
    members.delete(member)
    if (!member.shown) return
    member.shown = undefined
    member.clock++
    relay.mark(member)
    pulse.request()
  }

  const drop = (member: PresenceMember, code: CloseCode, reason: string): void => {
    if (member.gone) return
    leave(member)
    member.wire.close(code, reason)
    options.onClose?.({ seat: member.seat, code, reason })
  }

  const flush = (): void => {
    relay.spread()
    for (const member of members) {
      member.outbox.flush()
      if (member.outbox.isWaiting() && !member.outbox.isAlive()) drop(member, CLOSE.tooSlow, 'takes no data')
    }
  }

  const pulse = openPulse(clock, LIMITS.flushMs, flush)
  const renewal = openRenewal(clock, members, (renewed) => {
    for (const member of renewed) show(member, member.shown)
    pulse.request()
  })
  const watch = openWatch(clock, members, (member) => drop(member, CLOSE.tooSlow, 'takes no data'))

  const pictureOf = ({ seat, state }: PresenceMember): Shown | undefined => {
    const face = roster(seat)
    return state && face && { ...filter(state, seat), seat, name: face.name, colour: face.colour }
  }

  const show = (member: PresenceMember, shown: Shown | undefined): void => {
    if (!shown && !member.shown) return
    member.shown = shown
    member.clock++
    relay.mark(member)
  }

  /** Shows what others see of a member now, if that is something else than before. */
  const showChange = (member: PresenceMember): boolean => {
    const shown = pictureOf(member)
    const isNew = JSON.stringify(shown) !== JSON.stringify(member.shown)
    if (isNew) show(member, shown)
    return isNew
  }

  const introduce = (member: PresenceMember): void => {
    member.introducedAt = clock.now()
    relay.introduce(member)
  }

  const receive = openPresenceIntake({
    clock,
    strikes,
    drop,
    // That somebody has said something is told only by what of it may be seen.
    onState: (member) => {
      if (showChange(member)) pulse.request()
    },
    onQuery: (member) => {
      if (clock.now() - member.introducedAt >= QUERY_MS) introduce(member)
      else member.outbox.push(QUIET)
    },
  })

  const newId = (): number => {
    const id = CLIENT_IDS + Math.floor(options.random() * (Number.MAX_SAFE_INTEGER - CLIENT_IDS))
    return [...members].some((member) => member.id === id) ? newId() : id
  }

  const moveTo = (member: PresenceMember, circle: string): void => {
    relay.part(member)
    member.circle = circle
    introduce(member)
    member.clock++
    if (member.shown) relay.mark(member)
  }

  const recheck = (): void => {
    for (const member of members) if (!mayRead(member.seat)) drop(member, CLOSE.notAllowed, 'may no longer read')
    for (const member of members) {
      const circle = circleOf(member.seat)
      if (circle !== member.circle) moveTo(member, circle)
      showChange(member)
    }
    pulse.request()
  }

  const disconnect: PresenceRoom['disconnect'] = (code, which = () => true) => {
    for (const member of members) if (which(member.seat)) drop(member, code, 'sent away')
  }

  const refusalFor = (seat: SeatId): CloseCode | undefined => {
    if (isClosed) return CLOSE.restart
    if (strikes.isOut(seat, clock.now())) return CLOSE.abuse
    return mayRead(seat) ? undefined : CLOSE.notAllowed
  }

  return {
    connect: (wire, seat) => {
      const refusal = refusalFor(seat)
      if (refusal) {
        wire.close(refusal, 'not let in')
        options.onClose?.({ seat, code: refusal, reason: 'not let in' })
        return IGNORED
      }
      const member = openPresenceMember(wire, seat, newId(), circleOf(seat), clock)
      members.add(member)
      introduce(member)
      if (member.outbox.isWaiting()) pulse.request()
      watch.start()
      renewal.start()
      return {
        receive: (message) => {
          if (member.gone) return
          receive(member, message)
          if (member.outbox.isWaiting()) pulse.request()
        },
        closed: () => leave(member),
      }
    },
    disconnect,
    recheck,
    connections: () => members.size,
    close: () => {
      isClosed = true
      disconnect(CLOSE.goingAway)
      pulse.stop()
      watch.stop()
      renewal.stop()
    },
  }
}
