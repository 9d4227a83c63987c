import { expect, onTestFinished, test } from 'vitest'
import { dataFile, makeDataDir } from '../contract/data-dir.ts'
import { SESSION, append, value } from '../contract/sample.ts'
import { openWriter } from './connection.ts'
import { migrateStore } from './migrate.ts'
import { preparePerform } from './perform.ts'
import type { FoldedDocument } from './tasks.ts'

const BYTES = new Uint8Array([0, 0])

/** A store with a document of so many updates, and how to look at it. */
const openDocument = async (updates: number) => {
  const file = dataFile(await makeDataDir())
  await migrateStore(file)
  const db = openWriter(file, 'full')
  onTestFinished(() => db.close())
  const perform = preparePerform(db)
  const write = (from: number, to: number) => {
    for (let seq = from; seq <= to; seq++)
      perform({ type: 'commit', write: { session: SESSION, appends: [append(seq, BYTES)] } })
  }
  perform({ type: 'create', write: value(1) })
  write(1, updates)
  const list = (sql: string) =>
    db
      .prepare(sql)
      .all()
      .map((row) => Object.values(row)[0])
  return {
    perform,
    write,
    rows: () => list('SELECT seq FROM updates'),
    snapshots: () => list('SELECT upto FROM snapshots'),
    fold: (upto: number, base = 0): FoldedDocument => ({ document: 1, begunAnew: 1, upto, base, bytes: BYTES }),
  }
}

test('D13 a snapshot of a document that began anew meanwhile is not stored', async () => {
  const { perform, write, fold, rows, snapshots } = await openDocument(3)
  const folded = fold(3)
  perform({ type: 'commit', write: { session: SESSION, erase: { documents: ['board'] } } })
  write(1, 5)
  expect(perform({ type: 'snapshot', folded })).toBe(false)
  expect(perform({ type: 'trim', held: { ...folded, base: 3 } })).toBe(false)
  expect(snapshots()).toEqual([])
  expect(rows()).toEqual([1, 2, 3, 4, 5])
})

test('D16 a snapshot older than the newest is not stored', async () => {
  const { perform, fold, snapshots } = await openDocument(5)
  perform({ type: 'snapshot', folded: fold(2) })
  perform({ type: 'snapshot', folded: fold(5, 2) })
  perform({ type: 'snapshot', folded: fold(3, 2) })
  expect(snapshots()).toEqual([2, 5])
})

test('D15 rows go that the older of two snapshots holds, and no others', async () => {
  const { perform, fold, rows } = await openDocument(6)
  perform({ type: 'snapshot', folded: fold(2) })
  expect(rows()).toEqual([1, 2, 3, 4, 5, 6])
  perform({ type: 'snapshot', folded: fold(5, 2) })
  expect(rows()).toEqual([3, 4, 5, 6])
})

test('D15 a snapshot of a removed session is not stored', async () => {
  const { perform, fold, snapshots } = await openDocument(2)
  perform({ type: 'remove', session: SESSION })
  expect(perform({ type: 'snapshot', folded: fold(2) })).toBe(false)
  expect(snapshots()).toEqual([])
})
