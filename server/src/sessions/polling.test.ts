import { openBoard } from '@roundel/shared/board'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type HeldStore, holdCommits } from '../storage/held.ts'
import { openStore } from '../storage/open.ts'
import { type PolledDocument, openPolled } from '../testing/polling.ts'
import {
  type Meeting,
  type Person,
  ask,
  createMeeting,
  order,
  secretOf,
  sitDown,
  urlOf,
  viewOf,
} from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { openDocument, openLive, readDrafts, readTexts, until, writeDraft, writeItem } from '../testing/sockets.ts'

let server: RunningServer
let meeting: Meeting
let ann: Person
let bob: Person
let disk: HeldStore
beforeEach(async () => {
  disk = holdCommits(await openStore({ memory: true }))
  server = await startServer({ store: disk.store })
  meeting = await createMeeting(server)
  ann = await sitDown(meeting, 'Ann')
  bob = await sitDown(meeting, 'Bob')
})
afterEach(() => server.stop())

const figure = async (name: string): Promise<number> =>
  Number(new RegExp(`^${name} (\\d+)$`, 'm').exec((await ask(`${server.origin}/metrics`)).text)?.[1])

test('W32 two people who poll and one on sockets write, reveal, and see each other', async () => {
  const cem = await sitDown(meeting, 'Cem')
  const live = await openLive(cem)
  const [draft, board] = [openDocument(cem, `draft.${cem.seat}`), openDocument(cem, 'board')]
  await until(() => draft.isSynced() && board.isSynced())
  await order(meeting, { type: 'start' })
  const step = (await viewOf(ann)).step?.id ?? ''
  const drafts = [ann, bob].map((person) => openPolled(server, person, `draft.${person.seat}`))
  const boards = [ann, bob].map((person) => openPolled(server, person, 'board'))
  for (const [nth, polled] of drafts.entries()) {
    await polled.exchange()
    writeDraft(polled.doc, step, `polled ${nth}`)
    expect(polled.isSaved()).toBe(false)
    expect((await polled.exchange()).status).toBe(200)
    expect(polled.isSaved()).toBe(true)
  }
  writeDraft(draft.doc, step, 'by socket')
  await until(async () => {
    server.chance.jump(5_000)
    return (await viewOf(ann)).step?.counts.ready === 3
  })

  // The facilitator polls too: presses are plain requests.
  await order(meeting, { type: 'arm' })
  expect((await viewOf(bob)).step?.armed).toBeDefined()
  server.chance.jump(5_000)
  await until(() => readTexts(board.doc).length === 3)
  for (const polled of boards) {
    await polled.exchange()
    expect(readTexts(polled.doc).sort()).toEqual(['by socket', 'polled 0', 'polled 1'])
  }
  for (const person of [meeting, ann, bob]) await viewOf(person)
  await until(() => {
    server.chance.jump(100)
    return live.view().people?.every(({ here }) => here) && live.view().step?.counts.here === 3
  })
  for (const client of [draft, board, live]) client.close()
})

test('W32 on an open board what is exchanged reaches sockets, and the other way round, down to one text', async () => {
  meeting = await createMeeting(server, {
    agenda: [{ kind: 'brainstorm', names: 'shown', settings: { variant: 'free' } }],
  })
  ann = await sitDown(meeting, 'Ann')
  bob = await sitDown(meeting, 'Bob')
  await order(meeting, { type: 'start' })
  const step = (await viewOf(ann)).step?.id ?? ''
  const [polled, socket] = [openPolled(server, ann, 'board'), openDocument(bob, 'board')]
  await until(socket.isSynced)
  const id = writeItem(polled.doc, step, 'by Ann', ann.seat)
  await polled.exchange()
  await until(() => readTexts(socket.doc).includes('by Ann'))
  writeItem(socket.doc, step, 'by Bob', bob.seat)
  await until(async () => {
    await polled.exchange()
    server.chance.jump(1_000)
    return readTexts(polled.doc).includes('by Bob')
  })
  openBoard(polled.doc).items.rewrite(id, 'text', 'by Ann herself')
  await polled.exchange()
  await until(() => readTexts(socket.doc).includes('by Ann herself'))
  socket.close()
})

