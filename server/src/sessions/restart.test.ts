import type { View } from '@roundel/shared/session'
import { afterEach, expect, test } from 'vitest'
import { openStore } from '../storage/open.ts'
import { type Person, ask, createMeeting, give, newId, order, sitDown, urlOf, viewOf } from '../testing/program.ts'
import { type RunningServer, emptyFolder, startServer } from '../testing/running-server.ts'
import { openDocument, readTexts, until, writeDraft } from '../testing/sockets.ts'

let server: RunningServer
afterEach(() => server.stop())

test('W16 a server that starts anew on the same folder goes on in the middle of a phase', async () => {
  const dataDir = emptyFolder()
  const open = async () => startServer({ store: await openStore({ dataDir, durability: 'full' }) })
  server = await open()
  const meeting = await createMeeting(server)
  const ann = await sitDown(meeting, 'Ann')
  const command = { type: 'start', commandId: newId() }
  const started = await order(meeting, command)
  const before = openDocument(ann, `draft.${ann.seat}`)
  await until(before.isSynced)
  writeDraft(before.doc, (await viewOf(ann)).step?.id ?? '', 'Before the restart')
  await until(async () => (await server.store.document(meeting.session as never, `draft.${ann.seat}`)).seq > 0)
  await order(ann, { type: 'mark', mark: 'ready' })
  const view = await viewOf(ann)
  before.provider.shouldConnect = false
  await server.stop()
  expect(before.closings).toEqual([1012])
  before.close()

  server = await open()
  const there = (person: Person): Person => ({ ...person, origin: server.origin })
  const after = await viewOf(there(ann))
  // All but who is connected, and what was counted since.
  const lasting = ({ session, me, people, step }: View) => ({
    session,
    me,
    people: people.map(({ id, name, role }) => ({ id, name, role })),
    step: { ...step, counts: undefined },
  })
  expect(lasting(after)).toEqual(lasting(view))
  expect(after.step?.counts).toMatchObject({ ready: 1, finished: 1 })
  expect((await give(there(meeting), command)).json).toEqual(started)

  await order(there(meeting), { type: 'arm' })
  await order(there(meeting), { type: 'advance' })
  const board = openDocument(there(ann), 'board')
  await until(() => readTexts(board.doc).includes('Before the restart'))
  const { json } = await ask<{ items: { mine?: true }[] }>(urlOf(there(ann), '/items'), { token: ann.token })
  expect(json.items).toMatchObject([{ mine: true }])
  board.close()
})
