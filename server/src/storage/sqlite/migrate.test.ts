import { readdir, writeFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { dataFile, makeDataDir, openIn } from '../contract/data-dir.ts'
import { SESSION, value } from '../contract/sample.ts'
import { APPLICATION_ID } from './meta.ts'
import { migrateStore } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'

// A store from before version 1: it had a version, and something in it.
const STORE_V0 = `
PRAGMA application_id = ${APPLICATION_ID};
CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES ('schema', 0);
CREATE TABLE relic (text TEXT NOT NULL) STRICT;
INSERT INTO relic VALUES ('from before');
`

const fill = (file: string, sql: string): void => {
  const db = new DatabaseSync(file)
  db.exec(sql)
  db.close()
}

const ask = (file: string, sql: string): unknown => {
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    return Object.values(db.prepare(sql).get() ?? {})[0]
  } finally {
    db.close()
  }
}

const VERSION = `SELECT value FROM meta WHERE key = 'schema'`
const COLUMN = [...MIGRATIONS, (db: DatabaseSync) => db.exec('ALTER TABLE sessions ADD COLUMN later TEXT')]

test('D28 an older store is copied before it is changed', async () => {
  const dataDir = await makeDataDir()
  fill(dataFile(dataDir), STORE_V0)
  const store = await openIn(dataDir)
  await store.create(value(1))
  expect(ask(dataFile(dataDir), VERSION)).toBe(MIGRATIONS.length)
  const copy = `${dataFile(dataDir)}.before-1`
  expect(ask(copy, VERSION)).toBe(0)
  expect(ask(copy, 'SELECT text FROM relic')).toBe('from before')
})

test('D28 a migration keeps what is stored, and a copy of it', async () => {
  const dataDir = await makeDataDir()
  const store = await openIn(dataDir)
  await store.create(value(1))
  await store.close()
  await migrateStore(dataFile(dataDir), { migrations: COLUMN })
  expect(ask(dataFile(dataDir), VERSION)).toBe(COLUMN.length)
  expect(ask(dataFile(dataDir), 'SELECT id FROM sessions WHERE later IS NULL')).toBe(SESSION)
  expect(ask(`${dataFile(dataDir)}.before-${COLUMN.length}`, 'SELECT id FROM sessions')).toBe(SESSION)
})

test('D28 a migration that fails leaves the store as it was', async () => {
  const dataDir = await makeDataDir()
  await (await openIn(dataDir)).close()
  const failing = [...COLUMN, (db: DatabaseSync) => db.exec('DROP TABLE log; SELECT nonsense()')]
  await expect(migrateStore(dataFile(dataDir), { migrations: failing })).rejects.toThrow('nonsense')
  expect(ask(dataFile(dataDir), VERSION)).toBe(COLUMN.length)
  expect(ask(dataFile(dataDir), `SELECT count(*) FROM sqlite_schema WHERE name = 'log'`)).toBe(1)
})

test('D28 a store of a newer release is refused and stays as it is', async () => {
  const dataDir = await makeDataDir()
  const store = await openIn(dataDir)
  await store.create(value(1))
  await store.close()
  await migrateStore(dataFile(dataDir), { migrations: COLUMN })
  await expect(openIn(dataDir)).rejects.toMatchObject({
    name: 'UnusableStore',
    reason: 'newer-schema',
    message: expect.stringContaining(`version ${COLUMN.length}`),
  })
  expect(ask(dataFile(dataDir), VERSION)).toBe(COLUMN.length)
  expect(await readdir(dataDir)).not.toContain('roundel.db.before-1')
})

test('D28 a new store is not copied', async () => {
  const dataDir = await makeDataDir()
  await (await openIn(dataDir)).close()
  await (await openIn(dataDir)).close()
  expect((await readdir(dataDir)).toSorted()).toEqual(['lock.db', 'roundel.db'])
})

test('D28 a file of another program is refused and stays as it is', async () => {
  const dataDir = await makeDataDir()
  fill(dataFile(dataDir), 'CREATE TABLE meta (key, value); CREATE TABLE recipes (text)')
  await expect(openIn(dataDir)).rejects.toMatchObject({ reason: 'not-a-store' })
  expect(ask(dataFile(dataDir), 'PRAGMA journal_mode')).toBe('delete')

  const other = await makeDataDir()
  await writeFile(dataFile(other), 'a shopping list, long enough to be read as a header. '.repeat(40))
  await expect(openIn(other)).rejects.toMatchObject({ reason: 'not-a-store' })
})
