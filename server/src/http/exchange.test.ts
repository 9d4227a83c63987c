import { openBoard } from '@roundel/shared/board'
import { LIMITS } from '@roundel/shared/kernel'
import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type HeldStore, holdCommits } from '../storage/held.ts'
import { openStore } from '../storage/open.ts'
import { StorageFault } from '../storage/store.ts'
import { type PolledReply, exchangeBody, openPolled, postExchange } from '../testing/polling.ts'
import {
  type Meeting,
  type Person,
  ask,
  createMeeting,
  newId,
  order,
  secretOf,
  sitDown,
  urlOf,
  viewOf,
} from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import { openDocument, openLive, readTexts, until, writeDraft, writeItem } from '../testing/sockets.ts'
import { Refused } from './answers.ts'

let server: RunningServer
let meeting: Meeting
let ann: Person
let bob: Person
let disk: HeldStore
beforeEach(async () => {
  disk = holdCommits(await openStore({ memory: true }))
  server = await startServer({ store: disk.store })
  meeting = await createMeeting(server, {
    agenda: [{ kind: 'brainstorm', names: 'shown', settings: { variant: 'free' } }],
  })
  ann = await sitDown(meeting, 'Ann')
  bob = await sitDown(meeting, 'Bob')
})
afterEach(() => server.stop())

const EMPTY = Y.encodeStateVector(new Y.Doc())

/** Status, code and close code of a refusal, to be compared at once. */
const refusalOf = ({ status, error }: PolledReply) => {
  v.parse(Refused, { error })
  return [status, error?.code, error?.details?.['close']]
}

const stepOf = async (): Promise<string> => (await viewOf(meeting)).step?.id ?? ''

