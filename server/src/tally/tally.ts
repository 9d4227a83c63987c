import type { Refusal, Result } from '@roundel/shared/kernel'
import type { ScoringResult } from '@roundel/shared/scoring'
import type { TallyJob } from '@roundel/shared/voting'
import { Worker } from 'node:worker_threads'
import type { Counted, Counting } from './counting.ts'

/** Counts ballots away from the thread that serves people. Resolves with what `runTally` answers. */
export type Tally = (job: TallyJob) => Promise<Result<ScoringResult, Refusal>>

interface Waiting {
  readonly resolve: (found: Result<ScoringResult, Refusal>) => void
  readonly reject: (error: unknown) => void
}

/**
 * Counts in a thread of its own, which begins with the first count and keeps no process alive. One that fails rejects what
 * it was asked, and another begins with the next count.
 */
const openTally = (): Tally => {
  const waiting = new Map<number, Waiting>()
  let thread: Worker | undefined
  let lastId = 0

  const lose = (lost: Worker, error: unknown): void => {
    if (thread !== lost) return
    thread = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  const start = (): Worker => {
    const started = new Worker(new URL('./counting.ts', import.meta.url), { execArgv: [] })
    started.unref()
    started.on('message', ({ id, found }: Counted) => {
      waiting.get(id)?.resolve(found)
      waiting.delete(id)
    })
    started.on('error', (error) => lose(started, error))
    started.on('exit', () => lose(started, new Error('the counting thread is gone')))
    return started
  }

  return (job) =>
    new Promise((resolve, reject) => {
      thread ??= start()
      const counting: Counting = { id: ++lastId, job }
      waiting.set(counting.id, { resolve, reject })
      thread.postMessage(counting)
    })
}

/** The counting thread of this process: counts are rare, so all rooms share it. */
export const tallyInThread: Tally = openTally()
