import type { Refusal, Result } from '@roundel/shared/kernel'
import type { RotationJob, RotationPlan } from '@roundel/shared/rotation'
import { openThread } from '../threads/thread.ts'

/** Works out who sits where, away from the thread that serves people. Resolves with what `runRotation` answers. */
export type Planner = (job: RotationJob) => Promise<Result<RotationPlan, Refusal>>

/** The planning thread of this process: seatings are rare, so all rooms share it. */
export const planInThread: Planner = openThread(new URL('./planning.ts', import.meta.url))