describe('W33 refusals', () => {
  test('W33 a draft of somebody else, a cloth, presence, and what is no document', async () => {
    const body = exchangeBody(EMPTY)
    const look = async (person: Person, name: string) => refusalOf(await postExchange(server, person, name, body))
    for (const person of [meeting, bob]) {
      expect(await look(person, `draft.${ann.seat}`)).toEqual([403, 'not-allowed', 4403])
    }
    expect(await look(ann, `table.${newId()}`)).toEqual([403, 'not-allowed', 4403])
    for (const name of ['presence', 'nowhere', 'draft.', 'Board', 'board%00', '__proto__']) {
      expect(await look(ann, name)).toEqual([404, 'unknown', 4404])
    }
    expect(await look({ ...ann, token: meeting.token.slice(0, -2) }, 'board')).toEqual([401, 'not-seated', 4401])
    expect(await look({ ...ann, session: newId() }, 'board')).toEqual([401, 'not-seated', 4401])
  })

  test('W33 whoever waits at the door, or has left, exchanges nothing', async () => {
    await order(meeting, { type: 'set-setting', door: 'ask' })
    const eve = await sitDown(meeting, 'Eve')
    await order(bob, { type: 'leave' })
    for (const person of [eve, bob]) {
      expect(refusalOf(await openPolled(server, person, 'board').exchange())).toEqual([401, 'not-seated', 4401])
    }
  })

  test('W33 what a socket would be closed for is refused under the same code, and nothing of it is kept', async () => {
    await order(meeting, { type: 'start' })
    const step = await stepOf()
    const honest = openPolled(server, ann, 'board')
    const item = writeItem(honest.doc, step, 'by Ann', ann.seat)
    await honest.exchange()

    const forgeries: readonly (readonly [what: string, write: (doc: Y.Doc) => unknown, code: number])[] = [
      ['rewrites what another wrote', (doc) => openBoard(doc).items.rewrite(item, 'text', 'forged'), 4403],
      ['signs with the name of another', (doc) => writeItem(doc, step, 'forged', ann.seat), 4403],
      ['writes what the document does not hold', (doc) => doc.getMap('secrets').set('a', 1), 4400],
      ['writes into a step that is not there', (doc) => writeItem(doc, newId(), 'forged', bob.seat), 4423],
    ]
    for (const [what, write, code] of forgeries) {
      const polled = openPolled(server, bob, 'board')
      await polled.exchange()
      write(polled.doc)
      const byExchange = (await polled.exchange()).error?.details?.['close']
      const socket = openDocument(bob, 'board')
      await until(socket.isSynced)
      write(socket.doc)
      await until(() => socket.closings.length > 0)
      expect([what, byExchange, socket.closings[0]]).toEqual([what, code, code])
      socket.close()
    }
    const newcomer = openPolled(server, meeting, 'board')
    await newcomer.exchange()
    expect(readTexts(newcomer.doc)).toEqual(['by Ann'])
  })

  test('W33 under a lock, and for those who only look, writing is refused and reading goes on', async () => {
    await order(meeting, { type: 'start' })
    const step = await stepOf()
    await order(meeting, { type: 'lock', locked: true })
    server.chance.jump(LIMITS.graceMs)
    const locked = openPolled(server, ann, 'board')
    writeItem(locked.doc, step, 'too late', ann.seat)
    expect(refusalOf(await locked.exchange())).toEqual([423, 'locked', 4423])
    expect(refusalOf(await locked.exchange())[2]).toBe(4409)
    const observer = await sitDown(meeting, 'Otto', secretOf(meeting.links.observer))
    const watching = openPolled(server, observer, 'board')
    expect((await watching.exchange()).status).toBe(200)
    writeItem(watching.doc, step, 'not for me', observer.seat)
    expect(refusalOf(await watching.exchange())).toEqual([403, 'not-allowed', 4403])
  })

  test('W33 a gap, somebody else’s client id, and what is no update', async () => {
    await order(meeting, { type: 'start' })
    const step = await stepOf()
    const doc = new Y.Doc()
    writeItem(doc, step, 'one', ann.seat)
    const had = Y.encodeStateVector(doc)
    writeItem(doc, step, 'two', ann.seat)
    const send = async (person: Person, update: Uint8Array) =>
      refusalOf(await postExchange(server, person, 'board', exchangeBody(EMPTY, update)))
    expect(await send(ann, Y.encodeStateAsUpdate(doc, had))).toEqual([409, 'replica-outdated', 4409])
    const polled = openPolled(server, bob, 'board')
    writeItem(polled.doc, step, 'by Bob', bob.seat)
    await polled.exchange()
    writeItem(polled.doc, step, 'under his id', ann.seat)
    expect(await send(ann, Y.encodeStateAsUpdate(polled.doc))).toEqual([409, 'replica-outdated', 4409])
    expect(await send(ann, Uint8Array.of(1, 2, 3))).toEqual([422, 'bad-input', 4400])
  })

  test('W33 bodies that are none', async () => {
    const send = async (body: Uint8Array, headers = {}) =>
      refusalOf(await postExchange(server, ann, 'board', body, headers))
    for (const body of [[], [0], [200, 1, 0], [1, 0, 0, 0], [1, 0, 5, 1]]) {
      expect([body, await send(Uint8Array.from(body))]).toEqual([body, [422, 'bad-input', 4400]])
    }
    const large = new Uint8Array(LIMITS.syncStep2Bytes + 1)
    expect(await send(exchangeBody(EMPTY, large))).toEqual([413, 'too-large', 4413])
    expect(await send(exchangeBody(large.subarray(0, LIMITS.syncStep1Bytes + 1)))).toEqual([413, 'too-large', 4413])
    expect(await send(new Uint8Array(3 * LIMITS.syncStep2Bytes))).toEqual([413, 'too-large', 4413])
    for (const type of ['application/json', 'text/plain', 'multipart/form-data']) {
      expect((await send(exchangeBody(EMPTY), { 'content-type': type }))[0]).toBe(415)
    }
    // Elsewhere bytes are not taken.
    const reply = await ask(urlOf(ann, '/commands'), {
      method: 'POST',
      token: ann.token,
      body: 'x',
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect(reply.status).toBe(415)
  })

  test('W33 when the store fails nothing is confirmed, and it can be sent again', async () => {
    const polled = openPolled(server, ann, `draft.${ann.seat}`)
    await polled.exchange()
    await order(meeting, { type: 'start' })
    writeDraft(polled.doc, await stepOf(), 'kept by the device')
    disk.failNext(new StorageFault('disk full'))
    expect(refusalOf(await polled.exchange())).toEqual([503, 'overloaded', 4503])
    expect(polled.isSaved()).toBe(false)
    expect((await polled.exchange()).status).toBe(200)
    expect(polled.isSaved()).toBe(true)
  })
})

describe('W34 pace', () => {
  test('W34 polling gains no fresh burst with each request: the 17th at once is told to wait', async () => {
    const polled = openPolled(server, ann, 'board')
    const replies: PolledReply[] = []
    for (let nth = 0; nth < 40 && replies.at(-1)?.status !== 429; nth++) replies.push(await polled.exchange())
    const last = replies.at(-1) as PolledReply
    expect(refusalOf(last)).toEqual([429, 'too-many', 4529])
    expect(last.headers['retry-after']).toBe('8')
    server.chance.jump(8_000)
    expect((await polled.exchange()).status).toBe(200)
    expect((await openPolled(server, bob, 'board').exchange()).status).toBe(200)
  })

  test('W34 the third time the seat is out for five minutes', async () => {
    const live = await openLive(meeting)
    const polled = openPolled(server, ann, 'board')
    let last: PolledReply = await polled.exchange()
    for (let nth = 0; nth < 200 && last.error?.details?.['close'] !== 4429; nth++) last = await polled.exchange()
    expect(refusalOf(last)).toEqual([429, 'too-many', 4429])
    expect(last.headers['retry-after']).toBe('300')
    server.chance.jump(60_000)
    expect(refusalOf(await polled.exchange())).toEqual([429, 'too-many', 4429])
    server.chance.jump(240_000)
    expect((await polled.exchange()).status).toBe(200)
    live.close()
  })

  test('W26 exchanges that are under way count as sockets: a seat has 16', async () => {
    await order(meeting, { type: 'start' })
    const doc = new Y.Doc()
    writeDraft(doc, await stepOf(), 'slow')
    const body = exchangeBody(EMPTY, Y.encodeStateAsUpdate(doc))
    const look = () => postExchange(server, ann, 'board', exchangeBody(EMPTY))
    disk.hold()
    const running = Array.from({ length: 16 }, () => postExchange(server, ann, `draft.${ann.seat}`, body))
    const sockets = async () => /^roundel_sockets_open (\d+)$/m.exec((await ask(`${server.origin}/metrics`)).text)?.[1]
    await until(async () => (await sockets()) === '16')
    expect(refusalOf(await look())).toEqual([429, 'too-many', 4529])
    disk.release()
    for (const reply of await Promise.all(running)) expect(reply.status).toBe(200)
    expect((await look()).status).toBe(200)
    expect(await sockets()).toBe('0')
  })
})

test('I6 an exchange with a cookie comes from our own pages or from no page at all', async () => {
  const joined = await ask(urlOf(meeting, '/seats'), { body: { invite: meeting.code, name: 'Cem' } })
  const cookie = joined.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const post = (headers: Record<string, string>) =>
    fetch(urlOf(meeting, '/docs/board'), {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/octet-stream', ...headers },
      body: Buffer.from(exchangeBody(EMPTY)),
    })
  expect((await post({ origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await post({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  const own = await post({ origin: server.origin })
  expect([own.status, own.headers.get('content-type'), own.headers.get('cache-control')]).toEqual([
    200,
    'application/octet-stream',
    'no-store',
  ])
})

test('W32 an empty document answers with an update that holds nothing', async () => {
  const reply = await postExchange(server, ann, `draft.${ann.seat}`, exchangeBody(EMPTY))
  expect([...reply.bytes]).toEqual([0, 0])
})
