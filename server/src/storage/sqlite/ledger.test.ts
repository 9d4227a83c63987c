import { existsSync } from 'node:fs'
import { utimes, writeFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { dataFile, isAnywhere, makeDataDir, openIn } from '../contract/data-dir.ts'
import { ANN, OTHER, SESSION, append, openPen, value } from '../contract/sample.ts'
import { SAFETY_COPY_MS } from './safety-copies.ts'
import { restoreStore } from './restore.ts'

const NOW = 1_800_000_000_000
const DRAFT = `draft.${ANN}`

const restore = (file: string, dataDir: string, options: { replace?: boolean; erasedIn?: readonly string[] } = {}) =>
  restoreStore({ file, dataDir, replace: false, now: NOW, ...options })

/** A store with a private document and an owner, in a folder of its own. */
const fill = async () => {
  const dataDir = await makeDataDir()
  const store = await openIn(dataDir)
  await store.create(value(1))
  await store.create({ ...value(1, 'OTHER'), session: OTHER })
  const owners = [{ collection: 'items', record: 'record', owner: ANN }]
  const write = async (text: string): Promise<void> => {
    for (const one of openPen().write((doc) => doc.getText('summary').insert(0, text), DRAFT))
      await store.commit({ session: SESSION, appends: [one], owners })
  }
  const folder = await makeDataDir()
  return { dataDir, store, write, folder }
}

test('D35 what was erased for good is erased again, also after it was made anew and erased once more, and nothing else', async () => {
  const { dataDir, store, write, folder } = await fill()
  const owners = [{ collection: 'items', record: 'record' }]
  await write('first canary')
  await store.backup(`${folder}/1.db`)
  await store.commit({ session: SESSION, erase: { documents: [DRAFT], owners, lasting: true } })
  await write('second canary')
  await store.backup(`${folder}/2.db`)
  await store.commit({ session: SESSION, erase: { documents: [DRAFT], owners, lasting: true } })
  await write('third canary')
  await store.backup(`${folder}/3.db`)
  await store.remove(OTHER)
  await store.close()

  for (const [file, canary, stays] of [
    ['1.db', 'first canary', false],
    ['2.db', 'second canary', false],
    ['3.db', 'third canary', true],
  ] as const) {
    await restore(`${folder}/${file}`, dataDir, { replace: true })
    const restored = await openIn(dataDir)
    expect((await restored.document(SESSION, DRAFT)).seq).toBe(stays ? 1 : 0)
    expect((await restored.session(SESSION))?.owners).toHaveLength(stays ? 1 : 0)
    expect(await restored.session(OTHER)).toBeUndefined()
    await restored.close()
    expect(await isAnywhere(`${folder}/${file.slice(0, 1)}`, canary).catch(() => false)).toBe(false)
  }
})

test('D35 in an empty folder a backup follows its own ledger, and those of other files that are named', async () => {
  const { store, write, folder } = await fill()
  await write('a canary')
  await store.backup(`${folder}/old.db`)
  await store.commit({ session: SESSION, erase: { documents: [DRAFT], lasting: true } })
  await store.backup(`${folder}/new.db`)
  const alone = await restore(`${folder}/old.db`, `${folder}/alone`)
  expect(alone).toMatchObject({ erased: 0, isLedgerLost: false })
  expect(await isAnywhere(`${folder}/alone`, 'a canary')).toBe(true)
  const both = await restore(`${folder}/old.db`, `${folder}/both`, { erasedIn: [`${folder}/new.db`] })
  expect(both.erased).toBe(1)
  expect(await isAnywhere(`${folder}/both`, 'a canary')).toBe(false)
  // From now on the restored store knows it too.
  const next = await restore(`${folder}/old.db`, `${folder}/next`, { erasedIn: [`${folder}/both/roundel.db`] })
  expect(next.erased).toBe(1)
  const missing = restore(`${folder}/old.db`, `${folder}/none`, { erasedIn: [`${folder}/missing.db`] })
  await expect(missing).rejects.toMatchObject({ reason: 'missing' })
})

test('D35 what lives on elsewhere is in no ledger, and a ledger that cannot be read is told of', async () => {
  const { dataDir, store, write, folder } = await fill()
  await write('moved')
  await store.backup(`${folder}/old.db`)
  await store.commit({ session: SESSION, erase: { documents: [DRAFT] } })
  await store.close()
  expect(await restore(`${folder}/old.db`, dataDir, { replace: true })).toMatchObject({
    erased: 0,
    isLedgerLost: false,
  })
  await writeFile(dataFile(dataDir), 'no database any more, but long enough to have a header. '.repeat(40))
  expect(await restore(`${folder}/old.db`, dataDir, { replace: true })).toMatchObject({ isLedgerLost: true })
})

test('D35 the ledger holds hashes, and no id of what was erased', async () => {
  const { dataDir, store, write } = await fill()
  await write('a canary')
  const owners = [{ collection: 'items', record: 'record' }]
  await store.commit({ session: SESSION, erase: { documents: [DRAFT], owners, seat: ANN, lasting: true } })
  await store.remove(SESSION)
  await store.close()
  const db = new DatabaseSync(dataFile(dataDir), { readOnly: true })
  const rows = db.prepare('SELECT what, times FROM erased').all()
  db.close()
  expect(rows).toHaveLength(4)
  for (const { what, times } of rows) expect([(what as Uint8Array).length, times]).toEqual([16, 1])
  for (const trace of [SESSION, ANN, 'a canary']) expect(await isAnywhere(dataDir, trace)).toBe(false)
})

test('D39 a safety copy loses what is erased for good, also one of an older release; a broken one stays; each goes after 30 days', async () => {
  const { dataDir, store, write } = await fill()
  await write('a canary')
  const [copy, older, broken] = ['replaced', 'before-3', 'before-repair'].map((tail) => `${dataFile(dataDir)}.${tail}`)
  for (const file of [copy, older]) await store.backup(file as string)
  const db = new DatabaseSync(older as string)
  db.exec(`DROP TABLE erased; UPDATE meta SET value = 2 WHERE key = 'schema'`)
  db.close()
  await writeFile(broken as string, 'no database any more, but long enough to have a header. '.repeat(40))
  const made = Math.trunc(Date.now() / 1_000) - 1_000
  for (const file of [copy, older, broken]) await utimes(file as string, made, made)

  await store.commit({ session: SESSION, erase: { documents: [DRAFT], lasting: true } })
  await expect.poll(() => isAnywhere(dataDir, 'a canary')).toBe(false)
  await store.commit({ session: SESSION, appends: [append(1, new Uint8Array([0, 0]))] })
  await store.sweep(made * 1_000 + SAFETY_COPY_MS - 1, { sessionsMs: Infinity })
  expect([copy, older, broken].map((file) => existsSync(file as string))).toEqual([true, true, true])
  await store.sweep(made * 1_000 + SAFETY_COPY_MS + 1, { sessionsMs: Infinity })
  expect([copy, older, broken].map((file) => existsSync(file as string))).toEqual([false, false, false])
})
