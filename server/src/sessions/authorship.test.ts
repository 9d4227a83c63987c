import { openBoard } from '@roundel/shared/board'
import { type Random, asId, pickOne, seededRandom } from '@roundel/shared/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ear, type Riddle, guessAuthors, openEar } from '../testing/author-guesser.ts'
import { type Person, ask, createMeeting, order, sitDown, urlOf, viewOf } from '../testing/program.ts'
import { type RunningServer, startServer } from '../testing/running-server.ts'
import {
  type DocumentClient,
  openDocument,
  readDrafts,
  readTexts,
  until,
  writeDraft,
  writeItem,
} from '../testing/sockets.ts'

const WRITERS = ['Ann', 'Bob', 'Cem', 'Dia']
const PRIVATE_EACH = 4
const OPEN_EACH = 3
const SEEDS = [1, 2, 3, 4]
/** Standard deviations above chance that a guess must stay below: by chance alone, one test run in a thousand fails. */
const ABOVE_CHANCE = 4.5

let server: RunningServer
beforeAll(async () => {
  server = await startServer({ environment: { LOG_LEVEL: 'silent' } })
})
afterAll(() => server.stop())

interface Writer {
  readonly person: Person
  readonly board: DocumentClient
  readonly presence: DocumentClient
}

interface Scene {
  readonly ear: Ear
  readonly writers: readonly Writer[]
  readonly random: Random
  readonly step: string
  readonly names: 'hidden' | 'shown'
}

/** Waits until presence shows a person, and with what they are at, where it is said; counted from a moment on. */
const untilPresent = ({ events }: Ear, { seat }: Person, since: number, item?: string) =>
  until(() =>
    events.slice(since).some((event) => {
      if (event.type !== 'presence') return false
      const told = [...event.states.values()].map((state) => (state ?? {}) as { seat?: string; editing?: string })
      return told.some((one) => one.seat === seat && one.editing === item)
    }),
  )

/** What a hand does while it works: it points at something, and says so. */
const point = async ({ presence, person }: Writer, random: Random, item?: string): Promise<void> => {
  presence.provider.awareness.setLocalState({
    cursor: [Math.floor(random() * 3_000), Math.floor(random() * 1_900)],
    typing: true,
    ...(item !== undefined && { editing: item, sel: [item], drag: { item, at: [10, 10] } }),
  })
  // Twice there and back: whatever is to be heard of it is on its way before anything else happens.
  for (let times = 0; times < 2; times++) await viewOf(person)
}

/** Everyone writes their own in private, one after the other in the order of the list: the worst order there is. */
const writeInPrivate = async ({ writers, step }: Scene): Promise<void> => {
  for (const [nth, { person }] of writers.entries()) {
    const draft = openDocument(person, `draft.${person.seat}`)
    await until(draft.isSynced)
    for (let count = 0; count < PRIVATE_EACH; count++) writeDraft(draft.doc, step, `Private ${nth} ${count}`)
    const device = openDocument(person, `draft.${person.seat}`)
    await until(() => readDrafts(device.doc).length === PRIVATE_EACH)
    for (const document of [draft, device]) document.close()
  }
}

/** Everyone adds to what is open, in a random order of turns, and corrects what they wrote. */
const writeOpenly = async ({ ear, writers, random, step, names }: Scene): Promise<void> => {
  const turns = writers.flatMap((writer) => Array.from({ length: OPEN_EACH }, () => writer))
  for (const [nth, writer] of turns.toSorted(() => random() - 0.5).entries()) {
    const { person, board } = writer
    const since = ear.events.length
    await point(writer, random)
    if (names === 'shown') {
      // Here each word must be heard in its place, before the item and with it: a busy machine sends presence less often.
      await untilPresent(ear, person, since)
      const item = writeItem(board.doc, step, `Open ${nth}`, person.seat)
      openBoard(board.doc).items.rewrite(item, 'text', `Open ${nth}, corrected`)
      await point(writer, random, item)
      await untilPresent(ear, person, since, item)
    } else {
      const { item } = await order(person, { type: 'add-item', kind: 'idea', text: `Open ${nth}`, lang: 'en' })
      await point(writer, random, item)
      await order(person, { type: 'edit-item', item, text: `Open ${nth}, corrected` })
    }
    await until(() => writers.every(({ board: { doc } }) => readTexts(doc).includes(`Open ${nth}, corrected`)))
  }
}

