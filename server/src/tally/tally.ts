import type { Refusal, Result } from '@roundel/shared/kernel'
import type { ScoringResult } from '@roundel/shared/scoring'
import type { TallyJob } from '@roundel/shared/voting'
import { openThread } from '../threads/thread.ts'

/** Counts ballots away from the thread that serves people. Resolves with what `runTally` answers. */
export type Tally = (job: TallyJob) => Promise<Result<ScoringResult, Refusal>>

/** The counting thread of this process: counts are rare, so all rooms share it. */
export const tallyInThread: Tally = openThread(new URL('./counting.ts', import.meta.url))
