import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../storage/open.ts'
import type { Store } from '../storage/store.ts'
import { type Meeting, type Person, ask, createMeeting, give, newId, order, sitDown, urlOf, viewOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { openDocument, openLive, readTexts, until } from '../testing/sockets.ts'

let server: RunningServer
let meeting: Meeting
let ann: Person
let disk: PromiseWithResolvers<void>
let arrived: number

/** A store whose disk is slow: what is committed waits until `disk` is there. */
const openSlowDisk = async (): Promise<Store> => {
  const store = await openStore({ memory: true })
  return {
    ...store,
    commit: async (write) => {
      arrived++
      await disk.promise
      return store.commit(write)
    },
  }
}

beforeEach(async () => {
  arrived = 0
  disk = Promise.withResolvers()
  disk.resolve()
  server = await startServer({ store: await openSlowDisk() })
  meeting = await createMeeting(server, { agenda: [{ kind: 'brainstorm', settings: { variant: 'free' } }] })
  ann = await sitDown(meeting, 'Ann')
  await order(meeting, { type: 'start' })
})
afterEach(() => server.stop())

test('W14 nothing leaves by any way before it is on disk: no answer, no view, no item, no document', async () => {
  const live = await openLive(ann)
  const board = openDocument(ann, 'board')
  await until(board.isSynced)
  const committed = arrived
  disk = Promise.withResolvers()
  const replies: string[] = []
  const canary = { type: 'add-item', kind: 'idea', text: 'A canary', lang: 'en' }
  const giving = give(meeting, canary).then(({ text }) => replies.push(text))
  const locking = give(meeting, { type: 'lock', locked: true }).then(({ text }) => replies.push(text))
  await until(() => arrived === committed + 2)
  const asking = ask(urlOf(ann, '/items'), { token: ann.token }).then(({ text }) => replies.push(text))
  expect((await viewOf(ann)).step?.locked).toBe(false)
  server.chance.jump(5_000)
  expect((await viewOf(ann)).step?.counts.published).toBe(0)
  expect(live.frames.join()).not.toContain('"locked":true')
  expect(readTexts(board.doc)).toEqual([])
  expect(replies).toEqual([])

  disk.resolve()
  await Promise.all([giving, locking, asking])
  expect(replies.join()).toContain('A canary')
  await until(() => live.view().step?.locked && readTexts(board.doc).length === 1)
  board.close()
})

test('W14 a person who is let in is shown nothing before that is on disk', async () => {
  await order(meeting, { type: 'set-setting', door: 'ask' })
  const bob = await sitDown(meeting, 'Bob')
  const committed = arrived
  disk = Promise.withResolvers()
  const admitting = give(meeting, { type: 'admit', seat: bob.seat, commandId: newId() })
  await until(() => arrived > committed)
  expect((await viewOf(bob)).me.state).toBe('waiting')
  expect((await ask(urlOf(bob, '/items'), { token: bob.token })).status).toBe(401)
  disk.resolve()
  await admitting
  expect((await viewOf(bob)).me.state).toBe('seated')
})
