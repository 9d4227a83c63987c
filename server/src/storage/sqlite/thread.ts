import { Worker } from 'node:worker_threads'
import { StorageFault, UnusableStore, type UnusableReason } from '../store.ts'
import type { Calls, Question, Reply } from './calls.ts'

interface Pending {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** A worker that can be asked. One that dies fails what it was asked so far, and is replaced when next asked. */
export interface Thread<Offered extends Calls> {
  readonly call: <Name extends keyof Offered & string>(
    name: Name,
    ...args: Parameters<Offered[Name]>
  ) => Promise<Awaited<ReturnType<Offered[Name]>>>
  /** Calls `close` in the worker, if there is one, and ends it. */
  readonly stop: () => Promise<void>
}

const reviveError = (reply: Reply & { readonly ok: false }): Error =>
  reply.name === 'UnusableStore'
    ? new UnusableStore(reply.reason as UnusableReason, reply.message)
    : new StorageFault(reply.message)

/** Starts nothing yet: the worker of `entry` begins with the first call and gets `data` as its workerData. */
export const openThread = <Offered extends Calls>(entry: URL, data: unknown): Thread<Offered> => {
  const pending = new Map<number, Pending>()
  let worker: Worker | undefined
  let lastId = 0

  const lose = (lost: Worker, message: string): void => {
    if (worker !== lost) return
    worker = undefined
    for (const { reject } of pending.values()) reject(new StorageFault(message))
    pending.clear()
    void lost.terminate()
  }

  const settle = (reply: Reply): void => {
    const asked = pending.get(reply.id)
    pending.delete(reply.id)
    if (reply.ok) asked?.resolve(reply.value)
    else asked?.reject(reviveError(reply))
  }

  const start = (): Worker => {
    // Flags of the process (an evaluated script, a debugger that waits) are not for the worker.
    const started = new Worker(entry, { workerData: data, execArgv: [] })
    started.on('message', settle)
    started.on('messageerror', () => lose(started, 'an answer of the storage worker was unreadable'))
    started.on('error', (error) => lose(started, `the storage worker failed: ${String(error)}`))
    started.on('exit', () => lose(started, 'the storage worker is gone'))
    return started
  }

  const ask = (name: string, args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      worker ??= start()
      const question: Question = { id: ++lastId, name, args }
      try {
        worker.postMessage(question)
        pending.set(question.id, { resolve, reject })
      } catch (cause) {
        reject(new StorageFault(`${name} cannot be sent to the storage worker`, { cause }))
      }
    })

  return {
    // What comes back was returned by the function of that name: the worker's calls have the type `Offered`.
    call: (name, ...args) => ask(name, args) as Promise<Awaited<ReturnType<Offered[typeof name]>>>,
    stop: async () => {
      const stopping = worker
      if (!stopping) return
      await ask('close', []).catch(() => undefined)
      worker = undefined
      await stopping.terminate()
    },
  }
}
