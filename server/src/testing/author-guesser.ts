import type { ViewMessage } from '@roundel/shared/protocol'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { type Person, urlOf } from './program.ts'
import { until } from './sockets.ts'
import { readFrame } from './traffic.ts'

/** One thing that somebody heard, in the order in which it came. */
type Event =
  | { readonly type: 'live'; readonly view: ViewMessage }
  | { readonly type: 'board'; readonly update: Uint8Array }
  | { readonly type: 'presence'; readonly states: ReadonlyMap<number, unknown> }

/** Everything that one seat hears, of all its sockets, in one row. */
export interface Ear {
  readonly events: readonly Event[]
  /** The board as it is known from that. */
  readonly doc: Y.Doc
  readonly close: () => void
}

/** Listens as one seat, and says nothing but what it takes to be told. */
export const openEar = async (person: Person): Promise<Ear> => {
  const events: Event[] = []
  const doc = new Y.Doc()
  const address = (path: string): string => urlOf(person, path).replace('http', 'ws')
  const protocols = [`token.${person.token}`]
  const live = new WebSocket(address('/live'), protocols)
  live.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as ViewMessage | { readonly type: 'notice' }
    if (message.type === 'view') events.push({ type: 'live', view: message })
  })
  const documents = ['board', 'presence'].map((name) => {
    const socket = new WebSocket(address(`/docs/${name}`), protocols)
    socket.on('open', () => socket.send(new Uint8Array([0, 0, 1, 0])))
    socket.on('message', (data: Buffer) => {
      const { update, states } = readFrame(new Uint8Array(data))
      if (states) events.push({ type: 'presence', states })
      if (!update || name !== 'board') return
      events.push({ type: 'board', update })
      Y.applyUpdate(doc, update)
    })
    return socket
  })
  await until(() => events.some(({ type }) => type === 'board') && events.some(({ type }) => type === 'live'))
  return {
    events,
    doc,
    close: () => {
      for (const socket of [live, ...documents]) socket.close()
    },
  }
}

/** What a guess is made for: the items, and who may have written them, in the order in which everybody sees them listed. */
export interface Riddle {
  readonly ear: Ear
  readonly items: readonly string[]
  readonly seats: readonly string[]
}

/** Who is said to have written each item. */
type Guess = ReadonlyMap<string, string | undefined>

type Told = Readonly<Record<string, unknown>>

/** An item as the board tells of it, with the client and the moment at which it came, and everyone who touched it. */
interface Trace {
  readonly item: string
  readonly client: number
  /** Place among the events. */
  readonly at: number
  readonly touches: readonly (readonly [client: number, at: number])[]
}

const valueOf = (doc: Y.Doc, item: string, field: string): unknown => {
  const record: unknown = doc.get('items', Y.Map).get(item)
  return record instanceof Y.Map ? record.get(field) : undefined
}

const findTraces = ({ ear: { events }, items }: Riddle): readonly Trace[] => {
  const traces = new Map<string, { item: string; client: number; at: number; touches: [number, number][] }>()
  const doc = new Y.Doc({ gc: false })
  for (const [at, event] of events.entries()) {
    if (event.type !== 'board') continue
    Y.applyUpdate(doc, event.update)
    for (const struct of Y.decodeUpdate(event.update).structs) {
      if (!(struct instanceof Y.Item)) continue
      const { client } = struct.id
      const placed = Y.getItem(doc.store, struct.id) as Y.Item
      const holder = placed.parent instanceof Y.AbstractType ? placed.parent._item?.parentSub : undefined
      const item = items.find((one) => one === placed.parentSub || one === holder)
      if (item === undefined) continue
      const trace = traces.get(item)
      if (trace) trace.touches.push([client, at])
      else traces.set(item, { item, client, at, touches: [] })
    }
  }
  return [...traces.values()]
}

/** Whoever said something last before a moment: by presence, or by a change of how they are listed. */
const lastHeard = (events: readonly Event[], seats: readonly string[], kind: Event['type']) => {
  const heard: (string | undefined)[] = []
  let last: string | undefined
  let listed = new Map<string, string>()
  for (const event of events) {
    heard.push(last)
    if (event.type !== kind) continue
    if (event.type === 'presence') {
      for (const state of event.states.values()) {
        const seat = (state as Told | null)?.['seat']
        if (typeof seat === 'string' && seats.includes(seat)) last = seat
      }
    } else if (event.type === 'live' && event.view.people) {
      const now = new Map(event.view.people.map((person) => [person.id as string, JSON.stringify(person)]))
      last = seats.find((seat) => now.get(seat) !== listed.get(seat)) ?? last
      listed = now
    }
  }
  return (at: number): string | undefined => heard[at]
}

