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

/**
 * Everything that one person can hear: every socket they may open, and every answer to every question they may ask. With
 * `projector` what a second display of somebody who leads hears instead.
 */
const tap = async (person: Person, projector = false) => {
  const live: LiveClient = await openLive(person, projector ? { show: 'screen' } : {})
  const documents: DocumentClient[] = projector
    ? [openDocument(person, 'board', undefined, { show: 'screen' })]
    : ['board', 'presence'].map((name) => openDocument(person, name))
  await until(() => documents.every((document) => document.isSynced()))
  const answers: string[] = []
  return {
    live,
    board: documents[0] as DocumentClient,
    asking: async (): Promise<void> => {
      const everything = ['', '/screen', '/items', '/export?format=json', '/export?format=csv', '/export?format=md']
      for (const path of projector ? ['/screen'] : everything) {
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
    `/api/sessions/${meeting.session}/screen`,
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
    tap(meeting, true),
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

const SCREENS = [
  ['a screen', async () => tap(await sitDown(meeting, 'Wall', secretOf(meeting.links.screen)))],
  ['the projector of those who lead', () => tap(meeting, true)],
] as const

test.each(SCREENS)(
  'W22 R41 in a private phase %s hears nobody’s name, status or presence by any path, and of everybody’s again after it',
  async (_which, open) => {
    const ann = await sitDown(meeting, 'Canary-Ann')
    await order(meeting, { type: 'start' })
    const screen = await open()
    const late = await sitDown(meeting, 'Canary-Bob')
    const presence = openDocument(late, 'presence')
    await until(presence.isSynced)
    presence.provider.awareness.setLocalState({ cursor: [1, 2] })
    const fay = openDocument(meeting, 'presence')
    await until(() => [...fay.provider.awareness.getStates().values()].some(({ seat }) => seat === late.seat))
    await order(ann, { type: 'rename', seat: ann.seat, name: 'Canary-Anna' })
    for (const mark of ['hand', 'ready', 'need-time']) await order(ann, { type: 'mark', mark })
    await order(meeting, { type: 'message', text: 'A line' })
    server.chance.jump(10_000)
    await until(() => screen.live.view().step?.counts.hands === 1)
    await screen.asking()
    const heard = screen.heard()
    expect(heard).toContain('A line')
    for (const secret of ['Canary', late.seat, '"status"', '"marks":[{', 'needTime', 'quiet'])
      expect(heard).not.toContain(secret)

    await order(meeting, { type: 'arm' })
    await order(meeting, { type: 'advance' })
    await until(
      () => screen.heard().includes(late.seat) && screen.live.view().people?.some(({ name }) => name === 'Canary-Anna'),
    )
    screen.close()
    for (const document of [presence, fay]) document.close()
  },
)

test('W22 what is for those who lead reaches nobody else: who asks to come back, who waits, who needs time, departments', async () => {
  const body = { invite: meeting.code, name: 'Ann', department: 'Canary department', credential: 'token' }
  const ann = (await ask<{ seat: { id: string; token: string } }>(urlOf(meeting, '/seats'), { body })).json.seat
  const eve = await sitDown(meeting, 'Canary-Eve')
  await order(meeting, { type: 'remove', seat: eve.seat })
  const bob = await sitDown(meeting, 'Bob')
  await order(meeting, { type: 'set-setting', door: 'ask' })
  await sitDown(meeting, 'Canary-Lukas')
  await order(meeting, { type: 'start' })
  const watchers = await Promise.all([tap(bob), tap(meeting)])
  const [other, leading] = watchers as [(typeof watchers)[number], (typeof watchers)[number]]
  await order(eve, { type: 'ask-back' })
  await order({ ...meeting, ...ann, seat: ann.id }, { type: 'mark', mark: 'need-time' })
  await order({ ...meeting, ...ann, seat: ann.id }, { type: 'mark', mark: 'hand' })
  server.chance.jump(2_000)
  await until(() => watchers.every(({ live }) => live.view().step?.counts.hands === 1))
  for (const watcher of watchers) await watcher.asking()
  for (const secret of ['Canary', 'needTime', 'need-time', '"asking"', '"hand":1']) {
    expect(other.heard()).not.toContain(secret)
    expect(leading.heard()).toContain(secret)
  }
  for (const watcher of watchers) watcher.close()
})

test('W22 S89 drafts of a seat that is merged reach the other seat and nobody else, whoever merges', async () => {
  const [leila, again, bob] = [
    await sitDown(meeting, 'Leila'),
    await sitDown(meeting, 'Leila'),
    await sitDown(meeting, 'Bob'),
  ]
  await order(meeting, { type: 'start' })
  const watchers = await Promise.all([tap(meeting), tap(bob)])
  const draft = openDocument(again, `draft.${again.seat}`)
  const own = openDocument(leila, `draft.${leila.seat}`)
  await until(() => draft.isSynced() && own.isSynced())
  writeDraft(draft.doc, (await viewOf(leila)).step?.id ?? '', 'A canary', 'composing')
  const check = openDocument(again, `draft.${again.seat}`)
  await until(() => readDrafts(check.doc).length === 1)
  await order(meeting, { type: 'merge-seats', seat: leila.seat, other: again.seat, name: 'Leila (2)' })
  await until(() => readDrafts(own.doc).includes('A canary'))
  for (const watcher of watchers) {
    await watcher.asking()
    expect(watcher.heard()).not.toContain('canary')
    watcher.close()
  }
  expect(server.lines.join()).not.toContain('canary')
  for (const document of [draft, own, check]) document.close()
})

test('S100 two people who write at different moments of the same ten seconds, one much and one little, look the same to those who lead', async () => {
  const names = ['Ann', 'Bob']
  const people = [await sitDown(meeting, 'Ann'), await sitDown(meeting, 'Bob')]
  const lives = await Promise.all(people.map((person) => openLive(person)))
  await order(meeting, { type: 'start' })
  const step = (await viewOf(meeting)).step?.id ?? ''
  const drafts = people.map((person) => openDocument(person, `draft.${person.seat}`))
  await until(() => drafts.every((draft) => draft.isSynced()))
  const watcher = await tap(meeting)
  const write = async (nth: number, texts: number): Promise<void> => {
    const draft = drafts[nth] as DocumentClient
    for (let count = 0; count < texts; count++) writeDraft(draft.doc, step, `Idea ${count}`)
    const check = openDocument(people[nth] as Person, `draft.${people[nth]?.seat}`)
    await until(() => readDrafts(check.doc).length >= texts)
    check.close()
  }
  // To the beginning of ten seconds, so that both write within the same, however long the first takes by the wall's clock.
  server.chance.jump(10_050 - (server.chance.now() % 10_000))
  await write(0, 12)
  server.chance.jump(Math.max(0, 4_000 - (server.chance.now() % 10_000)))
  await write(1, 1)
  for (let times = 0; times < 30; times++) {
    server.chance.jump(1_300)
    await viewOf(meeting)
  }
  await until(() => watcher.live.view().step?.counts.ready === 13)
  await watcher.asking()
  // Whatever frame one looks at, nothing tells them apart but who they are.
  const told = watcher.live.views().flatMap(({ people: list = [] }) => {
    const [ann, bob] = names.map((name) => list.find((person) => person.name === name))
    return ann && bob ? [[ann.status, bob.status]] : []
  })
  expect(told.some(([status]) => status === 'writing')).toBe(true)
  for (const [one, other] of told) expect(one).toBe(other)
  // How much is said of all of them together, and of nobody.
  const said = watcher.live.views().flatMap(({ people: list = [] }) => list.flatMap((person) => Object.keys(person)))
  expect([...new Set(said)].toSorted()).toEqual(['colour', 'here', 'id', 'name', 'role', 'status'])
  watcher.close()
  for (const document of [...drafts, ...lives]) document.close()
})
