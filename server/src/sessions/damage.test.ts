import { DatabaseSync } from 'node:sqlite'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../config.ts'
import { operate } from '../operate.ts'
import { dataFile, makeDataDir, openIn } from '../storage/contract/data-dir.ts'
import { type Meeting, createMeeting, give, order, refusalOf, sitDown, viewOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { openDocument, readTexts, until, writeItem } from '../testing/sockets.ts'
import { openSystemChance } from './chance.ts'

const AGENDA = [{ kind: 'brainstorm', names: 'shown', settings: { variant: 'free' } }]

const serve = async (dataDir: string): Promise<RunningServer> => {
  const server = await startServer({ store: await openIn(dataDir) })
  onTestFinished(() => server.stop())
  return server
}

const begin = async (server: RunningServer): Promise<Meeting> => {
  const meeting = await createMeeting(server, { agenda: AGENDA })
  await order(meeting, { type: 'start' })
  for (const text of ['one', 'two', 'three']) await order(meeting, { type: 'add-item', kind: 'idea', text, lang: 'en' })
  return meeting
}

const readBoard = async (meeting: Meeting): Promise<readonly string[]> => {
  const board = openDocument(meeting, 'board')
  await until(board.isSynced)
  board.close()
  return readTexts(board.doc).toSorted()
}

const add = (meeting: Meeting, text: string) => give(meeting, { type: 'add-item', kind: 'idea', text, lang: 'en' })

test('W47 a damaged board is read and not written, all others go on, verify names it, and repair opens it again', async () => {
  const dataDir = await makeDataDir()
  const before = await serve(dataDir)
  const [hit, other] = [await begin(before), await begin(before)]
  await before.stop()
  const db = new DatabaseSync(dataFile(dataDir))
  db.prepare(
    `UPDATE updates SET bytes = zeroblob(length(bytes)) WHERE seq = 3 AND document =
      (SELECT id FROM documents WHERE session = ? AND name = 'board')`,
  ).run(hit.session)
  db.close()

  const server = await serve(dataDir)
  const at = (meeting: Meeting, { origin }: RunningServer): Meeting => ({ ...meeting, origin })
  const [damaged, sound] = [at(hit, server), at(other, server)]
  expect(await readBoard(damaged)).toEqual(['one', 'two'])
  expect(refusalOf(await add(damaged, 'four'))).toEqual([423, 'frozen'])
  const board = openDocument(damaged, 'board')
  await until(board.isSynced)
  writeItem(board.doc, (await viewOf(damaged)).step?.id ?? '', 'five', damaged.seat)
  await until(() => board.closings.length > 0)
  board.close()
  expect(await readBoard(damaged)).toEqual(['one', 'two'])
  // The session itself goes on: its value is sound, and people can talk and leave in good order.
  await order(damaged, { type: 'message', text: 'We go on elsewhere' })
  await sitDown(damaged, 'Ann')
  expect((await add(sound, 'four')).status).toBe(200)
  expect(await readBoard(sound)).toEqual(['four', 'one', 'three', 'two'])

  const printed: string[] = []
  const request = {
    file: undefined,
    replace: false,
    erasedIn: [],
    chance: openSystemChance(),
    print: (line: string): void => void printed.push(line),
  }
  const config = readConfig({ DATA_DIR: dataDir })
  expect(await operate('verify', config, request)).toBe(false)
  expect(printed).toContain(`  session ${hit.session}, document board: lost 1 changes (3)`)
  await server.stop()
  expect(await operate('repair', config, request)).toBe(true)
  expect(await operate('verify', config, request)).toBe(true)

  const again = await serve(dataDir)
  expect((await add(at(hit, again), 'four')).status).toBe(200)
  expect(await readBoard(at(hit, again))).toContain('four')
  expect(await readBoard(at(other, again))).toEqual(['four', 'one', 'three', 'two'])
})
