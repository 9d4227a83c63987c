import { afterEach, beforeEach, expect, test } from 'vitest'
import { type HeldStore, holdCommits } from '../storage/held.ts'
import { openStore } from '../storage/open.ts'
import {
  type Meeting,
  type Person,
  ask,
  createMeeting,
  give,
  newId,
  order,
  sitDown,
  urlOf,
  viewOf,
} from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { openDocument, openLive, readTexts, until } from '../testing/sockets.ts'

let server: RunningServer
let meeting: Meeting
let ann: Person
let disk: HeldStore

beforeEach(async () => {
  disk = holdCommits(await openStore({ memory: true }))
  server = await startServer({ store: disk.store })
  meeting = await createMeeting(server, { agenda: [{ kind: 'brainstorm', settings: { variant: 'free' } }] })
  ann = await sitDown(meeting, 'Ann')
  await order(meeting, { type: 'start' })
})
afterEach(() => server.stop())

test('W14 nothing leaves by any way before it is on disk: no answer, no view, no item, no document', async () => {
  const live = await openLive(ann)
  const board = openDocument(ann, 'board')
  await until(board.isSynced)
  disk.hold()
  const replies: string[] = []
  const canary = { type: 'add-item', kind: 'idea', text: 'A canary', lang: 'en' }
  const giving = give(meeting, canary).then(({ text }) => replies.push(text))
  const locking = give(meeting, { type: 'lock', locked: true }).then(({ text }) => replies.push(text))
  await until(() => disk.waiting() === 2)
  const asking = ask(urlOf(ann, '/items'), { token: ann.token }).then(({ text }) => replies.push(text))
  expect((await viewOf(ann)).step?.locked).toBe(false)
  server.chance.jump(5_000)
  expect((await viewOf(ann)).step?.counts.published).toBe(0)
  expect(live.frames.join()).not.toContain('"locked":true')
  expect(readTexts(board.doc)).toEqual([])
  expect(replies).toEqual([])

  disk.release()
  await Promise.all([giving, locking, asking])
  expect(replies.join()).toContain('A canary')
  await until(() => live.view().step?.locked && readTexts(board.doc).length === 1)
  board.close()
})

test('W13 a command that comes again while the first is still on its way to the disk waits for the same answer', async () => {
  const command = { type: 'insert-step', step: { kind: 'brainstorm', title: 'Once' }, commandId: newId() }
  const asked = (): number =>
    server.lines.filter((line) => line.includes('incoming request') && line.includes('/:session/commands')).length
  const before = asked()
  disk.hold()
  const giving = Promise.all([give(meeting, command), give(meeting, command), give(meeting, command)])
  await until(() => disk.waiting() > 0 && asked() === before + 3)
  // Whatever the other two do before they wait, they have done when a later request is answered.
  await viewOf(meeting)
  expect(disk.waiting()).toBe(1)
  disk.release()
  const replies = await giving
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
  expect((await viewOf(meeting)).session.agenda).toHaveLength(2)
})

test('W14 a person who is let in is shown nothing before that is on disk', async () => {
  await order(meeting, { type: 'set-setting', door: 'ask' })
  const bob = await sitDown(meeting, 'Bob')
  disk.hold()
  const admitting = give(meeting, { type: 'admit', seat: bob.seat, commandId: newId() })
  await until(() => disk.waiting() > 0)
  expect((await viewOf(bob)).me.state).toBe('waiting')
  expect((await ask(urlOf(bob, '/items'), { token: bob.token })).status).toBe(401)
  disk.release()
  await admitting
  expect((await viewOf(bob)).me.state).toBe('seated')
})
