import type { ScoreView } from '@roundel/shared/methods'
import type { StepId } from '@roundel/shared/kernel'
import type { ScoringResult } from '@roundel/shared/scoring'
import { useView } from '../sync/room-context.ts'

/** A vote of this session that was shown. */
export interface EarlierVote {
  readonly step: StepId
  /** Where it stands in the agenda, from 1. */
  readonly place: number
  readonly subject: 'ideas' | 'groups'
  readonly result: ScoringResult
}

/** The votes that were shown in steps before one, the latest first; before the live one when none is named. */
export const useEarlierVotes = (before?: StepId): readonly EarlierVote[] => {
  const { session, work, step: live } = useView()
  const end = session.agenda.findIndex(({ id }) => id === (before ?? live?.id))
  return session.agenda
    .slice(0, Math.max(0, end))
    .flatMap(({ id, kind }, index) => {
      if (kind !== 'score') return []
      // What a step of voting shows is its ballot box.
      const data = work?.[id]?.data as ScoreView | undefined
      return data?.result && data.poll
        ? [{ step: id, place: index + 1, subject: data.poll.subject, result: data.result }]
        : []
    })
    .toReversed()
}
