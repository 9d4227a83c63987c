import { asId } from '@roundel/shared/kernel'
import { readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { dataFile, isAnywhere, makeDataDir, openIn } from '../contract/data-dir.ts'
import { ANN, OTHER, SESSION, append, holds, openPen, scribble, value } from '../contract/sample.ts'
import type { Store } from '../store.ts'
import { restoreStore } from './restore.ts'

const NOW = 1_800_000_000_000
const BYTES = new Uint8Array([0, 0])

/** A store with a document, and a backup of it. */
const makeBackup = async () => {
  const dataDir = await makeDataDir()
  const store = await openIn(dataDir)
  await store.create(value(1))
  const pen = openPen()
  for (let turn = 0; turn < 10; turn++)
    for (const one of pen.write(scribble(turn))) await store.commit({ session: SESSION, appends: [one] })
  const file = `${await makeDataDir()}/backup.db`
  await store.backup(file)
  return { dataDir, store, file, doc: pen.doc }
}

/** Commits until told to stop; answers with the last sequence acknowledged so far. */
const startLoad = (store: Store) => {
  let acknowledged = 0
  let isStopped = false
  const run = async () => {
    for (let seq = 1; !isStopped; seq += 10) {
      const group = Array.from({ length: 10 }, (_, index) =>
        store.commit({ session: SESSION, appends: [append(seq + index, BYTES, 'table.x')] }),
      )
      await Promise.all(group)
      acknowledged = seq + 9
    }
  }
  const running = run()
  return {
    acknowledged: () => acknowledged,
    stop: async () => {
      isStopped = true
      await running
    },
  }
}

test('D26 a backup under load holds every write acknowledged before it began', async () => {
  const { store } = await makeBackup()
  const load = startLoad(store)
  await expect.poll(load.acknowledged).toBeGreaterThan(50)
  const folder = await makeDataDir()
  for (const name of ['one', 'two', 'three']) {
    const before = load.acknowledged()
    await store.backup(`${folder}/${name}.db`)
    expect(load.acknowledged()).toBeGreaterThanOrEqual(before)
    await restoreStore({ file: `${folder}/${name}.db`, dataDir: `${folder}/${name}`, replace: false, now: NOW })
    const restored = await openIn(`${folder}/${name}`)
    const document = await restored.document(SESSION, 'table.x')
    expect(document.seq).toBeGreaterThanOrEqual(before)
    expect(document.updates.length).toBe(document.seq)
    expect(document.damaged).toBe(false)
    await restored.close()
  }
  await load.stop()
})

test('D26 a backup is whole, private, and never written over a file', async () => {
  const { store, file } = await makeBackup()
  expect((await stat(file)).mode & 0o077).toBe(0)
  await expect(store.backup(file)).rejects.toMatchObject({ name: 'UnusableStore', reason: 'exists' })
  await expect(store.backup('/nowhere/at/all.db')).rejects.toMatchObject({ name: 'StorageFault' })
  const folder = await makeDataDir()
  await store.backup(`${folder}/copy.db`)
  expect(await readdir(folder)).toEqual(['copy.db'])
})

test('D27 a restored store holds what was backed up, under epochs that were never given out before', async () => {
  const { dataDir, store, file, doc } = await makeBackup()
  await store.commit({ session: SESSION, appends: [append(1, BYTES, `draft.${ANN}`)] })
  await store.commit({ session: SESSION, erase: { documents: ['board'] } })
  const given = (await store.document(SESSION, 'board')).epoch
  await store.close()

  const { kept, inspection } = await restoreStore({ file, dataDir, replace: true, now: NOW })
  expect(inspection).toEqual({ sessions: 1, documents: 1, damage: [] })
  const restored = await openIn(dataDir)
  expect(await holds(restored, doc)).toBe(true)
  const first = (await restored.document(SESSION, 'board')).epoch
  expect(first).toBeGreaterThan(given)
  // Also what the backup did not know: it was written later, and replicas of it exist.
  expect((await restored.document(SESSION, `draft.${ANN}`)).epoch).toBeGreaterThan(given)
  expect((await restored.document(OTHER, 'board')).epoch).toBeGreaterThan(given)
  await restored.close()
  expect(kept).toBe(`${dataFile(dataDir)}.replaced`)
  const old = new DatabaseSync(kept ?? '', { readOnly: true })
  expect(old.prepare('SELECT count(*) AS count FROM documents').get()?.count).toBe(2)
  old.close()

  // The same backup once more, at the same moment by a clock that stands still.
  await restoreStore({ file, dataDir, replace: true, now: NOW })
  const again = await openIn(dataDir)
  expect((await again.document(SESSION, 'board')).epoch).toBeGreaterThan(first)
  expect((await readdir(dataDir)).toSorted()).toContain('roundel.db.replaced.2')
})

test('D27 a folder in use or with a store in it is not restored into unasked', async () => {
  const { dataDir, store, file } = await makeBackup()
  const options = { file, dataDir, now: NOW }
  await expect(restoreStore({ ...options, replace: true })).rejects.toMatchObject({ reason: 'in-use' })
  await store.close()
  await expect(restoreStore({ ...options, replace: false })).rejects.toMatchObject({ reason: 'exists' })
  expect((await (await openIn(dataDir)).document(SESSION, 'board')).epoch).toBe(1)
})

test('D27 what is no sound store is not restored, and the folder stays as it was', async () => {
  const { dataDir, store, file } = await makeBackup()
  await store.close()
  const folder = await makeDataDir()
  const expectRefused = async (bad: string, reason: string): Promise<void> => {
    await expect(restoreStore({ file: bad, dataDir, replace: true, now: NOW })).rejects.toMatchObject({ reason })
    expect((await readdir(dataDir)).toSorted()).toEqual(['lock.db', 'roundel.db'])
  }
  await expectRefused(`${folder}/missing.db`, 'missing')

  await writeFile(`${folder}/text.db`, 'no database at all, but long enough to have a header. '.repeat(40))
  await expectRefused(`${folder}/text.db`, 'not-a-store')

  new DatabaseSync(`${folder}/other.db`).exec('CREATE TABLE recipes (text)')
  await expectRefused(`${folder}/other.db`, 'not-a-store')

  const db = new DatabaseSync(file)
  db.exec(`UPDATE meta SET value = 99 WHERE key = 'schema'`)
  await expectRefused(file, 'newer-schema')

  db.exec(`UPDATE meta SET value = 1 WHERE key = 'schema'`)
  db.close()
  const bytes = await readFile(file)
  await writeFile(file, bytes.fill(0, 5 * 4_096, 6 * 4_096))
  await expectRefused(file, 'corrupt')
})

test('D27 single damaged rows do not stop a restore, and are named', async () => {
  const { store, file } = await makeBackup()
  await store.close()
  const db = new DatabaseSync(file)
  db.exec(`UPDATE updates SET crc = crc + 1 WHERE seq = 4; UPDATE session_values SET crc = crc + 1`)
  db.close()
  const dataDir = await makeDataDir()
  const { inspection, kept } = await restoreStore({ file, dataDir, replace: false, now: NOW })
  expect(kept).toBeUndefined()
  expect(inspection.damage).toEqual([
    { type: 'session', session: SESSION },
    { type: 'document', session: SESSION, document: 'board', lost: [4] },
  ])
})

test('Z3 a workspace that was removed since is not in a restored backup, nor is any session of it', async () => {
  const workspace = asId<'workspace'>('workspace-000001')
  const dataDir = await makeDataDir()
  const store = await openIn(dataDir)
  await store.createWorkspace({
    id: workspace,
    version: 1,
    json: '"a-team-by-name"',
    keyHash: 'h',
    retentionMs: 1,
    at: 1,
  })
  await store.create({ session: SESSION, value: { ...value(1).value, workspace } })
  const folder = await makeDataDir()
  await store.backup(`${folder}/backup.db`)
  await store.removeWorkspace(workspace)
  expect(await isAnywhere(dataDir, 'a-team-by-name')).toBe(false)
  await store.close()

  const { erased } = await restoreStore({ file: `${folder}/backup.db`, dataDir, replace: true, now: NOW })
  const restored = await openIn(dataDir)
  expect([erased, await restored.workspaces(), await restored.session(SESSION)]).toEqual([2, [], undefined])
})
