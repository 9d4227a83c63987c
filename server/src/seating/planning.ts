import type { Refusal, Result } from '@roundel/shared/kernel'
import { type RotationJob, type RotationPlan, runRotation } from '@roundel/shared/rotation'
import { parentPort } from 'node:worker_threads'
import type { Answered, Asked } from '../threads/thread.ts'

parentPort?.on('message', ({ id, job }: Asked<RotationJob>) => {
  parentPort?.postMessage({ id, found: runRotation(job) } satisfies Answered<Result<RotationPlan, Refusal>>)
})
