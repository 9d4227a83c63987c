import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asId, type SeatId } from '@roundel/shared/kernel'
import { openSystemClock } from '../../../src/relay/clock.ts'
import { openDocumentRoom } from '../../../src/relay/document-room.ts'
import { judge } from '../../../src/relay/gate/judge.ts'
import { serveSocket } from '../../../src/relay/ws-wire.ts'
import { openStore } from '../../../src/storage/open.ts'
import { listen } from './listen.ts'

const SESSION = asId<'session'>('session-00000001')

/** The relay with its gate, over a store in memory, or on a disk that is flushed with every commit, as a release has it. */
export const serveRelay = async (where: 'memory' | 'disk'): Promise<void> => {
  const folder = where === 'disk' ? await mkdtemp(join(tmpdir(), 'roundel-bench-')) : undefined
  const store = await openStore(folder ? { dataDir: folder, durability: 'full' } : { memory: true })
  await store.create({ session: SESSION, value: { version: 1, json: '{}', code: 'AAAA-AAAA' } })

  const owners = new Map<string, SeatId>()
  const room = openDocumentRoom({
    address: { kind: 'board' },
    stored: await store.document(SESSION, 'board'),
    judge,
    authority: {
      mayRead: () => true,
      mayWriteIn: () => ({ ok: true, value: undefined }),
      mayWrite: () => ({ ok: true, value: undefined }),
      ownerOf: (_, collection, record) => owners.get(`${collection}.${record}`),
    },
    commit: (write) => {
      for (const { collection, record, owner } of write.owners ?? []) owners.set(`${collection}.${record}`, owner)
      return store.commit({ session: SESSION, ...write })
    },
    onFault: (error) => {
      throw error
    },
    onClose: (closing) => console.error('closed', closing),
    clock: openSystemClock(() => process.threadCpuUsage()),
  })

  let serial = 0
  listen((socket) => {
    const seat = asId<'seat'>(`seat-${String(serial++).padStart(11, '0')}`)
    serveSocket(socket, (wire) => room.connect(wire, seat))
  })

  if (folder) process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
}
