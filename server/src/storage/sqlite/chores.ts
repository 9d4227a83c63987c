import { parentPort, workerData } from 'node:worker_threads'
import { foldUpdates } from '../fold.ts'
import { openReader } from './connection.ts'
import { copyDatabase } from './copy.ts'
import { prepareDocumentRows } from './document-rows.ts'
import { readLedger } from './ledger.ts'
import { SAFETY_COPY_MS, cleanSafetyCopies, dropSafetyCopies } from './safety-copies.ts'
import { serveCalls } from './serve-calls.ts'
import type { FoldedDocument } from './tasks.ts'

const openCalls = (file: string) => {
  const db = openReader(file)
  const readRows = prepareDocumentRows(db)
  return {
    /** The document as one snapshot, or undefined when there is nothing new in it or something is missing. */
    fold: (session: string, document: string): FoldedDocument | undefined => {
      const rows = readRows(session, document)
      if (!rows || rows.updates.length === 0 || rows.lost.length > 0) return undefined
      const { id, begunAnew, seq: upto, base, snapshot, updates } = rows
      return { document: id, begunAnew, upto, base, bytes: foldUpdates(snapshot ? [snapshot, ...updates] : updates) }
    },
    copy: (target: string): Promise<void> => copyDatabase(db, target),
    cleanSafetyCopies: (): void => cleanSafetyCopies(file, () => readLedger(db)),
    dropSafetyCopies: (now: number): void => dropSafetyCopies(file, now - SAFETY_COPY_MS),
    close: (): void => db.close(),
  }
}

export type ChoreCalls = ReturnType<typeof openCalls>

if (parentPort) serveCalls(parentPort, openCalls(workerData as string))
