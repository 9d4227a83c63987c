import { afterEach, beforeEach, expect, test } from 'vitest'
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
import {
  type DocumentClient,
  type LiveClient,
  openDocument,
  openLive,
  readDrafts,
  readTexts,
  until,
  writeDraft,
} from '../testing/sockets.ts'

let server: RunningServer
let meeting: Meeting
beforeEach(async () => {
  server = await startServer({ environment: { LOG_LEVEL: 'debug' } })
  meeting = await createMeeting(server)
})
afterEach(() => server.stop())

/** Everything that one person can hear: every socket they may open, and every answer to every question they may ask. */
const tap = async (person: Person) => {
  const live: LiveClient = await openLive(person)
  const documents: DocumentClient[] = ['board', 'presence'].map((name) => openDocument(person, name))
  await until(() => documents.every((document) => document.isSynced()))
  const answers: string[] = []
  return {
    live,
    board: documents[0] as DocumentClient,
    asking: async (): Promise<void> => {
      for (const path of ['', '/items', '/export?format=json', '/export?format=csv', '/export?format=md']) {
        answers.push((await ask(urlOf(person, path), { token: person.token })).text)
      }
    },
    heard: (): string =>
      [
        ...live.frames,
        ...answers,
        ...documents.flatMap((document) => document.received.map((bytes) => Buffer.from(bytes).toString('latin1'))),
      ].join('\n'),
    close: (): void => {
      live.close()
      for (const document of documents) document.close()
    },
  }
}

const visit = async (): Promise<string> => {
  const paths = [
    '/',
    `/j/${meeting.session}`,
    `/s/${meeting.session}`,
    `/api/join/${meeting.code}`,
    `/api/sessions/${meeting.session}`,
    `/api/sessions/${meeting.session}/items`,
    '/api/openapi.json',
    '/metrics',
    '/api/config',
  ]
  const replies = await Promise.all(paths.map((path) => ask(`${server.origin}${path}`)))
  return replies.map(({ text, headers }) => text + JSON.stringify([...headers])).join('\n')
}

const CANARIES = Array.from({ length: 40 }, (_, nth) => `canary-${nth}-${'x'.repeat(nth)}`)

test('W22 forty drafts of two people reach nobody else by any path before the reveal', async () => {
  await order(meeting, { type: 'set-setting', participantsExport: true })
  const [ann, bob, cem] = [await sitDown(meeting, 'Ann'), await sitDown(meeting, 'Bob'), await sitDown(meeting, 'Cem')]
  const watchers = await Promise.all([
    tap(meeting),
    tap(cem),
    tap(await sitDown(meeting, 'Otto', secretOf(meeting.links.observer))),
    tap(await sitDown(meeting, 'Clio', secretOf(meeting.links.client))),
    tap(await sitDown(meeting, 'Wall', secretOf(meeting.links.screen))),
  ])
  await order(meeting, { type: 'start' })
  const step = (await viewOf(meeting)).step?.id ?? ''
  const drafts = [ann, bob].map((person) => openDocument(person, `draft.${person.seat}`))
  await until(() => drafts.every((draft) => draft.isSynced()))
  for (const [nth, text] of CANARIES.entries()) {
    writeDraft((drafts[nth % 2] as DocumentClient).doc, step, text, nth % 3 ? 'ready' : 'composing')
  }
  // Another device of the same person gets them, so they are on the server.
  const second = openDocument(ann, `draft.${ann.seat}`)
  await until(() => readDrafts(second.doc).includes(CANARIES[38] as string))
  server.chance.jump(5_000)
  await until(() => watchers.every(({ live }) => (live.view().step?.counts.ready ?? 0) >= 26))
  for (const watcher of watchers) await watcher.asking()

  for (const watcher of watchers) expect(watcher.heard()).not.toContain('canary')
  expect(await visit()).not.toContain('canary')
  expect(server.lines.join()).not.toContain('canary')

  await order(meeting, { type: 'arm' })
  server.chance.jump(5_000)
  await until(() => watchers.every(({ board }) => readTexts(board.doc).length === 26))
  for (const watcher of watchers) {
    await watcher.asking()
    const heard = watcher.heard()
    // What was ready is shown; what was still being composed stays private.
    expect(CANARIES.filter((text, nth) => nth % 3 && heard.includes(text))).toHaveLength(26)
    expect(CANARIES.filter((text, nth) => nth % 3 === 0 && heard.includes(`${text}"`))).toEqual([])
    watcher.close()
  }
  for (const draft of [...drafts, second]) draft.close()
})

test('W22 after the reveal nothing but the owner learns whose an item is', async () => {
  const [ann, bob] = [await sitDown(meeting, 'Ann'), await sitDown(meeting, 'Bob')]
  const watcher = await tap(bob)
  await order(meeting, { type: 'start' })
  const step = (await viewOf(meeting)).step?.id ?? ''
  const draft = openDocument(ann, `draft.${ann.seat}`)
  await until(draft.isSynced)
  const id = writeDraft(draft.doc, step, 'An idea')
  const client = draft.doc.clientID
  // Counted, hence on the server.
  server.chance.jump(5_000)
  await until(() => watcher.live.view().step?.counts.ready === 1)
  await order(meeting, { type: 'arm' })
  server.chance.jump(5_000)
  await until(() => readTexts(watcher.board.doc).length === 1)
  await watcher.asking()

  type Items = { items: { mine?: true; author?: string }[] }
  const itemsFor = async (person: Person) =>
    (await ask<Items>(urlOf(person, '/items'), { token: person.token })).json.items
  expect(await itemsFor(ann)).toMatchObject([{ mine: true }])
  for (const person of [bob, meeting]) {
    const [item] = await itemsFor(person)
    expect(item).not.toHaveProperty('mine')
    expect(item).not.toHaveProperty('author')
  }
  expect(watcher.heard()).not.toContain(id)
  expect([...watcher.board.doc.store.clients.keys()]).not.toContain(client)
  watcher.close()
  draft.close()
})

test('W22 with names hidden nobody sees by presence who touches what', async () => {
  const [ann, bob] = [await sitDown(meeting, 'Ann'), await sitDown(meeting, 'Bob')]
  const [one, other] = [openDocument(ann, 'presence'), openDocument(bob, 'presence')]
  await until(() => one.isSynced() && other.isSynced())
  await order(meeting, { type: 'start' })
  const item = 'abcdefghijklmnop'
  one.provider.awareness.setLocalState({
    cursor: [1, 2],
    typing: true,
    editing: item,
    sel: [item],
    drag: { item, at: [1, 2] },
  })
  const state = await until(() => [...other.provider.awareness.getStates().values()].find((seen) => 'seat' in seen))
  for (const field of ['cursor', 'typing', 'editing', 'sel', 'drag']) expect(state).not.toHaveProperty(field)
  expect(other.received.map((bytes) => Buffer.from(bytes).toString('latin1')).join()).not.toContain(item)
  one.close()
  other.close()
})
