import { parentPort } from 'node:worker_threads'
import type { Report } from '@roundel/shared/report'
import { type FileSource, reportOf } from './file-source.ts'
import { type FileOrder, makeFile } from './make-file.ts'

/** What is asked for: a file, or the report itself. */
export interface Making {
  readonly id: number
  readonly source: FileSource
  readonly order: FileOrder | 'report'
}
export interface Made {
  readonly id: number
  readonly made: string | Uint8Array | Report
}

const make = async ({ id, source, order }: Making): Promise<void> => {
  const made = order === 'report' ? reportOf(source) : await makeFile(source, order)
  parentPort?.postMessage({ id, made } satisfies Made)
}

parentPort?.on('message', (making: Making) => {
  // What fails here ends the thread, and with it rejects what was asked.
  make(making).catch((error: unknown) => {
    throw error
  })
})
