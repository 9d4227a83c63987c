import type { Random, StepId } from '@roundel/shared/kernel'
import type { OwnVote, ScoreView } from '@roundel/shared/methods'
import { scoringOf } from '@roundel/shared/scoring'
import type { View } from '@roundel/shared/session'

/** How often somebody who has not voted yet casts their ballot when they look. */
const CASTS = 0.3

/** A ballot that a simulated person casts. */
export interface VoteAct {
  readonly type: 'vote'
  readonly step: StepId
  readonly poll: string
  readonly ballot: unknown
}

/** What a simulated person votes, by chance and by every scoring; undefined while they look, and once they have. */
export const chooseVote = ({ me, step, work }: View, random: Random): VoteAct | undefined => {
  const poll = step && (work?.[step.id]?.data as ScoreView | undefined)?.poll
  const own = me.work as OwnVote | undefined
  if (!step || poll?.state !== 'open' || !own || own.cast.includes(1) || random() > CASTS) return undefined
  const { id, scoring, items, settings } = poll
  return { type: 'vote', step: step.id, poll: id, ballot: scoringOf(scoring).simulate({ items, settings }, random) }
}
