import type { CafeView, OwnCafe } from '@roundel/shared/methods/cafe'
import type { ServerMessage } from '@roundel/shared/protocol'
import type { View } from '@roundel/shared/session'
import { WebSocket } from 'ws'
import { type Meeting, type Person, createMeeting, give, order, sitDown, urlOf, viewOf } from './program.ts'
import { type RunningServer, startServer } from './running-server.ts'
import { until } from './sockets.ts'

/** How large a café is, and which share of its people leaves, and comes, before each round. */
export interface CafeDrill {
  readonly people: number
  readonly tables: number
  readonly rounds: number
  readonly churn: number
}

/** What one round came to, counted from what people were told on their own devices. */
export interface DrilledRound {
  /** People who were there, and those of them who were told exactly one place, the same that everybody else was told. */
  readonly people: number
  readonly seated: number
  readonly tables: number
  readonly tablesWithOneHost: number
  readonly sizes: readonly [least: number, most: number]
  /** Travellers who sat together before, in pairs; travellers at a table where they had sat. */
  readonly repeats: number
  readonly revisits: number
  /** From the press that moves people until the last of them knew where to. */
  readonly knownMs: number
}

/** A live socket that keeps what it shows now, and nothing of what it showed before. */
interface Device {
  readonly view: () => Partial<View>
  readonly close: () => void
}

interface Guest {
  readonly person: Person
  readonly live: Device
}

const openDevice = async (person: Person): Promise<Device> => {
  const socket = new WebSocket(urlOf(person, '/live').replace('http', 'ws'), [`token.${person.token}`])
  let view: Partial<View> = {}
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as ServerMessage
    if (message.type !== 'view') return
    const { type: _type, versions: _versions, gone = [], ...parts } = message
    view = { ...view, ...parts }
    for (const part of gone) delete (view as Record<string, unknown>)[part]
  })
  await new Promise<void>((resolve, reject) => {
    socket.on('open', resolve)
    socket.on('error', reject)
  })
  return { view: () => view, close: () => socket.close() }
}

const WITHIN_MS = 60_000

const cafeOf = ({ work = {} }: Partial<View>): CafeView | undefined =>
  Object.values(work)
    .map(({ data }) => data as CafeView | undefined)
    .find((data) => data !== undefined && 'places' in data)

const sitWithSocket = async (meeting: Meeting, name: string): Promise<Guest> => {
  const person = await sitDown(meeting, name)
  return { person, live: await openDevice(person) }
}

/** Whether a device shows a phase, and the place that its person has in it. */
const isThere = ({ live, person }: Guest, phase: string): boolean => {
  const view = live.view()
  const own = view.me?.work as OwnCafe | undefined
  const seen = cafeOf(view)?.places[person.seat as keyof CafeView['places']]
  return view.step?.phase === phase && own?.place !== undefined && seen?.table === own.place.table
}

/** Counts one round by what each device says of its own person, and of all others. */
const judgeRound = (
  guests: readonly Guest[],
  met: Map<string, number>,
  visited: Set<string>,
  knownMs: number,
): DrilledRound => {
  const tables = new Map<string, string[]>()
  const hosts = new Map<string, number>()
  let seated = 0
  for (const { live, person } of guests) {
    const own = live.view().me?.work as OwnCafe
    const { table = '', role } = own.place ?? {}
    tables.set(table, [...(tables.get(table) ?? []), person.seat])
    if (role === 'host') hosts.set(table, (hosts.get(table) ?? 0) + 1)
  }
  for (const { live, person } of guests) {
    const places = cafeOf(live.view())?.places ?? {}
    const told = Object.entries(places)
    const agrees = told.every(([seat, { table }]) => tables.get(table)?.includes(seat))
    const own = told.filter(([seat]) => seat === person.seat)
    if (agrees && own.length === 1 && told.length === guests.length) seated++
  }
  const isHost = new Set(
    guests.flatMap(({ live, person }) =>
      (live.view().me?.work as OwnCafe | undefined)?.place?.role === 'host' ? [person.seat] : [],
    ),
  )
  let repeats = 0
  let revisits = 0
  for (const [table, seats] of tables) {
    const travellers = seats.filter((seat) => !isHost.has(seat))
    for (const [nth, one] of travellers.entries()) {
      if (visited.has(`${one} ${table}`)) revisits++
      visited.add(`${one} ${table}`)
      for (const other of travellers.slice(0, nth)) {
        const pair = [one, other].toSorted().join(' ')
        if (met.has(pair)) repeats++
        met.set(pair, (met.get(pair) ?? 0) + 1)
      }
    }
  }
  const sizes = [...tables.values()].map((seats) => seats.length)
  return {
    people: guests.length,
    seated,
    tables: tables.size,
    tablesWithOneHost: [...tables.keys()].filter((table) => hosts.get(table) === 1).length,
    sizes: [Math.min(...sizes), Math.max(...sizes)],
    repeats,
    revisits,
    knownMs,
  }
}

