import type { OwnVote, PollView, ScoreView } from '@roundel/shared/methods'
import type { SeatId, StepId } from '@roundel/shared/kernel'
import { useOwnWork, useWork } from '../methods/use-work.ts'
import { useView } from '../sync/room-context.ts'

/** The vote of the live step, and one's own part in it. */
export interface Vote {
  readonly step: StepId
  readonly phase: string
  readonly view: ScoreView
  readonly poll: PollView | undefined
  /** Undefined for who may not vote. */
  readonly own: OwnVote | undefined
  readonly seat: SeatId
  readonly leads: boolean
}

/** Undefined where no vote is live. */
export const useVote = (): Vote | undefined => {
  const { step, me } = useView()
  const view = useWork<ScoreView>()
  const own = useOwnWork<OwnVote>()
  if (!step || step.kind !== 'score' || !view) return undefined
  const leads = me.role === 'facilitator' || me.role === 'co-facilitator'
  return { step: step.id, phase: step.phase, view, poll: view.poll, own, seat: me.seat, leads }
}
