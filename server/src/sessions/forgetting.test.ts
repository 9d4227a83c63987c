import { afterEach, beforeEach, expect, test } from 'vitest'
import { DAY_MS, type SeatId, type SessionId } from '@roundel/shared/kernel'
import { type Meeting, type Person, ask, createMeeting, order, sitDown, urlOf, viewOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { openDocument, until, writeDraft } from '../testing/sockets.ts'

let server: RunningServer
let meeting: Meeting
let ann: Person
beforeEach(async () => {
  server = await startServer()
})
afterEach(() => server.stop())

/** A session that has ended, with a draft of Ann and an item of hers on the board. */
const endMeeting = async (names: 'hidden' | 'shown'): Promise<void> => {
  meeting = await createMeeting(server, { agenda: [{ kind: 'brainstorm', names, settings: { variant: 'free' } }] })
  ann = await sitDown(meeting, 'Ann')
  await order(meeting, { type: 'start' })
  const draft = openDocument(ann, `draft.${ann.seat}`)
  await until(draft.isSynced)
  writeDraft(draft.doc, (await viewOf(ann)).step?.id ?? '', 'A private canary')
  await until(async () => (await stored()).draft.seq > 0)
  await order(ann, { type: 'add-item', kind: 'idea', text: 'An idea', lang: 'en' })
  await order(ann, { type: 'mark', mark: 'hand' })
  draft.close()
  await order(meeting, { type: 'end' })
}

const stored = async () => {
  const session = await server.store.session(meeting.session as SessionId)
  const draft = await server.store.document(meeting.session as SessionId, `draft.${ann.seat}`)
  return { owners: session?.owners ?? [], draft }
}

const itemsOf = async (person: Person) =>
  (await ask<{ items: { mine?: true; author?: string }[] }>(urlOf(person, '/items'), { token: person.token })).json
    .items

test('W30 a day after the end the drafts are gone and nobody knows who wrote what', async () => {
  await endMeeting('hidden')
  const before = (await stored()).draft.epoch
  server.chance.jump(DAY_MS - 60_000)
  expect(await itemsOf(ann)).toMatchObject([{ mine: true }])
  expect((await stored()).draft.seq).toBeGreaterThan(0)

  server.chance.jump(2 * 60 * 60 * 1000)
  await until(async () => (await stored()).draft.seq === 0)
  expect((await stored()).draft.epoch).toBeGreaterThan(before)
  expect((await stored()).owners).toEqual([])
  const [item] = await itemsOf(ann)
  expect(item).not.toHaveProperty('mine')
  expect((await viewOf(ann)).session.state).toBe('ended')
})

test('W30 a session that nobody opens forgets all the same', async () => {
  await endMeeting('hidden')
  await until(async () => {
    server.chance.jump(20_000)
    return /roundel_sessions_open 0/.test((await ask(`${server.origin}/metrics`)).text)
  })
  server.chance.jump(DAY_MS)
  await until(async () => (await stored()).draft.seq === 0)
})

test('W30 somebody who is still connected is sent away and finds an empty draft', async () => {
  await endMeeting('hidden')
  server.chance.jump(DAY_MS - 30_000)
  const open = openDocument(ann, `draft.${ann.seat}`)
  await until(open.isSynced)
  server.chance.jump(40_000)
  await until(() => open.closings.length > 0)
  expect(open.closings).toEqual([4409])
  open.close()
  const fresh = openDocument(ann, `draft.${ann.seat}`)
  await until(fresh.isSynced)
  expect(fresh.received.some((bytes) => Buffer.from(bytes).includes('canary'))).toBe(false)
  fresh.close()
})

test('W30 where names were shown they stay', async () => {
  await endMeeting('shown')
  server.chance.jump(DAY_MS + 60 * 60 * 1000)
  await until(async () => (await stored()).draft.seq === 0)
  expect(await itemsOf(meeting)).toMatchObject([{ author: ann.seat }])
})

test('W31 the log holds no marks, and where names are hidden no names beside items', async () => {
  await endMeeting('hidden')
  const log = await server.store.log(meeting.session as SessionId)
  expect(log.map(({ type }) => type)).toEqual(['create', 'join', 'start', 'add-item', 'end'])
  expect(log.find(({ type }) => type === 'add-item')?.seat).toBe('server')
  expect(log.find(({ type }) => type === 'end')?.seat).toBe(meeting.seat as SeatId)
})
