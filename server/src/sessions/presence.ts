import { findCompany, findSeat, findStop, isPrivate } from '@roundel/shared/session'
import { openPresenceRoom } from '../relay/presence-room.ts'
import type { PresenceState } from '../relay/presence-state.ts'
import type { PresenceRoom } from '../relay/room.ts'
import type { Chance } from './chance.ts'
import type { SessionCore } from './session-core.ts'

/** In no step there are no items, so that a pointer tells nothing of any. */
const onlyPointer = ({ cursor }: PresenceState): PresenceState => (cursor ? { cursor } : {})

/** The room in which the people of a session see where the others are. */
export const openPresence = (core: SessionCore, { clock, random }: Chance): PresenceRoom =>
  openPresenceRoom({
    clock,
    random,
    mayRead: (seat) => core.authority.mayRead(seat, { kind: 'presence' }),
    roster: (id) => {
      const seat = findSeat(core.durable(), id)
      return seat?.state === 'seated' && seat.role !== 'screen' ? { name: seat.name, colour: seat.colour } : undefined
    },
    // In a private phase a screen shows nobody, so it hears of nobody.
    // At tables each hears of those at the same one only.
    circle: (id) => {
      const session = core.durable()
      const seat = findSeat(session, id)
      if (seat?.role === 'screen' && isPrivate(session)) return 'screen'
      return (seat && findCompany(session, seat)) ?? ''
    },
    filter: (state) => {
      const stop = findStop(core.durable())
      if (!stop) return onlyPointer(state)
      // Who edits an item would tell whose it is; a pointer on a note that moves would put a name to it.
      return stop.step.names === 'shown' && stop.phase.policies.add !== 'private' ? state : {}
    },
  })
