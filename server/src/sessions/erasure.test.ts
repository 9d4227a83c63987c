import { readFile } from 'node:fs/promises'
import { DAY_MS } from '@roundel/shared/kernel'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../config.ts'
import { operate } from '../operate.ts'
import { dataFile, isAnywhere, makeDataDir, openIn } from '../storage/contract/data-dir.ts'
import {
  type Meeting,
  type Person,
  ask,
  createMeeting,
  give,
  order,
  sitDown,
  urlOf,
  viewOf,
} from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { openDocument, readDrafts, readTexts, until, writeDraft } from '../testing/sockets.ts'
import { openSystemChance } from './chance.ts'

const serve = async (dataDir: string): Promise<RunningServer> => {
  const server = await startServer({ store: await openIn(dataDir), environment: { RETENTION_DAYS: '90' } })
  onTestFinished(() => server.stop())
  return server
}

/** Writes in private, and waits until another device of the same person has it. */
const writeInPrivate = async (person: Person, text: string, state: 'ready' | 'composing'): Promise<void> => {
  const draft = openDocument(person, `draft.${person.seat}`)
  await until(draft.isSynced)
  writeDraft(draft.doc, (await viewOf(person)).step?.id ?? '', text, state)
  const device = openDocument(person, `draft.${person.seat}`)
  await until(() => readDrafts(device.doc).includes(text))
  for (const document of [draft, device]) document.close()
}

/** A session in which everything that people can say says a word, with one who wrote. */
const hold = async (server: RunningServer, word: string, writer = word) => {
  const meeting = await createMeeting(server, {
    title: `${word} title`,
    challenge: { text: `${word} challenge` },
    agenda: [{ kind: 'brainstorm', names: 'shown', question: `${word} question` }],
  })
  const person = await sitDown(meeting, `${writer} name`)
  await order(person, { type: 'move-seat', seat: person.seat, place: `${writer} place` })
  await order(meeting, { type: 'start' })
  await order(meeting, { type: 'message', text: `${word} message` })
  await writeInPrivate(person, `${word} shared`, 'ready')
  await order(meeting, { type: 'arm' })
  await order(meeting, { type: 'advance' })
  await writeInPrivate(person, `${writer} private`, 'composing')
  return { meeting, person }
}

const textsOf = async (meeting: Meeting): Promise<readonly string[]> => {
  const board = openDocument(meeting, 'board')
  await until(board.isSynced)
  board.close()
  return readTexts(board.doc)
}

/** What of these stands in any file of a folder. */
const findIn = async (dataDir: string, words: readonly string[]): Promise<readonly string[]> => {
  const found = await Promise.all(words.map((word) => isAnywhere(dataDir, word)))
  return words.filter((_word, nth) => found[nth])
}

test('W46 D39 D35 a deleted session and a person who asked to be forgotten are in no file, no safety copy, no log, and not in a restored backup', async () => {
  const dataDir = await makeDataDir()
  const backup = `${await makeDataDir()}/backup.db`
  const server = await serve(dataDir)
  const deleted = await hold(server, 'Deleted')
  const left = await hold(server, 'Staying', 'Forgotten')
  const other = await hold(server, 'Other')
  await server.store.backup(backup)
  await server.store.backup(`${dataFile(dataDir)}.before-3`)
  const gone = ['Deleted', 'Forgotten']
  expect(await findIn(dataDir, gone)).toEqual(gone)

  const removal = { method: 'DELETE', token: deleted.meeting.token }
  expect((await ask(urlOf(deleted.meeting), removal)).status).toBeLessThan(300)
  expect(await findIn(dataDir, ['Deleted'])).toEqual([])
  await order(left.person, { type: 'forget-me' })
  await until(async () => (await findIn(dataDir, gone)).length === 0)
  expect(server.lines.join('\n')).not.toMatch(/Deleted|Forgotten|Staying|Other/)
  expect((await textsOf(left.meeting)).toSorted()).toEqual(['Staying shared'])
  const copy = await readFile(`${dataFile(dataDir)}.before-3`)
  expect(copy.includes('Other private')).toBe(true)
  await server.stop()
  expect(await findIn(dataDir, gone)).toEqual([])

  const printed: string[] = []
  const request = { file: backup, replace: true, erasedIn: [], chance: openSystemChance() }
  const print = (line: string): void => void printed.push(line)
  const config = readConfig({ DATA_DIR: dataDir })
  expect(await operate('restore', config, { ...request, print })).toBe(true)
  expect(printed.join()).toMatch(/[1-9]\d* things that were erased since it was made are erased again/)
  expect(await findIn(dataDir, gone)).toEqual([])

  const again = await serve(dataDir)
  const at = (meeting: Meeting): Meeting => ({ ...meeting, origin: again.origin })
  expect(await ask(urlOf(at(deleted.meeting)), { token: deleted.meeting.token })).toMatchObject({ status: 401 })
  expect((await give(at(left.meeting), { type: 'lock', locked: true })).status).toBe(200)
  const items = await ask<{ items: { text: string; author?: string }[] }>(
    urlOf(at(left.meeting), '/items'),
    left.meeting,
  )
  expect(items.json.items).toMatchObject([{ text: 'Staying shared' }])
  expect(items.json.items[0]).not.toHaveProperty('author')
  expect((await ask(urlOf(at(left.meeting)), { token: left.person.token })).status).toBe(401)
  expect(await textsOf(at(other.meeting))).toEqual(['Other shared'])
})

test('W46 W30 a backup from before the end forgets, when it is restored, what was forgotten a day after it', async () => {
  const dataDir = await makeDataDir()
  const backup = `${await makeDataDir()}/backup.db`
  const server = await serve(dataDir)
  const meeting = await createMeeting(server)
  const ann = await sitDown(meeting, 'Ann')
  await order(meeting, { type: 'start' })
  await writeInPrivate(ann, 'A private canary', 'composing')
  await server.store.backup(backup)
  await order(meeting, { type: 'end' })
  server.chance.jump(DAY_MS + 60 * 60 * 1000)
  await until(async () => !(await isAnywhere(dataDir, 'A private canary')))
  await server.stop()
  const request = { file: backup, replace: true, erasedIn: [], chance: openSystemChance(), print: () => undefined }
  await operate('restore', readConfig({ DATA_DIR: dataDir }), request)
  expect(await isAnywhere(dataDir, 'A private canary')).toBe(false)
})

test('W46 a session that nobody touches for 90 days is in no file any more', async () => {
  const dataDir = await makeDataDir()
  const server = await serve(dataDir)
  const { meeting } = await hold(server, 'Canary')
  await until(async () => {
    server.chance.jump(20_000)
    return /roundel_sessions_open 0/.test((await ask(`${server.origin}/metrics`)).text)
  })
  server.chance.jump(89 * DAY_MS)
  server.chance.jump(60 * 60 * 1000)
  expect((await viewOf(meeting)).session.title).toBe('Canary title')
  await until(async () => {
    server.chance.jump(20_000)
    return /roundel_sessions_open 0/.test((await ask(`${server.origin}/metrics`)).text)
  })
  server.chance.jump(91 * DAY_MS)
  await until(async () => !(await isAnywhere(dataDir, 'Canary')))
  expect((await ask(urlOf(meeting), { token: meeting.token })).status).toBe(401)
})
