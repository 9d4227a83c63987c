import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Meeting, type Person, createMeeting, order, sitDown } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import {
  type DocumentClient,
  type LiveClient,
  openDocument,
  openLive,
  readTexts,
  until,
  writeDraft,
} from '../testing/sockets.ts'

let server: RunningServer
let meeting: Meeting
let ann: Person
let live: LiveClient
let board: DocumentClient
let draft: DocumentClient
beforeEach(async () => {
  server = await startServer()
  meeting = await createMeeting(server)
  ann = await sitDown(meeting, 'Ann')
  live = await openLive(meeting)
  ;[board, draft] = [openDocument(meeting, 'board'), openDocument(ann, `draft.${ann.seat}`)]
  await until(() => board.isSynced() && draft.isSynced())
  await order(meeting, { type: 'start' })
  writeDraft(draft.doc, (await until(() => live.view().step)).id, 'An idea')
  server.chance.jump(5_000)
  await until(() => live.view().step?.counts.ready === 1)
})
afterEach(async () => {
  board.close()
  draft.close()
  await server.stop()
})

test('W15 an armed reveal happens by itself after 5 s, and not before', async () => {
  await order(meeting, { type: 'arm' })
  const { at } = await until(() => live.view().step?.armed)
  server.chance.jump(4_000)
  await order(meeting, { type: 'edit-challenge', challenge: { text: 'Still waiting?' } })
  await until(() => live.view().session?.challenge.text)
  const texts = readTexts(board.doc)
  // Time goes on by itself as well: on a busy machine the last second may be over by now.
  if (server.chance.now() < at) expect(texts).toEqual([])
  server.chance.jump(1_000)
  const opened = await until(() => live.views().find(({ step }) => step?.phase === 'build'))
  expect(opened.now).toBeGreaterThanOrEqual(at)
  await until(() => readTexts(board.doc).length === 1)
})

test('W15 a cancelled reveal does not happen', async () => {
  await order(meeting, { type: 'arm' })
  server.chance.jump(3_000)
  await order(meeting, { type: 'cancel' })
  server.chance.jump(60_000)
  await order(meeting, { type: 'edit-challenge', challenge: { text: 'A minute later' } })
  await until(() => live.view().session?.challenge.text)
  expect(live.view().step?.phase).toBe('write')
  expect(readTexts(board.doc)).toEqual([])
})

test('W15 a reveal can be taken ahead, and happens once', async () => {
  await order(meeting, { type: 'arm' })
  await order(meeting, { type: 'advance' })
  server.chance.jump(10_000)
  await until(() => readTexts(board.doc).length > 0)
  await order(meeting, { type: 'edit-challenge', challenge: { text: 'Afterwards' } })
  await until(() => live.view().session?.challenge.text)
  expect(readTexts(board.doc)).toEqual(['An idea'])
  expect(live.view().step?.phase).toBe('build')
})

test('W15 a reveal that was due while nobody looked has happened when somebody comes', async () => {
  await order(meeting, { type: 'arm' })
  live.close()
  board.close()
  draft.close()
  server.chance.jump(5_000)
  const later = openDocument(meeting, 'board')
  await until(() => readTexts(later.doc).length === 1)
  later.close()
})
