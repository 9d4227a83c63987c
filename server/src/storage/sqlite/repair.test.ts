import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { dataFile, makeDataDir, openIn } from '../contract/data-dir.ts'
import { ANN, BOB, SESSION, append, openPen, replayStored, value } from '../contract/sample.ts'
import { repairStore } from './repair.ts'
import { verifyStore } from './verify.ts'

const spoil = (dataDir: string, sql: string): void => {
  const db = new DatabaseSync(dataFile(dataDir))
  db.exec(sql)
  db.close()
}

test('D33 verifying names what is damaged, also while a server runs', async () => {
  const dataDir = await makeDataDir()
  const store = await openIn(dataDir)
  await store.create(value(1))
  for (let seq = 1; seq <= 6; seq++)
    await store.commit({ session: SESSION, appends: [append(seq, new Uint8Array([0, 0]))] })
  expect(await verifyStore(dataFile(dataDir))).toEqual({ sessions: 1, documents: 1, damage: [] })
  spoil(dataDir, 'DELETE FROM updates WHERE seq = 2; UPDATE updates SET bytes = zeroblob(3) WHERE seq IN (4, 6)')
  expect((await verifyStore(dataFile(dataDir))).damage).toEqual([
    { type: 'document', session: SESSION, document: 'board', lost: [2, 4, 6] },
  ])
})

test('D33 a repaired document holds all that stands without the lost rows, and can be written under a new epoch', async () => {
  const dataDir = await makeDataDir()
  const store = await openIn(dataDir)
  await store.create(value(1))
  const ann = openPen(ANN, 7)
  const appends = ['one', 'two', 'three'].flatMap((word) => ann.write((doc) => doc.getArray('words').push([word])))
  const bob = openPen(BOB, 8)
  const [other] = bob.write((doc) => doc.getArray('others').push(['four']))
  for (const one of [
    ...appends,
    { ...append(4, other?.bytes ?? new Uint8Array()), claims: [{ client: 8, owner: BOB }] },
  ])
    await store.commit({ session: SESSION, appends: [one] })
  await store.close()
  spoil(dataDir, 'UPDATE updates SET crc = 1 WHERE seq = 2')

  const { repaired, left, kept } = await repairStore(dataDir)
  expect({ repaired, left }).toEqual({
    repaired: [{ type: 'document', session: SESSION, document: 'board', lost: [2] }],
    left: [],
  })
  expect((await verifyStore(kept ?? '')).damage).toEqual(repaired)

  const again = await openIn(dataDir)
  const document = await again.document(SESSION, 'board')
  expect(document).toMatchObject({ seq: 4, epoch: 2, damaged: false })
  const doc = replayStored(document)
  expect(doc.get('words', Y.Array).toJSON()).toEqual(['one'])
  expect(doc.get('others', Y.Array).toJSON()).toEqual(['four'])
  expect(doc.store.pendingStructs).toBeNull()
  await again.commit({ session: SESSION, appends: [append(5, new Uint8Array([0, 0]))] })
  await again.compact(SESSION, 'board')
})

test('D33 a sound store is not touched, nor one that is in use', async () => {
  const dataDir = await makeDataDir()
  const store = await openIn(dataDir)
  await store.create(value(1))
  expect(await repairStore(dataDir)).toEqual({ repaired: [], left: [], kept: undefined })
  spoil(dataDir, 'UPDATE session_values SET crc = 1')
  await expect(repairStore(dataDir)).rejects.toMatchObject({ reason: 'in-use' })
  await store.close()
  expect(await repairStore(dataDir)).toMatchObject({ repaired: [], left: [{ type: 'session', session: SESSION }] })
})
