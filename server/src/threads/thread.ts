import { Worker } from 'node:worker_threads'

/** One job that a thread is asked, and its answer. */
export interface Asked<Job> {
  readonly id: number
  readonly job: Job
}
export interface Answered<Found> {
  readonly id: number
  readonly found: Found
}

interface Waiting<Found> {
  readonly resolve: (found: Found) => void
  readonly reject: (error: unknown) => void
}

/**
 * Does jobs in a thread of its own, which begins with the first and keeps no process alive. One that fails rejects what it
 * was asked, and another begins with the next job. `program` answers `Asked` messages with `Answered` ones.
 */
export const openThread = <Job, Found>(program: URL): ((job: Job) => Promise<Found>) => {
  const waiting = new Map<number, Waiting<Found>>()
  let thread: Worker | undefined
  let lastId = 0

  const lose = (lost: Worker, error: unknown): void => {
    if (thread !== lost) return
    thread = undefined
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  const start = (): Worker => {
    const started = new Worker(program, { execArgv: [] })
    started.unref()
    started.on('message', ({ id, found }: Answered<Found>) => {
      waiting.get(id)?.resolve(found)
      waiting.delete(id)
    })
    started.on('error', (error) => lose(started, error))
    started.on('exit', () => lose(started, new Error('the thread is gone')))
    return started
  }

  return (job) =>
    new Promise((resolve, reject) => {
      thread ??= start()
      const asked: Asked<Job> = { id: ++lastId, job }
      waiting.set(asked.id, { resolve, reject })
      thread.postMessage(asked)
    })
}