test('W33 an exchange is answered when what it brought is on disk, and brings nothing that is not', async () => {
  await order(meeting, { type: 'start' })
  const step = (await viewOf(ann)).step?.id ?? ''
  const [one, other] = [1, 2].map(() => openPolled(server, ann, `draft.${ann.seat}`)) as [
    PolledDocument,
    PolledDocument,
  ]
  writeDraft(one.doc, step, 'A canary')
  disk.hold()
  let answers = 0
  const count = (): void => void answers++
  const writing = one.exchange().then(count)
  await until(() => disk.waiting() === 1)
  const reading = other.exchange().then(count)
  // Whatever the two do before they wait, they have done when later requests are answered.
  for (let nth = 0; nth < 3; nth++) await viewOf(ann)
  server.chance.jump(1_000)
  await viewOf(ann)
  expect([answers, one.isSaved(), readDrafts(other.doc)]).toEqual([0, false, []])

  disk.release()
  await Promise.all([writing, reading])
  expect([one.isSaved(), readDrafts(other.doc)]).toEqual([true, ['A canary']])
})
test('W33 what was exchanged is there after the session was put to rest', async () => {
  await order(meeting, { type: 'start' })
  const step = (await viewOf(ann)).step?.id ?? ''
  const polled = openPolled(server, ann, `draft.${ann.seat}`)
  writeDraft(polled.doc, step, 'kept')
  await polled.exchange()
  await until(async () => {
    server.chance.jump(60_000)
    return (await figure('roundel_sessions_open')) === 0
  })
  writeDraft(polled.doc, step, 'and more')
  expect((await polled.exchange()).status).toBe(200)
  const again = openPolled(server, ann, `draft.${ann.seat}`)
  await again.exchange()
  expect(readDrafts(again.doc).sort()).toEqual(['and more', 'kept'])
})

test('W35 whoever asks for the view, or exchanges, is here for 10 seconds', async () => {
  const live = await openLive(meeting)
  const isHere = (person: Person): boolean | undefined => live.view().people?.find(({ id }) => id === person.seat)?.here
  // What is told of comings and goings at most once a second is told in the next.
  const settle = async (isSettled: () => boolean): Promise<void> => {
    await until(() => {
      server.chance.jump(100)
      return isSettled()
    })
  }
  expect([isHere(ann), isHere(bob)]).toEqual([false, false])
  await viewOf(ann)
  await openPolled(server, bob, 'board').exchange()
  server.chance.jump(1_000)
  await until(() => isHere(ann) && isHere(bob))

  server.chance.jump(7_000)
  await viewOf(ann)
  server.chance.jump(3_000)
  await settle(() => isHere(bob) === false)
  expect(isHere(ann)).toBe(true)
  server.chance.jump(10_000)
  await settle(() => isHere(ann) === false)
  live.close()
})

test('W35 presence by polling lapses at its moment, and a socket outlasts it', async () => {
  const here = async (of: Person): Promise<boolean | undefined> =>
    (await viewOf(meeting)).people.find(({ id }) => id === of.seat)?.here
  server.chance.stand()
  await viewOf(ann)
  server.chance.jump(9_000)
  expect(await here(ann)).toBe(true)
  server.chance.jump(1_000)
  expect(await here(ann)).toBe(false)

  const live = await openLive(bob)
  await viewOf(bob)
  server.chance.jump(20_000)
  expect(await here(bob)).toBe(true)
  live.close()
  await live.closed
  await until(async () => (await here(bob)) === false)
})

test('W35 somebody at the door is seen to wait, by those who lead', async () => {
  await order(meeting, { type: 'set-setting', door: 'ask' })
  const eve = await sitDown(meeting, 'Eve')
  await viewOf(eve)
  expect((await viewOf(meeting)).people.find(({ id }) => id === eve.seat)).toMatchObject({
    state: 'waiting',
    here: true,
  })
})

test('W20 a room in which somebody polls stays open, and is freed when nobody does any more', async () => {
  const loads: string[] = []
  const load = disk.store.session
  Object.assign(disk.store, {
    session: (...given: Parameters<typeof load>) => {
      loads.push(given[0])
      return load(...given)
    },
  })
  for (let seconds = 0; seconds < 180; seconds += 9) {
    await viewOf(ann)
    server.chance.jump(9_000)
  }
  expect([loads, await figure('roundel_sockets_open')]).toEqual([[], 0])
  server.chance.jump(120_000)
  await until(async () => (await figure('roundel_sessions_open')) === 0)
})

const CANARIES = Array.from({ length: 40 }, (_, nth) => `canary-${nth}-${'x'.repeat(nth)}`)

