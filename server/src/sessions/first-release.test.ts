import { readFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { asId } from '@roundel/shared/kernel'
import { expect, onTestFinished, test } from 'vitest'
import { hashSecret } from '../identity/secret.ts'
import { dataFile, makeDataDir, openIn } from '../storage/contract/data-dir.ts'
import { restoreStore } from '../storage/sqlite/restore.ts'
import { ask, order, urlOf, viewOf } from '../testing/program.ts'
import { startServer } from '../testing/running-server.ts'
import { openDocument, readDrafts, readTexts, until, writeItem } from '../testing/sockets.ts'

/** A store as the first release left it, with a session that was live: as SQL, made by that release. */
const FIXTURE = new URL('../storage/sqlite/fixtures/schema-1.sql', import.meta.url)
const SESSION = 'jz0LO7otosiAcjtm'
const ANN = 'yjOENczNpqa2q1Li'
/** A token of this test: those of the fixture have an end. */
const TOKEN = 't'.repeat(43)

const write = async (file: string): Promise<void> => {
  const db = new DatabaseSync(file)
  db.exec(await readFile(FIXTURE, 'utf8'))
  db.close()
}

const expectWhole = async (dataDir: string): Promise<void> => {
  const store = await openIn(dataDir)
  const session = asId<'session'>(SESSION)
  const grant = {
    hash: hashSecret(TOKEN),
    session,
    seat: asId<'seat'>(ANN),
    kind: 'token',
    createdAt: Date.now(),
  } as const
  await store.commit({ session, grants: [{ ...grant, expiresAt: grant.createdAt + 1e9 }] })
  const server = await startServer({ store })
  onTestFinished(() => server.stop())
  const ann = { origin: server.origin, session: SESSION, seat: ANN, token: TOKEN }
  const view = await viewOf(ann)
  expect(view.session).toMatchObject({ title: 'A session of the first release', state: 'live' })
  const items = await ask<{ items: { text: string; mine?: true }[] }>(urlOf(ann, '/items'), { token: TOKEN })
  const texts = ['Added by a command', 'Written on the board']
  expect(items.json.items.map(({ text }) => text).toSorted()).toEqual(texts)
  expect(items.json.items.every(({ mine }) => mine)).toBe(true)
  const [board, draft] = [openDocument(ann, 'board'), openDocument(ann, `draft.${ANN}`)]
  await until(() => board.isSynced() && draft.isSynced())
  expect(readTexts(board.doc).toSorted()).toEqual(texts)
  expect(readDrafts(draft.doc)).toContain('Written in private')
  // And it goes on.
  await order(ann, { type: 'mark', mark: 'hand' })
  writeItem(board.doc, view.step?.id ?? '', 'Written now', ANN)
  const device = openDocument(ann, 'board')
  await until(() => readTexts(device.doc).includes('Written now'))
  for (const document of [board, draft, device]) document.close()
  await server.stop()
}

test('D38 a store of the first release opens with everything in it, and its session goes on', async () => {
  const dataDir = await makeDataDir()
  await write(dataFile(dataDir))
  await expectWhole(dataDir)
  const copy = new DatabaseSync(`${dataFile(dataDir)}.before-2`, { readOnly: true })
  expect(copy.prepare(`SELECT value FROM meta WHERE key = 'schema'`).get()?.value).toBe(1)
  copy.close()
})

test('D38 a backup of the first release is restored with everything in it', async () => {
  const dataDir = await makeDataDir()
  const file = `${await makeDataDir()}/backup.db`
  await write(file)
  await restoreStore({ file, dataDir, replace: false, now: Date.now() })
  await expectWhole(dataDir)
})
