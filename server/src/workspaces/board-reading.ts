import type { BoardRecords } from '@roundel/shared/session'
import { parentPort } from 'node:worker_threads'
import type { Answered, Asked } from '../threads/thread.ts'
import { type StoredBoard, readBoardHere } from './read-board.ts'

parentPort?.on('message', ({ id, job }: Asked<StoredBoard>) => {
  parentPort?.postMessage({ id, found: readBoardHere(job) } satisfies Answered<BoardRecords | undefined>)
})