/** Which seat each client id belongs to, by who was heard most often just before it wrote. */
const matchClients = (
  traces: readonly Trace[],
  heard: (at: number) => string | undefined,
): ReadonlyMap<number, string> => {
  const votes = new Map<number, Map<string, number>>()
  for (const trace of traces) {
    for (const [client, at] of [[trace.client, trace.at] as const, ...trace.touches]) {
      const seat = heard(at)
      if (seat === undefined) continue
      const counts = votes.get(client) ?? new Map<string, number>()
      votes.set(client, counts.set(seat, (counts.get(seat) ?? 0) + 1))
    }
  }
  return new Map(
    [...votes].map(([client, counts]) => [client, [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] as string]),
  )
}

/** Gives an ordered row of items to seats: the first run to the first seat, or one after the other. */
const dealRuns = (row: readonly string[], seats: readonly string[]): Guess =>
  new Map(row.map((item, nth) => [item, seats[Math.floor((nth * seats.length) / row.length)]]))
const dealInTurn = (row: readonly string[], seats: readonly string[]): Guess =>
  new Map(row.map((item, nth) => [item, seats[nth % seats.length]]))

const sortBy = (items: readonly string[], key: (item: string) => string): readonly string[] =>
  items.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))

const PRESENT = ['editing', 'sel', 'drag'] as const

/** Whoever is seen with an item in their hands first. */
const seenWith = ({ ear: { events }, items, seats }: Riddle): Guess => {
  const guess = new Map<string, string>()
  for (const event of events) {
    if (event.type !== 'presence') continue
    for (const state of event.states.values()) {
      const told = (state ?? {}) as Told
      const seat = told['seat'] as string
      const named = JSON.stringify(PRESENT.map((field) => told[field]))
      for (const item of items)
        if (seats.includes(seat) && named.includes(item) && !guess.has(item)) guess.set(item, seat)
    }
  }
  return guess
}

/** Everything that we could think of that might give authors away. */
export const guessAuthors = (riddle: Riddle): Readonly<Record<string, Guess>> => {
  const { ear, items, seats } = riddle
  const { doc, events } = ear
  const traces = findTraces(riddle)
  const byPresence = lastHeard(events, seats, 'presence')
  const byList = lastHeard(events, seats, 'live')
  const clients = matchClients(traces, byPresence)
  const listedClients = matchClients(traces, byList)
  const written = traces.map(({ item }) => item)
  const ranked = sortBy(items, (item) => String(valueOf(doc, item, 'rank')))
  const placed = sortBy(items, (item) =>
    JSON.stringify((valueOf(doc, item, 'at') as number[] | undefined)?.map((part) => String(part).padStart(5, '0'))),
  )
  const each = (guess: (trace: Trace) => string | undefined): Guess =>
    new Map(traces.map((trace) => [trace.item, guess(trace)]))
  return {
    'the name on it': new Map(items.map((item) => [item, valueOf(doc, item, 'author') as string | undefined])),
    'the client that wrote it': each(({ client }) => clients.get(client)),
    'the client that wrote it, by who is listed': each(({ client }) => listedClients.get(client)),
    'the client that touched it first': each(({ touches }) => clients.get(touches[0]?.[0] ?? -1)),
    'the client that touched it last': each(({ touches }) => clients.get(touches.at(-1)?.[0] ?? -1)),
    'who was present just before it': each(({ at }) => byPresence(at)),
    'who changed in the list just before it': each(({ at }) => byList(at)),
    'who was present just before it was corrected': each(({ touches }) => byPresence(touches[0]?.[1] ?? -1)),
    'who is seen with it': seenWith(riddle),
    'runs of the order of writing': dealRuns(written, seats),
    'turns of the order of writing': dealInTurn(written, seats),
    'runs of the order of ranks': dealRuns(ranked, seats),
    'turns of the order of ranks': dealInTurn(ranked, seats),
    'runs of the order of places': dealRuns(placed, seats),
    'runs of the order of ids': dealRuns(sortBy(items, String), seats),
  }
}
