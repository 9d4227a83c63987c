import { parentPort, workerData } from 'node:worker_threads'
import { prepareBatch } from './batch.ts'
import { type Durability, openWriter } from './connection.ts'
import { prepareReads } from './reads.ts'
import { serveCalls } from './serve-calls.ts'
import type { Outcome, Task } from './tasks.ts'

/** What the writing thread is started with. */
export interface WriterSettings {
  readonly file: string
  readonly durability: Durability
}

const erases = (task: Task): boolean =>
  task.type === 'remove' ||
  task.type === 'remove-workspace' ||
  task.type === 'retire-workspaces' ||
  // A contact that was taken out of it is to stand nowhere any more.
  task.type === 'put-workspace' ||
  task.type === 'retire' ||
  (task.type === 'commit' &&
    (task.write.erase !== undefined || task.write.ballots?.some(({ type }) => type !== 'put') === true))

const openCalls = ({ file, durability }: WriterSettings) => {
  const db = openWriter(file, durability)
  const runBatch = prepareBatch(db)
  let isScrubDue = false

  // What was erased still stands in the write-ahead log until that is emptied. Readers may be in the way: then later.
  const scrub = (): void => {
    if (!isScrubDue) return
    db.exec('PRAGMA busy_timeout = 0')
    isScrubDue = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy !== 0
    db.exec('PRAGMA busy_timeout = 5000')
  }

  return {
    ...prepareReads(db),
    runBatch: (tasks: readonly Task[]): readonly Outcome[] => {
      const outcomes = runBatch(tasks)
      if (tasks.some(erases)) {
        isScrubDue = true
        scrub()
      }
      return outcomes
    },
    scrub,
    durability: () => ({
      engine: 'sqlite',
      journal: String(db.prepare('PRAGMA journal_mode').get()?.journal_mode),
      synchronous: Number(db.prepare('PRAGMA synchronous').get()?.synchronous),
    }),
    limitPages: (pages: number): void => db.exec(`PRAGMA max_page_count = ${Math.trunc(pages)}`),
    close: (): void => db.close(),
  }
}

export type WriterCalls = ReturnType<typeof openCalls>

if (parentPort) serveCalls(parentPort, openCalls(workerData as WriterSettings))
