import { openDraft } from '@roundel/shared/board'
import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import {
  type Meeting,
  type Person,
  ask,
  createMeeting,
  give,
  order,
  secretOf,
  sitDown,
  urlOf,
  viewOf,
} from '../testing/program.ts'
import { type RunningServer, emptyFolder, startServer } from '../testing/running-server.ts'
import { type DocumentClient, openDocument, readDrafts, until, writeDraft } from '../testing/sockets.ts'
import { type Wiretap, openWiretap } from '../testing/wiretap.ts'

/** The right to read, which only tests can switch off: it shows that what is searched for would be found. */
const filter = vi.hoisted(() => ({ isOff: false }))

vi.mock('@roundel/shared/session', async (importOriginal) => {
  const actual = await importOriginal<Record<'mayRead', (...args: unknown[]) => boolean>>()
  return { ...actual, mayRead: (...args: unknown[]) => filter.isOff || actual.mayRead(...args) }
})

const WRITERS = ['Ann', 'Bob', 'Cem', 'Dia']
const PER_WRITER = 10

/** A word that stands nowhere else, then what has to be escaped on its way. */
const canaryOf = (kind: string, writer: number, nth: number): string =>
  `${kind}${'qzxj'[writer]}vw${String.fromCharCode(97 + nth)}wk "ключ" \\ پرنده 🐦`
const wordOf = (canary: string): string => canary.slice(0, canary.indexOf(' '))

const CANARIES = WRITERS.map((_, writer) =>
  Array.from({ length: PER_WRITER }, (_, nth) => canaryOf('canary', writer, nth)),
)
const ALL = CANARIES.flat()
/** Typed and taken back before anybody could see it. */
const RETRACTED = WRITERS.map((_, writer) => canaryOf('regret', writer, 0))
const isTyped = (nth: number): boolean => nth % 2 === 0
const isReady = (nth: number): boolean => nth % 4 !== 0

const typeInto = (draft: DocumentClient, step: string, text: string, state: 'ready' | 'composing'): void => {
  const keys = Array.from(text)
  const id = writeDraft(draft.doc, step, keys[0] ?? '', 'composing')
  const { items } = openDraft(draft.doc)
  for (let count = 2; count <= keys.length; count++) items.rewrite(id, 'text', keys.slice(0, count).join(''))
  if (state === 'ready') items.patch(id, { state })
}

const retract = (draft: DocumentClient, step: string, text: string): void => {
  const id = writeDraft(draft.doc, step, text, 'composing')
  openDraft(draft.doc).items.rewrite(id, 'text', 'Something else')
}

/** What of these stands in any of the texts. */
const findIn = (texts: readonly string[], wanted: readonly string[]): readonly string[] =>
  wanted.filter((one) => texts.some((text) => text.includes(one)))

interface Room {
  readonly server: RunningServer
  readonly meeting: Meeting
  readonly writers: readonly Person[]
  readonly drafts: readonly DocumentClient[]
  readonly step: string
  /** Everybody but the writers, and each writer's neighbour. */
  readonly watchers: Readonly<Record<string, Wiretap>>
}

/** A session in its private phase, with a tap on everyone who is not to hear what is written. */
const enter = async (): Promise<Room> => {
  const clientFolder = emptyFolder()
  await writeFile(join(clientFolder, 'index.html'), '<!doctype html><title>Roundel</title>')
  const server = await startServer({ environment: { LOG_LEVEL: 'debug' }, clientFolder })
  onTestFinished(() => server.stop())
  const meeting = await createMeeting(server)
  await order(meeting, { type: 'set-setting', participantsExport: true })
  const writers: Person[] = []
  for (const name of WRITERS) writers.push(await sitDown(meeting, name))
  const co = await sitDown(meeting, 'Cole')
  await order(meeting, { type: 'set-role', seat: co.seat, role: 'co-facilitator' })
  const gone = await sitDown(meeting, 'Gina')
  await order(meeting, { type: 'remove', seat: gone.seat })
  const people: Record<string, Person> = {
    facilitator: meeting,
    cofacilitator: co,
    participant: await sitDown(meeting, 'Eve'),
    client: await sitDown(meeting, 'Clio', secretOf(meeting.links.client)),
    observer: await sitDown(meeting, 'Otto', secretOf(meeting.links.observer)),
    screen: await sitDown(meeting, 'Wall', secretOf(meeting.links.screen)),
    removed: gone,
    visitor: { ...meeting, token: '', seat: '' },
  }
  await order(meeting, { type: 'set-setting', door: 'ask' })
  people['waiting'] = await sitDown(meeting, 'Walt')
  await order(meeting, { type: 'start' })
  const step = (await viewOf(meeting)).step?.id ?? ''
  const whereabouts = async () => ({ code: meeting.code, step, seats: writers.map(({ seat }) => seat) })
  const watchers: Record<string, Wiretap> = {}
  for (const [role, person] of Object.entries(people)) watchers[role] = await openWiretap(server, person, whereabouts)
  const drafts = writers.map((person) => openDocument(person, `draft.${person.seat}`))
  await until(() => drafts.every((draft) => draft.isSynced()))
  onTestFinished(() => {
    for (const each of [...Object.values(watchers), ...drafts]) each.close()
  })
  return { server, meeting, writers, drafts, step, watchers }
}