const advance = async (meeting: Meeting): Promise<void> => {
  if ((await give(meeting, { type: 'advance' })).status === 200) return
  await order(meeting, { type: 'arm' })
  await order(meeting, { type: 'advance' })
}

/** So many of the travellers, taken evenly out of all; hosts stay, since who takes over for them is told elsewhere. */
const chooseLeavers = (guests: readonly Guest[], count: number, round: number): readonly Guest[] => {
  const travelling = guests.filter(
    ({ live }) => (live.view().me?.work as OwnCafe | undefined)?.place?.role === 'traveller',
  )
  return Array.from({ length: Math.min(count, travelling.length) }, (_, nth) => {
    const at = Math.floor(((nth + 0.5) * travelling.length) / count + round) % travelling.length
    return travelling[at] as Guest
  })
}

const churn = async (
  meeting: Meeting,
  guests: readonly Guest[],
  count: number,
  round: number,
): Promise<readonly Guest[]> => {
  const leaving = new Set(chooseLeavers(guests, count, round))
  for (const { person, live } of leaving) {
    await order(person, { type: 'leave' })
    live.close()
  }
  const staying = guests.filter((guest) => !leaving.has(guest))
  for (let nth = 0; nth < leaving.size; nth++) {
    ;(staying as Guest[]).push(await sitWithSocket(meeting, `Late ${round}-${nth}`))
  }
  return staying
}

/**
 * Holds a café over real sockets in which people leave and come before every round, and says of each round what people
 * were told on their devices. Nothing of the planner takes part in the judgement.
 */
export const drillCafe = async (
  { people, tables, rounds, churn: share }: CafeDrill,
  onRound: (round: DrilledRound) => void = () => undefined,
): Promise<readonly DrilledRound[]> => {
  const server: RunningServer = await startServer({
    environment: { UPGRADES_PER_SECOND: '10000', LOG_LEVEL: 'fatal' },
  })
  try {
    const meeting = await createMeeting(server, {
      settings: { participants: 250 },
      agenda: [
        {
          kind: 'cafe',
          settings: { rounds, tables: Array.from({ length: tables }, (_, nth) => ({ name: `Table ${nth + 1}` })) },
        },
      ],
    })
    let guests: readonly Guest[] = []
    for (let nth = 0; nth < people; nth++) guests = [...guests, await sitWithSocket(meeting, `Guest ${nth}`)]
    const lead = await openDevice(meeting)
    await order(meeting, { type: 'start' })
    await advance(meeting)
    const met = new Map<string, number>()
    const visited = new Set<string>()
    const found: DrilledRound[] = []
    for (let round = 1; round <= rounds; round++) {
      await until(() => guests.every((guest) => (guest.live.view().me?.work as OwnCafe | undefined)?.place), WITHIN_MS)
      if (round > 1) guests = await churn(meeting, guests, Math.round(people * share), round)
      if (round > 1) await until(async () => (await viewOf(meeting)).step?.phase === `round-${round - 1}`)
      const began = performance.now()
      // The move tells people where they go; the round begins behind it.
      await advance(meeting)
      const phase = round === 1 ? 'round-1' : `move-${round - 1}`
      await until(() => guests.every((guest) => isThere(guest, phase)), WITHIN_MS)
      const knownMs = performance.now() - began
      if (round > 1) await advance(meeting)
      await until(() => guests.every((guest) => isThere(guest, `round-${round}`)), WITHIN_MS)
      const judged = judgeRound(guests, met, visited, knownMs)
      found.push(judged)
      onRound(judged)
    }
    lead.close()
    for (const { live } of guests) live.close()
    return found
  } finally {
    await server.stop()
  }
}
