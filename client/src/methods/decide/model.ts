import type { SeatId } from '@roundel/shared/kernel'
import type { DecideView, OwnDecide } from '@roundel/shared/methods/decide'
import type { Command, Names, Person } from '@roundel/shared/session'
import { takesPart } from '../../people/present.ts'
import { useView } from '../../sync/room-context.ts'
import { useOwnWork, useWork } from '../use-work.ts'

/** The live step that decides, and one's own part in it. */
export interface Deciding {
  readonly view: DecideView
  readonly own: OwnDecide
  readonly seat: SeatId
  readonly leads: boolean
  /** Whether this is a wall, which everybody reads from afar and nobody touches. */
  readonly isWall: boolean
  /** Whether the button of a command is shown. */
  readonly may: (type: Command['type']) => boolean
  readonly names: Names
  /** Who can own an action. */
  readonly people: readonly Person[]
}

/** Undefined where no step decides. */
export const useDeciding = (): Deciding | undefined => {
  const { step, me, people } = useView()
  const view = useWork<DecideView>()
  const own = useOwnWork<OwnDecide>() ?? { decides: false }
  if (step?.kind !== 'decide' || !view) return undefined
  return {
    view,
    own,
    seat: me.seat,
    leads: me.role === 'facilitator' || me.role === 'co-facilitator',
    may: (type) => me.can[type] === true,
    isWall: me.role === 'screen',
    names: step.names,
    people: people.filter(takesPart),
  }
}
