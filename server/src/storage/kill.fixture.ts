import { type SessionId, asId } from '@roundel/shared/kernel'
import * as Y from 'yjs'
import { openStore } from './open.ts'

type Say = (line: string) => void

const WRITERS = 6

const write = async (store: Awaited<ReturnType<typeof openStore>>, session: SessionId, say: Say): Promise<void> => {
  const { seq: last, snapshot, updates } = await store.document(session, 'board')
  const doc = new Y.Doc()
  for (const update of snapshot ? [snapshot, ...updates] : updates) Y.applyUpdate(doc, update)
  let next: Uint8Array = new Uint8Array()
  doc.on('update', (update: Uint8Array) => (next = update))
  for (let seq = last + 1; ; seq++) {
    doc.get('order', Y.Array).push([seq])
    await store.commit({ session, appends: [{ document: 'board', seq, bytes: next, claims: [] }] })
    say(`${session} ${seq}`)
    if (seq % 25 === 0) void store.compact(session, 'board')
  }
}

const run = async (dataDir: string, say: Say): Promise<void> => {
  const store = await openStore({ dataDir, durability: 'full' })
  say('open')
  for (let writer = 1; writer <= WRITERS; writer++) {
    const session = asId<'session'>(`session-0000000${writer}`)
    if (!(await store.session(session)))
      await store.create({ session, value: { version: 1, json: '{}', code: `CODE-${writer}` } })
    void write(store, session, say)
  }
}

/**
 * What a process does until it is killed: commits to several sessions, compacts now and then, and says what was
 * acknowledged, `<session> <seq>` each. `open` comes first, or `refused <reason>` when the store is not to be had.
 */
export const runVictim = (dataDir: string, say: Say): Promise<void> =>
  run(dataDir, say).catch((error: Error & { reason?: string }) => say(`refused ${error.reason ?? error.message}`))
