import { Conflict, StorageFault, type Store, type Write } from '../store.ts'
import type { ChoreCalls } from './chores.ts'
import type { Durability } from './connection.ts'
import { unpackDocument } from './document-parcel.ts'
import { makeFolder } from './folder.ts'
import { storeFiles } from './files.ts'
import { type Pace, openGroupCommit } from './group-commit.ts'
import { lockStore } from './lock.ts'
import { migrateStore } from './migrate.ts'
import { refuseNetworkDrive } from './network-drive.ts'
import { type Outcome, type Task, weighTask } from './tasks.ts'
import { openThread } from './thread.ts'
import type { WriterCalls, WriterSettings } from './writer.ts'

export interface SqliteOptions {
  readonly dataDir: string
  /** `relaxed` hands commits to the system without waiting for the disk: a power cut may take the last moments. */
  readonly durability: Durability
  /** Another entry for the writing thread, for tests of its death. */
  readonly writer?: URL
}

export interface SqliteStore extends Store {
  /** Caps the file at so many pages of 4 KiB: writes that need more are refused as by a full disk. */
  readonly limitPages: (pages: number) => Promise<void>
}

const PACE: Pace = {
  now: () => performance.now(),
  soon: (run) => setImmediate(run),
  later: (run, ms) => setTimeout(run, ms),
}

// A view on a larger buffer would take that whole buffer along to the other thread.
const trim = (bytes: Uint8Array): Uint8Array =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes)

const pack = (write: Write): Write =>
  write.appends
    ? { ...write, appends: write.appends.map((append) => ({ ...append, bytes: trim(append.bytes) })) }
    : write

const readOutcome = (outcome: Outcome): boolean => {
  switch (outcome.type) {
    case 'stored':
      return outcome.answer
    case 'conflict':
      throw new Conflict(outcome.message)
    case 'fault':
      throw new StorageFault(outcome.message)
  }
}

/**
 * Opens the store of a folder, and makes the folder when there is none.
 *
 * Throws `UnusableStore` when another process uses it, when it was written by a newer release, or when it is damaged.
 */
export const openSqliteStore = async ({ dataDir, durability, writer: entry }: SqliteOptions): Promise<SqliteStore> => {
  await makeFolder(dataDir)
  await refuseNetworkDrive(dataDir)
  const files = storeFiles(dataDir)
  const unlock = lockStore(files.lock)
  try {
    await migrateStore(files.data)
  } catch (error) {
    unlock()
    throw error
  }

  const settings: WriterSettings = { file: files.data, durability }
  const writer = openThread<WriterCalls>(entry ?? new URL('./writer.ts', import.meta.url), settings)
  const chores = openThread<ChoreCalls>(new URL('./chores.ts', import.meta.url), files.data)
  const commits = openGroupCommit<Task, Outcome>({
    send: (tasks) => writer.call('runBatch', tasks),
    weigh: weighTask,
    pace: PACE,
  })
  const begun = new Set<Promise<unknown>>()
  let isClosed = false

  const run = <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (isClosed) return Promise.reject(new StorageFault('the store is closed'))
    const promise = work()
    begun.add(promise)
    const end = () => void begun.delete(promise)
    promise.then(end, end)
    return promise
  }
  const perform = async (task: Task): Promise<boolean> => readOutcome(await commits.push(task))
  const performWrite = async (type: 'create' | 'commit', write: Write): Promise<void> => {
    await perform({ type, write: pack(write) })
    if (write.erase?.lasting) void run(cleanCopies).catch(() => undefined)
  }
  // What stands in the store is gone by then; what could not be cleaned now is at the next sweep.
  const cleanCopies = (): Promise<void> => chores.call('cleanSafetyCopies').catch(() => undefined)

  const compact: Store['compact'] = async (session, document) => {
    const folded = await chores.call('fold', session, document)
    if (folded) {
      const { document: id, begunAnew, base } = folded
      let canMoreGo = await perform({ type: 'snapshot', folded })
      while (canMoreGo) canMoreGo = await perform({ type: 'trim', held: { document: id, begunAnew, base } })
    }
    await writer.call('scrub')
  }
  const sweep: Store['sweep'] = async (now, { sessionsMs }) => {
    const before = now - sessionsMs
    await perform({ type: 'prune', now })
    let swept = 0
    // One by one, so that other commits find their place in between.
    for (const session of await writer.call('overdue', before, now))
      if (await perform({ type: 'retire', session, before, now })) swept++
    await perform({ type: 'retire-workspaces', now })
    await chores.call('dropSafetyCopies', now)
    await cleanCopies()
    return swept
  }
  const close = async (): Promise<void> => {
    isClosed = true
    await Promise.allSettled(begun)
    // The writer last: the connection that goes last empties the write-ahead log, and a reader cannot.
    await chores.stop()
    await writer.stop()
    unlock()
  }
  let closing: Promise<void> | undefined

  return {
    create: (write) => run(() => performWrite('create', write)),
    commit: (write) => run(() => performWrite('commit', write)),
    session: (id) => run(() => writer.call('session', id)),
    sessionByCode: (code) => run(() => writer.call('sessionByCode', code)),
    sessionsWithDrafts: () => run(() => writer.call('sessionsWithDrafts')),
    document: (session, document) => run(async () => unpackDocument(await writer.call('document', session, document))),
    documentVersion: (session, document) => run(() => writer.call('documentVersion', session, document)),
    grant: (hash, session) => run(() => writer.call('grant', hash, session)),
    grantsOf: (session, seat) => run(() => writer.call('grantsOf', session, seat)),
    grantsWith: (hash) => run(() => writer.call('grantsWith', hash)),
    command: (session, id) => run(() => writer.call('command', session, id)),
    ballot: (session, poll, key) => run(() => writer.call('ballot', session, poll, key)),
    ballots: (session, poll) => run(() => writer.call('ballots', session, poll)),
    log: (session) => run(() => writer.call('log', session)),
    compact: (session, document) => run(() => compact(session, document)),
    createWorkspace: (workspace) => run(async () => void (await perform({ type: 'create-workspace', workspace }))),
    putWorkspace: (workspace) => run(async () => void (await perform({ type: 'put-workspace', workspace }))),
    workspace: (id) => run(() => writer.call('workspace', id)),
    workspaces: () => run(() => writer.call('workspaces')),
    sessionsOf: (workspace) => run(() => writer.call('sessionsOf', workspace)),
    removeWorkspace: (workspace) =>
      run(async () => {
        if (await perform({ type: 'remove-workspace', workspace })) await cleanCopies()
      }),
    remove: (session) =>
      run(async () => {
        if (await perform({ type: 'remove', session })) await cleanCopies()
      }),
    sweep: (now, retention) => run(() => sweep(now, retention)),
    backup: (file) =>
      run(async () => {
        await chores.call('copy', file)
        await writer.call('scrub')
      }),
    durability: () => run(() => writer.call('durability')),
    limitPages: (pages) => run(() => writer.call('limitPages', pages)),
    close: () => (closing ??= close()),
  }
}