test('W22 what people write by exchanges reaches nobody else by any path before the reveal, and no log', async () => {
  await order(meeting, { type: 'set-setting', participantsExport: true })
  const watchers = [
    meeting,
    await sitDown(meeting, 'Cem'),
    await sitDown(meeting, 'Otto', secretOf(meeting.links.observer)),
  ]
  const lives = await Promise.all(watchers.map((watcher) => openLive(watcher)))
  const boards = watchers.map((watcher) => openPolled(server, watcher, 'board'))
  const heard: string[] = []
  /** Everything that those who poll can ask for, the drafts of others included. */
  const listen = async (): Promise<void> => {
    for (const watcher of watchers) {
      for (const path of ['', '/items', '/export?format=json', '/export?format=md']) {
        const reply = await ask(urlOf(watcher, path), { token: watcher.token })
        heard.push(reply.text, JSON.stringify([...reply.headers]))
      }
      for (const other of [ann, bob]) {
        const draft = openPolled(server, watcher, `draft.${other.seat}`)
        const reply = await draft.exchange()
        heard.push(Buffer.from(reply.bytes).toString('latin1'), JSON.stringify(reply.headers))
        expect([reply.status, reply.error?.code, reply.error?.details]).toEqual([403, 'not-allowed', { close: 4403 }])
      }
    }
    for (const board of boards) {
      await board.exchange()
      heard.push(...board.received.map((bytes) => Buffer.from(bytes).toString('latin1')))
    }
    heard.push(...lives.flatMap(({ frames }) => frames))
    server.chance.jump(5_000)
  }

  await order(meeting, { type: 'start' })
  const step = (await viewOf(meeting)).step?.id ?? ''
  const drafts = [ann, bob].map((person) => openPolled(server, person, `draft.${person.seat}`))
  for (const [nth, text] of CANARIES.entries()) {
    const draft = drafts[nth % 2] as PolledDocument
    writeDraft(draft.doc, step, text, nth % 3 ? 'ready' : 'composing')
    if (nth % 10 < 2) await draft.exchange()
    if (nth % 10 === 9) await listen()
  }
  for (const draft of drafts) await draft.exchange()
  await until(async () => {
    server.chance.jump(5_000)
    return (await viewOf(meeting)).step?.counts.ready === 26
  })
  await listen()
  expect(heard.join('\n')).not.toContain('canary')
  expect(server.lines.join()).not.toContain('canary')

  await order(meeting, { type: 'arm' })
  server.chance.jump(5_000)
  await until(async () => (await viewOf(meeting)).step?.counts.published === 26)
  await listen()
  for (const board of boards) expect(readTexts(board.doc)).toHaveLength(26)
  // Nothing of the clients that wrote them: neither who, nor in which order.
  for (const board of boards) {
    const clients = [...board.doc.store.clients.keys()]
    for (const draft of drafts) expect(clients).not.toContain(draft.doc.clientID)
  }
  expect(CANARIES.filter((text, nth) => nth % 3 === 0 && heard.join('\n').includes(`${text}"`))).toEqual([])
  for (const live of lives) live.close()
})

test('W18 whoever is removed exchanges nothing any more, and is told why', async () => {
  const polled = openPolled(server, ann, 'board')
  await polled.exchange()
  await order(meeting, { type: 'remove', seat: ann.seat })
  expect((await polled.exchange()).error).toMatchObject({ code: 'removed', details: { close: 4403 } })
})

test('W18 whoever is removed while they wait for an answer is told so', async () => {
  await order(meeting, { type: 'start' })
  const polled = openPolled(server, ann, `draft.${ann.seat}`)
  writeDraft(polled.doc, (await viewOf(ann)).step?.id ?? '', 'my last')
  disk.hold()
  const writing = polled.exchange()
  await until(() => disk.waiting() === 1)
  const removing = order(meeting, { type: 'remove', seat: ann.seat })
  await until(() => disk.waiting() === 2)
  disk.release()
  await removing
  expect((await writing).error).toMatchObject({ code: 'removed', details: { close: 4403 } })
})

test('W19 a deleted session ends what is being exchanged with 4410', async () => {
  const polled = openPolled(server, ann, `draft.${ann.seat}`)
  await order(meeting, { type: 'start' })
  writeDraft(polled.doc, (await viewOf(ann)).step?.id ?? '', 'late')
  disk.hold()
  const writing = polled.exchange()
  await until(() => disk.waiting() === 1)
  await ask(urlOf(meeting), { method: 'DELETE', token: meeting.token })
  const { status, error } = await writing
  expect([status, error?.code, error?.details]).toEqual([410, 'ended', { close: 4410 }])
  disk.release()
})