/** Writes all forty, half of them key by key, and resolves when the server has them: another device of each writer does. */
const writeAll = async ({ writers, drafts, step }: Room): Promise<void> => {
  for (const [writer, draft] of drafts.entries()) {
    retract(draft, step, RETRACTED[writer] as string)
    for (const [nth, text] of (CANARIES[writer] ?? []).entries()) {
      const state = isReady(nth) ? 'ready' : 'composing'
      if (isTyped(nth)) typeInto(draft, step, text, state)
      else writeDraft(draft.doc, step, text, state)
    }
  }
  const devices = writers.map((person) => openDocument(person, `draft.${person.seat}`))
  await until(() => devices.every(({ doc }, writer) => findIn(readDrafts(doc), CANARIES[writer] ?? []).length === 10))
  for (const device of devices) device.close()
}

/** What goes wrong with what people write: none of it may be said again to anybody, nor be logged. */
const fail = async ({ meeting, writers }: Room): Promise<readonly string[]> => {
  const [ann] = writers as [Person]
  const [one, two, three] = ALL as [string, string, string]
  const unread = { token: ann.token, headers: { 'content-type': 'application/json' } }
  const replies = await Promise.all([
    give(ann, { type: 'edit-item', item: 'abcdefghijklmnop', text: one }),
    give(ann, { type: 'add-item', kind: 'idea', text: two, lang: 'en' }),
    give(ann, { type: three, text: three }),
    ask(urlOf(ann, '/commands'), { ...unread, method: 'POST', body: `{"type":"add-item","text":"${one}` }),
    ask(urlOf(ann, `/items/${encodeURIComponent(wordOf(two))}`), { token: ann.token }),
    ask(urlOf(meeting, '/seats'), { body: { invite: wordOf(three), name: one, credential: 'token' } }),
  ])
  return replies.map(({ text }) => text)
}

const hear = async ({ server, watchers }: Room): Promise<void> => {
  server.chance.jump(5_000)
  await until(() => (watchers['facilitator']?.live?.view().step?.counts.ready ?? 0) >= 28)
  server.chance.jump(10_000)
  for (const watcher of Object.values(watchers)) await watcher.askEverything()
}

test('W43 forty texts, typed and pasted, reach nobody else in any form before the reveal; with the filter off all are found', async () => {
  const room = await enter()
  await writeAll(room)
  const errors = await fail(room)
  await hear(room)
  for (const [role, watcher] of Object.entries(room.watchers)) {
    expect(findIn(watcher.texts(), [...ALL, ...RETRACTED].map(wordOf)), role).toEqual([])
    // It did hear what is said to it: the search does not fail for want of anything to search.
    expect(watcher.texts().length, role).toBeGreaterThan(20)
  }
  expect(findIn([...room.server.lines, ...errors], [...ALL, ...RETRACTED].map(wordOf))).toEqual([])

  await order(room.meeting, { type: 'arm' })
  room.server.chance.jump(5_000)
  const shown = CANARIES.flatMap((texts) => texts.filter((_, nth) => isReady(nth)))
  const hidden = CANARIES.flatMap((texts) => texts.filter((_, nth) => !isReady(nth)))
  const { facilitator, screen, visitor, removed } = room.watchers as Record<string, Wiretap>
  await until(() => findIn(facilitator?.texts() ?? [], shown).length === shown.length)
  for (const watcher of Object.values(room.watchers)) await watcher.askEverything()
  for (const [role, watcher] of Object.entries(room.watchers)) {
    expect(findIn(watcher.texts(), [...hidden, ...RETRACTED].map(wordOf)), role).toEqual([])
  }
  expect(findIn(screen?.texts() ?? [], shown)).toEqual(shown)
  for (const outsider of [visitor, removed]) expect(findIn(outsider?.texts() ?? [], shown)).toEqual([])
})

test('W43 with the right to read switched off the same search finds all forty, and what was taken back', async () => {
  filter.isOff = true
  onTestFinished(() => void (filter.isOff = false))
  const room = await enter()
  await writeAll(room)
  await hear(room)
  for (const role of ['facilitator', 'participant', 'observer', 'screen']) {
    const texts = room.watchers[role]?.texts() ?? []
    expect(findIn(texts, ALL), role).toHaveLength(40)
    expect(findIn(texts, RETRACTED), role).toHaveLength(WRITERS.length)
  }
})
