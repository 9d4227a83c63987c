import type { Report } from '@roundel/shared/report'
import { Worker } from 'node:worker_threads'
import type { FileSource } from './file-source.ts'
import type { FileOrder } from './make-file.ts'
import type { Made, Making } from './making.ts'

interface Waiting {
  readonly resolve: (made: Made['made']) => void
  readonly reject: (error: unknown) => void
}

/**
 * Makes files and reports in a thread of its own, which begins with the first and keeps no process alive: a large session
 * takes seconds, and people write meanwhile. A thread that fails rejects what it was asked, and another begins with the next.
 */
const openAside = () => {
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
    const started = new Worker(new URL('./making.ts', import.meta.url), { execArgv: [] })
    started.unref()
    started.on('message', ({ id, made }: Made) => {
      waiting.get(id)?.resolve(made)
      waiting.delete(id)
    })
    started.on('error', (error) => lose(started, error))
    started.on('exit', () => lose(started, new Error('the thread that writes files is gone')))
    return started
  }

  return (source: FileSource, order: Making['order']): Promise<Made['made']> =>
    new Promise((resolve, reject) => {
      thread ??= start()
      const making: Making = { id: ++lastId, source, order }
      waiting.set(making.id, { resolve, reject })
      thread.postMessage(making)
    })
}

// Files are rare, so all rooms share the thread.
const makeAside = openAside()

/** As `makeFile`, away from the thread that serves people. */
export const makeFileAside = async (source: FileSource, order: FileOrder): Promise<string | Uint8Array> =>
  (await makeAside(source, order)) as string | Uint8Array

/** As `reportOf`, away from the thread that serves people. */
export const makeReportAside = async (source: FileSource): Promise<Report> =>
  (await makeAside(source, 'report')) as Report
