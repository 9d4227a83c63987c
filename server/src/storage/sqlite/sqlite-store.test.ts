import { readFile, stat, writeFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { asId } from '@roundel/shared/kernel'
import { expect, test } from 'vitest'
import { dataFile, isAnywhere, makeDataDir, openIn } from '../contract/data-dir.ts'
import { ANN, OTHER, SESSION, append, holds, openPen, scribble, value } from '../contract/sample.ts'
import { StorageFault } from '../store.ts'

const countRows = (dataDir: string, sql: string): number => {
  const db = new DatabaseSync(dataFile(dataDir), { readOnly: true })
  try {
    return Number(db.prepare(`SELECT count(*) AS count FROM ${sql}`).get()?.count)
  } finally {
    db.close()
  }
}

test('D22 commits are flushed to the disk one group at a time, as the engine itself reports', async () => {
  const store = await openIn(await makeDataDir())
  expect(await store.durability()).toEqual({ engine: 'sqlite', journal: 'wal', synchronous: 2 })
})

test('D22 relaxed durability hands commits to the system, and says so', async () => {
  const store = await openIn(await makeDataDir(), { durability: 'relaxed' })
  expect(await store.durability()).toEqual({ engine: 'sqlite', journal: 'wal', synchronous: 1 })
})

test('D22 nobody else on the machine may read the files', async () => {
  const dataDir = await makeDataDir()
  const store = await openIn(`${dataDir}/fresh`)
  await store.create(value(1))
  expect((await stat(`${dataDir}/fresh`)).mode & 0o077).toBe(0)
  expect((await stat(dataFile(`${dataDir}/fresh`))).mode & 0o077).toBe(0)
})

test('D23 a full disk refuses the write, acknowledges nothing, and works again when there is room', async () => {
  const store = await openIn(await makeDataDir())
  await store.create(value(1))
  await store.limitPages(60)
  const bytes = new Uint8Array(20_000).fill(7)
  const results = await Promise.allSettled(
    Array.from({ length: 30 }, (_, index) => store.commit({ session: SESSION, appends: [append(index + 1, bytes)] })),
  )
  expect(results.filter(({ status }) => status === 'fulfilled')).toEqual([])
  for (const result of results) expect(result).toMatchObject({ reason: { name: 'StorageFault' } })
  expect((await store.document(SESSION, 'board')).seq).toBe(0)

  const small = { session: SESSION, appends: [append(1, new Uint8Array([1]))] }
  await store.commit(small)
  await expect(
    store.commit({ session: SESSION, appends: [append(2, new Uint8Array(500_000))] }),
  ).rejects.toBeInstanceOf(StorageFault)
  await store.limitPages(100_000)
  await store.commit({ session: SESSION, appends: [append(2, new Uint8Array(500_000))] })
  expect((await store.document(SESSION, 'board')).seq).toBe(2)
})

test('D15 two snapshots are kept, and the rows that the older one does not hold', async () => {
  const dataDir = await makeDataDir()
  const store = await openIn(dataDir)
  await store.create(value(1))
  const pen = openPen()
  let lastOfBefore = 0
  for (let round = 1; round <= 4; round++) {
    const appends = [...Array(10).keys()].flatMap((turn) => pen.write(scribble(round * 10 + turn)))
    await Promise.all(appends.map((one) => store.commit({ session: SESSION, appends: [one] })))
    await store.compact(SESSION, 'board')
    expect(countRows(dataDir, 'snapshots')).toBe(Math.min(round, 2))
    expect(countRows(dataDir, 'updates')).toBe(appends.length)
    expect(countRows(dataDir, `updates WHERE seq <= ${lastOfBefore}`)).toBe(0)
    expect(await holds(store, pen.doc)).toBe(true)
    lastOfBefore = appends.at(-1)?.seq ?? 0
  }
})

test('D15 rows by the thousand go bit by bit, and all of them', async () => {
  const dataDir = await makeDataDir()
  const store = await openIn(dataDir)
  await store.create(value(1))
  const pen = openPen()
  const write = async (count: number) => {
    const appends = Array.from({ length: count }, (_, turn) => pen.write((doc) => doc.getMap('items').set('one', turn)))
    await Promise.all(appends.flat().map((one) => store.commit({ session: SESSION, appends: [one] })))
    await store.compact(SESSION, 'board')
  }
  await write(5_500)
  await write(7)
  expect(countRows(dataDir, 'updates')).toBe(7)
  expect(await holds(store, pen.doc)).toBe(true)
})

test('D12 what was removed is in no file any more', async () => {
  const dataDir = await makeDataDir()
  const store = await openIn(dataDir)
  const canary = 'canary-of-the-removed'
  await store.create({ session: OTHER, value: { version: 1, json: '"stays-canary"', code: 'STAYS' } })
  await store.create({ session: SESSION, value: { version: 1, json: JSON.stringify(canary), code: canary } })
  const pen = openPen()
  for (const one of pen.write((doc) => doc.getText('summary').insert(0, canary.repeat(400))))
    await store.commit({
      session: SESSION,
      appends: [one],
      owners: [{ collection: 'items', record: canary, owner: ANN }],
    })
  await store.compact(SESSION, 'board')
  expect(await isAnywhere(dataDir, canary)).toBe(true)
  await store.remove(SESSION)
  expect(await isAnywhere(dataDir, canary)).toBe(false)
  expect(await isAnywhere(dataDir, 'stays-canary')).toBe(true)
})

test('D13 what was erased is in no file any more', async () => {
  const dataDir = await makeDataDir()
  const store = await openIn(dataDir)
  await store.create(value(1))
  const pen = openPen()
  const draft = `draft.${ANN}`
  for (const one of pen.write((doc) => doc.getText('summary').insert(0, 'a private canary'), draft))
    await store.commit({ session: SESSION, appends: [one] })
  expect(await isAnywhere(dataDir, 'a private canary')).toBe(true)
  await store.commit({ session: SESSION, erase: { documents: [draft] } })
  expect(await isAnywhere(dataDir, 'a private canary')).toBe(false)
})

test('D24 a flipped bit damages its document and no other', async () => {
  const dataDir = await makeDataDir()
  const store = await openIn(dataDir)
  await store.create(value(1))
  const marks = ['first-mark', 'second-mark', 'third-mark'].map((text) => new TextEncoder().encode(text))
  for (const [index, mark] of marks.entries())
    await store.commit({
      session: SESSION,
      appends: [append(index + 1, mark), append(index + 1, mark.slice(1), 'table.x')],
    })
  await store.close()

  const bytes = await readFile(dataFile(dataDir))
  const at = bytes.indexOf('second-mark')
  bytes[at + 3] = (bytes[at + 3] ?? 0) ^ 0x10
  await writeFile(dataFile(dataDir), bytes)

  const again = await openIn(dataDir)
  const damaged = await again.document(SESSION, 'board')
  expect(damaged).toMatchObject({ seq: 3, damaged: true, updates: [marks[0], marks[2]] })
  expect(await again.document(SESSION, 'table.x')).toMatchObject({ seq: 3, damaged: false })
  expect((await again.session(SESSION))?.version).toBe(1)

  await again.compact(SESSION, 'board')
  expect(await again.document(SESSION, 'board')).toEqual(damaged)
  expect(countRows(dataDir, 'updates')).toBe(6)
})

test('D24 an unreadable snapshot gives way to the older one, and nothing is lost', async () => {
  const dataDir = await makeDataDir()
  const store = await openIn(dataDir)
  await store.create(value(1))
  const pen = openPen()
  for (let round = 0; round < 3; round++) {
    for (const one of pen.write(scribble(round))) await store.commit({ session: SESSION, appends: [one] })
    await store.compact(SESSION, 'board')
  }
  const spoil = (which: string) => {
    const db = new DatabaseSync(dataFile(dataDir))
    db.exec(`UPDATE snapshots SET bytes = zeroblob(length(bytes)) WHERE upto = (SELECT ${which}(upto) FROM snapshots)`)
    db.close()
  }
  spoil('max')
  expect((await store.document(SESSION, 'board')).damaged).toBe(false)
  expect(await holds(store, pen.doc)).toBe(true)
  await store.compact(SESSION, 'board')
  expect(countRows(dataDir, 'snapshots')).toBe(2)
  expect(await holds(store, pen.doc)).toBe(true)

  spoil('min')
  spoil('max')
  expect((await store.document(SESSION, 'board')).damaged).toBe(true)
})

test('D24 an unreadable value is a fault of its session alone', async () => {
  const dataDir = await makeDataDir()
  const store = await openIn(dataDir)
  await store.create(value(1))
  await store.create({ ...value(1, 'OTHER'), session: OTHER })
  const db = new DatabaseSync(dataFile(dataDir))
  db.prepare('UPDATE session_values SET json = replace(json, ?, ?) WHERE session = ?').run(
    'version',
    'varsion',
    SESSION,
  )
  db.close()
  await expect(store.session(SESSION)).rejects.toBeInstanceOf(StorageFault)
  expect((await store.session(OTHER))?.version).toBe(1)
})

test('D16 commits go on while a large document is compacted', async () => {
  const store = await openIn(await makeDataDir())
  await store.create(value(1))
  const pen = openPen()
  const appends = pen.write((doc) => {
    for (let turn = 0; turn < 1_500; turn++) scribble(turn)(doc)
  })
  await Promise.all(appends.map((one) => store.commit({ session: SESSION, appends: [one] })))
  let isCompacted = false
  const compacting = store.compact(SESSION, 'board').then(() => (isCompacted = true))
  let during = 0
  while (!isCompacted) {
    await store.commit({ session: SESSION, log: { seat: ANN, type: 'tick', at: 1 } })
    if (!isCompacted) during++
  }
  await compacting
  expect(during).toBeGreaterThan(0)
  expect(await holds(store, pen.doc)).toBe(true)
})

test('D31 a write that cannot be stored at all fails alone', async () => {
  const store = await openIn(await makeDataDir())
  await store.create(value(1))
  const results = await Promise.allSettled([
    store.commit({ session: SESSION, log: { seat: ANN, type: 'before', at: 1 } }),
    store.commit({ session: SESSION, log: { seat: ANN, type: 'broken', at: 1.5 } }),
    store.commit({ session: SESSION, log: { seat: ANN, type: 'after', at: 2 } }),
  ])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect((await store.log(SESSION)).map(({ type }) => type)).toEqual(['before', 'after'])
  expect(await store.command(SESSION, asId('nothing'))).toBeUndefined()
})
