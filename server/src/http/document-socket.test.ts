import { afterEach, beforeEach, describe, expect, test } from 'vitest'
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
import {
  knock,
  openDocument,
  openLive,
  readTexts,
  sendFrame,
  until,
  writeDraft,
  writeItem,
} from '../testing/sockets.ts'

let server: RunningServer
let meeting: Meeting
let ann: Person
let bob: Person
beforeEach(async () => {
  server = await startServer({ environment: { UPGRADES_PER_SECOND: '10000' } })
  meeting = await createMeeting(server, {
    agenda: [{ kind: 'brainstorm', names: 'shown', settings: { variant: 'free' } }],
  })
  ann = await sitDown(meeting, 'Ann')
  bob = await sitDown(meeting, 'Bob')
})
afterEach(() => server.stop())

const status = async (person: Person, document: string): Promise<number> =>
  (await knock(urlOf(person, `/docs/${document}`), [`token.${person.token}`])).status

describe('W21 the stock provider', () => {
  test('W21 two people who joined write on one board', async () => {
    await order(meeting, { type: 'start' })
    const step = (await viewOf(ann)).step?.id ?? ''
    const [one, other] = [openDocument(ann, 'board'), openDocument(bob, 'board')]
    await until(() => one.isSynced() && other.isSynced())
    writeItem(one.doc, step, 'by Ann', ann.seat)
    writeItem(other.doc, step, 'by Bob', bob.seat)
    for (const client of [one, other]) await until(() => readTexts(client.doc).length === 2)
    expect(readTexts(one.doc).sort()).toEqual(['by Ann', 'by Bob'])
    const { json } = await ask<{ items: { text: string; author: string }[] }>(urlOf(bob, '/items'), {
      token: bob.token,
    })
    expect(new Map(json.items.map(({ text, author }) => [text, author]))).toEqual(
      new Map([
        ['by Ann', ann.seat],
        ['by Bob', bob.seat],
      ]),
    )
    for (const client of [one, other]) client.close()
  })

  test('W21 somebody who joins late gets everything', async () => {
    await order(meeting, { type: 'start' })
    const step = (await viewOf(ann)).step?.id ?? ''
    const one = openDocument(ann, 'board')
    await until(one.isSynced)
    writeItem(one.doc, step, 'early', ann.seat)
    const observer = openDocument(await sitDown(meeting, 'Otto', secretOf(meeting.links.observer)), 'board')
    await until(() => readTexts(observer.doc).includes('early'))
    for (const client of [one, observer]) client.close()
  })

  test('W21 people see where the others are, by name and colour of the list, not by what a client says', async () => {
    const [one, other] = [openDocument(ann, 'presence'), openDocument(bob, 'presence')]
    await until(() => one.isSynced() && other.isSynced())
    one.provider.awareness.setLocalState({ cursor: [10, 20], name: 'Facilitator', role: 'facilitator' })
    const seen = await until(() =>
      [...other.provider.awareness.getStates().values()].find((state) => 'cursor' in state),
    )
    expect(seen).toMatchObject({ cursor: [10, 20], name: 'Ann' })
    expect(JSON.stringify(seen)).not.toContain('acilitator')
    for (const client of [one, other]) client.close()
  })
})

describe('W22 who may open what', () => {
  test('W22 the board whoever is seated, a draft its owner alone, not even the facilitator', async () => {
    const observer = await sitDown(meeting, 'Otto', secretOf(meeting.links.observer))
    for (const person of [meeting, ann, observer]) expect(await status(person, 'board')).toBe(101)
    expect(await status(ann, `draft.${ann.seat}`)).toBe(101)
    for (const person of [meeting, bob, observer]) expect(await status(person, `draft.${ann.seat}`)).toBe(403)
    expect(await status(ann, `table.${newId()}`)).toBe(403)
  })

  test.each([
    'nowhere',
    'draft.',
    'draft',
    'Board',
    'board.',
    'draft.short',
    'draft.%2e%2e%2f',
    'board%00',
    '__proto__',
    'meta',
    'presence.x',
    'draft.board',
  ])('W22 %s is no document', async (name) => {
    expect(await status(ann, name)).toBe(404)
  })

  test('W22 whoever waits at the door, has left or was removed opens nothing', async () => {
    await order(meeting, { type: 'set-setting', door: 'ask' })
    const eve = await sitDown(meeting, 'Eve')
    expect(await status(eve, 'board')).toBe(401)
    expect(await status(eve, `draft.${eve.seat}`)).toBe(401)
    await order(bob, { type: 'leave' })
    expect(await status(bob, 'board')).toBe(401)
    await order(meeting, { type: 'remove', seat: ann.seat })
    for (const name of ['board', 'presence', `draft.${ann.seat}`]) expect(await status(ann, name)).toBe(403)
  })

  test('W18 a removed person is out of every document at once, and does not come back', async () => {
    const clients = ['board', 'presence', `draft.${ann.seat}`].map((name) => openDocument(ann, name))
    await until(() => clients.every((client) => client.isSynced()))
    const since = performance.now()
    await order(meeting, { type: 'remove', seat: ann.seat })
    await until(() => clients.every((client) => client.closings.length > 0))
    expect(performance.now() - since).toBeLessThan(1_000)
    for (const client of clients) {
      expect(client.closings).toEqual([4403])
      client.close()
    }
  })

  test('W19 deletion closes every document with 4410', async () => {
    const clients = ['board', 'presence', `draft.${ann.seat}`].map((name) => openDocument(ann, name))
    await until(() => clients.every((client) => client.isSynced()))
    await ask(urlOf(meeting), { method: 'DELETE', token: meeting.token })
    await until(() => clients.every((client) => client.closings.length > 0))
    for (const client of clients) {
      expect(client.closings).toEqual([4410])
      client.close()
    }
  })
})

describe('W12 malformed frames', () => {
  const frames: readonly Uint8Array[] = [
    Uint8Array.of(),
    Uint8Array.of(9),
    Uint8Array.of(0, 9, 1, 0),
    Uint8Array.of(0, 2, 200, 1),
    Uint8Array.of(0, 2, 3, 255, 255, 255),
    Uint8Array.of(0, 0, 1, 255),
    Uint8Array.of(1, 3, 255, 255, 255),
    new Uint8Array(300 * 1024).fill(7),
  ]

  test('W12 200 of them close their own sockets, and others write on', async () => {
    const honest = openDocument(ann, `draft.${ann.seat}`)
    const live = await openLive(meeting)
    await until(honest.isSynced)
    for (let nth = 0; nth < 200; nth++) {
      const code = await sendFrame(
        bob,
        nth % 2 ? 'board' : `draft.${bob.seat}`,
        frames[nth % frames.length] as Uint8Array,
      )
      expect([nth, code >= 4400 && code < 4530]).toEqual([nth, true])
    }
    writeDraft(honest.doc, (await viewOf(ann)).session.agenda[0]?.id ?? '', 'still here')
    expect(honest.provider.wsconnected).toBe(true)
    expect(live.isOpen()).toBe(true)
    honest.close()
  })

  test('W12 a text frame closes its own socket with 4400', async () => {
    expect(await sendFrame(bob, 'board', 'hello')).toBe(4400)
  })
})
