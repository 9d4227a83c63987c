import type { Refusal, Result } from '@roundel/shared/kernel'
import type { ScoringResult } from '@roundel/shared/scoring'
import { type TallyJob, runTally } from '@roundel/shared/voting'
import { parentPort } from 'node:worker_threads'
import type { Answered, Asked } from '../threads/thread.ts'

parentPort?.on('message', ({ id, job }: Asked<TallyJob>) => {
  parentPort?.postMessage({ id, found: runTally(job) } satisfies Answered<Result<ScoringResult, Refusal>>)
})
