import type { Report } from '@roundel/shared/report'
import { parentPort } from 'node:worker_threads'
import type { Answered, Asked } from '../threads/thread.ts'
import { type FileSource, reportOf } from './file-source.ts'
import { type FileOrder, makeFile } from './make-file.ts'

/** What is asked for: a file, or the report itself. */
export interface Making {
  readonly source: FileSource
  readonly order: FileOrder | 'report'
}
export type Made = string | Uint8Array | Report

const make = async ({ source, order }: Making): Promise<Made> =>
  order === 'report' ? reportOf(source) : makeFile(source, order)

parentPort?.on('message', ({ id, job }: Asked<Making>) => {
  make(job).then(
    (found) => parentPort?.postMessage({ id, found } satisfies Answered<Made>),
    // What fails here ends the thread, and with it rejects what was asked.
    (error: unknown) => {
      throw error
    },
  )
})
