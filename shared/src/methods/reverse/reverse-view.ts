import type { ItemId, SeatId } from '../../kernel/index.ts'
import { runningPhases } from '../plan.ts'
import type { Viewer } from '../workings.ts'
import { countAdmitted, isRealityOver, listAdmitted } from './admissions.ts'
import { type ReverseSettings, reversePhases } from './settings.ts'
import type { Asked, ReverseWork } from './work.ts'

/** What everybody at the session may know of a run. */
export interface ReverseView {
  /** The question that somebody chose; absent where the settings say it. */
  readonly asked?: Asked
  /** What people propose to ask, nobody's name with it. */
  readonly proposals: readonly { readonly id: string; readonly text: string }[]
  /** How many people say of an item that it is done already: there once the phase is over. */
  readonly admitted?: Readonly<Record<ItemId, number>>
  /** How many negative ideas each person is dealt. */
  readonly share: number
  /** What somebody has before them, each until when, server time. Never who. */
  readonly held: readonly { readonly item: ItemId; readonly until: number }[]
  /** Negative ideas that need no inversion. */
  readonly aside: readonly ItemId[]
  /** Ideas that were written as negative ones. */
  readonly solutions: Readonly<Record<ItemId, ItemId>>
  /** Ideas that were there, and what they turn round. */
  readonly turned: readonly { readonly idea: ItemId; readonly item: ItemId }[]
}

/** What one person may know of a run besides. */
export interface ReverseOwn {
  /** What they say is done already. */
  readonly admitted: readonly ItemId[]
  /** What they propose to ask. */
  readonly proposal?: string
  /** What they have before them. */
  readonly turning?: ItemId
  /** How many they were dealt so far. */
  readonly dealt: number
  /** Nothing was left for them when they asked last. */
  readonly isFree: boolean
  /** What they linked, and so may take back. */
  readonly turned: readonly { readonly idea: ItemId; readonly item: ItemId }[]
}

/** What leaves the server for everybody. */
export const viewWork = (state: ReverseWork, settings: ReverseSettings, { phase }: Viewer): ReverseView => {
  const isOver = isRealityOver(runningPhases(reversePhases(settings)), phase)
  return {
    ...(state.asked && { asked: state.asked }),
    proposals: state.proposals.map(({ id, text }) => ({ id, text })),
    ...(isOver && { admitted: countAdmitted(state.admitted) }),
    share: state.share,
    held: state.leases.map(({ item, until }) => ({ item, until })),
    aside: state.aside,
    solutions: state.solutions,
    turned: state.turned.map(({ idea, item }) => ({ idea, item })),
  }
}

/** What leaves the server for one person. */
export const viewOwn = (state: ReverseWork, seat: SeatId): ReverseOwn => {
  const proposal = state.proposals.find((other) => other.seat === seat)
  const turning = state.leases.find((lease) => lease.seat === seat)
  return {
    admitted: listAdmitted(state.admitted, seat),
    ...(proposal && { proposal: proposal.id }),
    ...(turning && { turning: turning.item }),
    dealt: state.dealt[seat] ?? 0,
    isFree: state.free.includes(seat),
    turned: state.turned.flatMap((turned) => (turned.seat === seat ? [{ idea: turned.idea, item: turned.item }] : [])),
  }
}
