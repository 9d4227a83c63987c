import { writeFile, rm } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { asId, pickOne, seededRandom } from '@roundel/shared/kernel'
import { expect, test } from 'vitest'
import { dataFile, makeDataDir, openIn } from '../contract/data-dir.ts'
import { SESSION, append, holds, openPen, scribble, value } from '../contract/sample.ts'
import { StorageFault } from '../store.ts'
import { prepareDocumentRows } from './document-rows.ts'
import { inspectDatabase } from './verify.ts'

const FLIPS = 200
const CUTS = 20
const SESSIONS = 6

/** Sessions with folded and unfolded documents, closed. */
const fill = async (): Promise<string> => {
  const dataDir = await makeDataDir()
  const store = await openIn(dataDir)
  for (let nth = 0; nth < SESSIONS; nth++) {
    const session = asId<'session'>(`session-0000000${nth}`)
    const json = JSON.stringify({ nth, text: 'a value' })
    await store.create({ session, value: { version: 1, json, code: `CODE-${nth}` } })
    for (const name of ['board', 'draft.seat-ann-0000001']) {
      const pen = openPen()
      for (let turn = 0; turn < 9; turn++) {
        const appends = pen.write(scribble(turn), name)
        await Promise.all(appends.map((one) => store.commit({ session, appends: [one] })))
        if (nth % 2 === 0 && turn % 4 === 3) await store.compact(session, name)
      }
    }
  }
  await store.close()
  return dataDir
}

/** Everything that a store says, by session and document, as one text each; `lost` where it says that something is lost. */
const readAll = (db: DatabaseSync): ReadonlyMap<string, string> => {
  const readRows = prepareDocumentRows(db)
  const read = new Map<string, string>()
  for (const { session, name } of db.prepare('SELECT session, name FROM documents').all()) {
    const rows = readRows(session as string, name as string)
    const { snapshot, updates = [], lost = [] } = rows ?? {}
    const bytes = [...(snapshot ? [snapshot] : []), ...updates].map((one) => Buffer.from(one).toString('base64'))
    read.set(`${String(session)} ${String(name)}`, lost.length > 0 ? 'lost' : bytes.join())
  }
  for (const { session, json } of db.prepare('SELECT session, json FROM session_values').all())
    read.set(String(session), String(json))
  return read
}

const TABLES = [
  ['updates', 'bytes'],
  ['updates', 'crc'],
  ['snapshots', 'bytes'],
  ['snapshots', 'crc'],
  ['session_values', 'json'],
  ['session_values', 'crc'],
] as const

type Stored = Uint8Array | string | number

const flip = (stored: Stored, chance: number): Stored => {
  if (typeof stored === 'number') return stored ^ (1 << Math.floor(chance * 30))
  if (typeof stored === 'string') {
    const at = Math.floor(chance * stored.length)
    return stored.slice(0, at) + String.fromCharCode(stored.charCodeAt(at) ^ 1) + stored.slice(at + 1)
  }
  const bytes = stored.slice()
  const at = Math.floor(chance * bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (Math.floor(chance * 8_000) % 8))
  return bytes
}

const cut = (stored: Stored, chance: number): Stored =>
  typeof stored === 'number' ? stored : stored.slice(0, Math.floor(chance * stored.length))

test(`D37 of ${FLIPS} flipped bits and ${CUTS} rows that were cut each is told or does no harm, and what it does not hit reads as before`, async () => {
  const dataDir = await fill()
  const db = new DatabaseSync(dataFile(dataDir))
  const random = seededRandom(11)
  const sound = readAll(db)
  expect(inspectDatabase(db).damage).toEqual([])
  let told = 0
  for (let nth = 0; nth < FLIPS + CUTS; nth++) {
    const [table, column] = pickOne(
      TABLES.filter(([, name]) => nth < FLIPS || name !== 'crc'),
      random,
    )!
    const key = table === 'updates' ? 'document, seq' : table === 'snapshots' ? 'document, upto' : 'session, session'
    const rows = db
      .prepare(`SELECT ${key.replace(', ', ' AS one, ')} AS other, ${column} AS stored FROM ${table}`)
      .all()
    const row = pickOne(rows, random)!
    const where = key.split(', ').map((name) => `${name} = ?`)
    const put = db.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${where.join(' AND ')}`)
    const [one, other, stored] = [row['one'], row['other'], row['stored']] as [string, string, Stored]
    put.run((nth < FLIPS ? flip : cut)(stored, random()), one, other)

    const { damage } = inspectDatabase(db)
    const named = damage.map((each) =>
      each.type === 'document'
        ? `${each.session} ${each.document}`
        : each.type === 'session'
          ? each.session
          : each.workspace,
    )
    expect(named.length).toBeLessThanOrEqual(1)
    const lost = damage[0]?.type === 'document' ? damage[0].lost : []
    if (table === 'updates' && named.length > 0) expect(lost).toEqual([Number(other)])
    // A snapshot gives way to the older one, and rows that a snapshot holds are not needed: then nothing is lost.
    if (table === 'session_values') expect(named).toEqual([one])
    if (named.length > 0) told++
    const read = readAll(db)
    for (const [what, text] of sound) {
      const isSame = read.get(what) === text
      if (named.includes(what)) continue
      // Read from the older snapshot a document comes in other rows; that they say the same is what D24 holds.
      if (!isSame) expect([table, read.get(what)]).toEqual(['snapshots', expect.not.stringMatching(/^lost$/)])
    }
    put.run(stored, one, other)
  }
  expect(told).toBeGreaterThan(FLIPS / 3)
  expect(inspectDatabase(db).damage).toEqual([])
  db.close()
})

test('D36 a disk that cannot write refuses everything, acknowledges nothing, and is no hindrance once it can', async () => {
  const dataDir = await makeDataDir()
  const store = await openIn(dataDir, { writer: new URL('./failing-disk.fixture.ts', import.meta.url) })
  await store.create(value(1))
  const pen = openPen()
  const appends = pen.write(scribble(1))
  for (const one of appends) await store.commit({ session: SESSION, appends: [one] })
  const next = appends.length + 1

  const fault = `${dataFile(dataDir)}.fault`
  await writeFile(fault, '')
  const tried = Array.from({ length: 20 }, (_, nth) =>
    store.commit({ session: SESSION, log: { seat: 'server', type: `lost ${nth}`, at: 1 } }),
  )
  for (const result of await Promise.allSettled(tried))
    expect(result).toMatchObject({ status: 'rejected', reason: expect.any(StorageFault) })
  await expect(store.commit({ session: SESSION, appends: [append(next, new Uint8Array([0, 0]))] })).rejects.toThrow(
    'disk I/O',
  )
  // What is on the disk can be read meanwhile, and nothing else is.
  expect((await store.document(SESSION, 'board')).seq).toBe(appends.length)
  expect(await store.log(SESSION)).toEqual([])

  await rm(fault)
  for (const one of pen.write(scribble(2))) await store.commit({ session: SESSION, appends: [one] })
  expect(await holds(store, pen.doc)).toBe(true)
})