/** Everyone moves whatever lies there, own or not. */
const drag = async ({ writers, random }: Scene): Promise<void> => {
  for (let turn = 0; turn < writers.length * 2; turn++) {
    const writer = pickOne(writers, random) as Writer
    const { items } = openBoard(writer.board.doc)
    const item = pickOne([...items.all().keys()].toSorted(), random)
    if (item === undefined) continue
    await point(writer, random, item)
    const at = [100 + turn, 200 + turn] as const
    items.patch(item, { at })
    const isSeen = ({ board: { doc } }: Writer): boolean => openBoard(doc).items.get(item)?.at?.[0] === at[0]
    await until(() => writers.every(isSeen))
  }
}

/** One session from the beginning to the groups, heard by one who writes nothing. Answers what is to be guessed, and the truth. */
const hold = async (seed: number, names: Scene['names'], variant?: 'free') => {
  const agenda = [{ kind: 'brainstorm', names, ...(variant && { settings: { variant } }) }]
  const meeting = await createMeeting(server, { agenda })
  const people: Person[] = []
  for (const name of WRITERS) people.push(await sitDown(meeting, name))
  const ear = await openEar(await sitDown(meeting, 'Eve'))
  await order(meeting, { type: 'start' })
  const step = (await viewOf(meeting)).step?.id ?? ''
  const writers = people.map((person) => ({
    person,
    board: openDocument(person, 'board'),
    presence: openDocument(person, 'presence'),
  }))
  await until(() => writers.every(({ board, presence }) => board.isSynced() && presence.isSynced()))
  const scene: Scene = { ear, writers, random: seededRandom(seed), step, names }
  if (variant === undefined) {
    await writeInPrivate(scene)
    await order(meeting, { type: 'arm' })
    await order(meeting, { type: 'advance' })
    await until(() => writers.every(({ board: { doc } }) => readTexts(doc).length === WRITERS.length * PRIVATE_EACH))
  }
  await writeOpenly(scene)
  await order(meeting, { type: 'advance' })
  await until(async () => (await viewOf(meeting)).step?.phase === 'group')
  await drag(scene)
  const truth = new Map<string, string>()
  for (const { token, seat } of people) {
    const { json } = await ask<{ items: { id: string; mine?: true }[] }>(urlOf(meeting, '/items'), { token })
    for (const { id, mine } of json.items) if (mine) truth.set(id, seat)
  }
  const items = [...truth.keys()].toSorted()
  await until(() => items.every((item) => openBoard(ear.doc).items.get(asId(item)) !== undefined))
  const riddle: Riddle = { ear, items, seats: people.map(({ seat }) => seat) }
  const guesses = guessAuthors(riddle)
  ear.close()
  for (const { board, presence } of writers) for (const document of [board, presence]) document.close()
  return { guesses, truth }
}

/** How often each way of guessing was right, and of how many guesses. */
const score = async (names: Scene['names'], variant?: 'free') => {
  const hits = new Map<string, number>()
  let guessed = 0
  for (const seed of SEEDS) {
    const { guesses, truth } = await hold(seed, names, variant)
    guessed += truth.size
    for (const [way, guess] of Object.entries(guesses)) {
      const right = [...truth].filter(([item, seat]) => guess.get(item) === seat).length
      hits.set(way, (hits.get(way) ?? 0) + right)
    }
  }
  return { hits, guessed }
}

const CHANCE = 1 / WRITERS.length
/** As many hits as luck explains: the mean of a binomial distribution and some standard deviations. */
const mostByLuck = (guessed: number): number =>
  guessed * CHANCE + ABOVE_CHANCE * Math.sqrt(guessed * CHANCE * (1 - CHANCE))

test.each([
  ['written in private and revealed, then built upon', undefined],
  ['added openly all the time', 'free'],
] as const)(
  'W45 where names are hidden, the authors of what is %s are guessed no better than by luck',
  async (_what, variant) => {
    const { hits, guessed } = await score('hidden', variant)
    expect(guessed).toBe(SEEDS.length * WRITERS.length * (OPEN_EACH + (variant ? 0 : PRIVATE_EACH)))
    expect([...hits].filter(([, right]) => right > mostByLuck(guessed))).toEqual([])
  },
  60_000,
)

test('W45 where names are shown the same guesser knows them, by the name, by the client and by presence', async () => {
  const { hits, guessed } = await score('shown', 'free')
  for (const way of [
    'the name on it',
    'the client that wrote it',
    'who was present just before it',
    'who is seen with it',
  ])
    expect(hits.get(way), way).toBe(guessed)
}, 60_000)
