import type { Refusal, Result } from '@roundel/shared/kernel'
import type { ScoringResult } from '@roundel/shared/scoring'
import { type TallyJob, runTally } from '@roundel/shared/voting'
import { parentPort } from 'node:worker_threads'

/** One count that is asked for, and its answer. */
export interface Counting {
  readonly id: number
  readonly job: TallyJob
}
export interface Counted {
  readonly id: number
  readonly found: Result<ScoringResult, Refusal>
}

parentPort?.on('message', ({ id, job }: Counting) => {
  parentPort?.postMessage({ id, found: runTally(job) } satisfies Counted)
})
