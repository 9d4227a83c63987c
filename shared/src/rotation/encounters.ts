import type { SeatId, TableId } from '../kernel/index.ts'
import { countPairs } from './bounds.ts'
import { MIXES, type Mix, type Seating, type Traveller } from './rotation.ts'

/** A share that can be shown as "so many of so many". */
export interface Share {
  readonly met: number
  readonly of: number
}

/** What really happened between travellers and tables, in numbers. Hosts count where a table is visited, not as a pair. */
export interface Encounters {
  /** Pairs of travellers who sat at one table at least once, of all pairs. */
  readonly pairs: Share
  /** Times that two travellers sat at one table, each round counted. */
  readonly meetings: number
  /** Meetings beyond the first of a pair: Σ max(0, c-1). */
  readonly repeats: number
  /** Σ c(c-1)/2: what the planner keeps low, to be compared with its bound. */
  readonly repeatCost: number
  /** The most rounds that any two shared. */
  readonly mostTogether: number
  /** Different tables per traveller: the fewest, the sum of all and the number of travellers. */
  readonly tablesVisited: { readonly least: number; readonly sum: number; readonly travellers: number }
  /** Σ v(v-1)/2 over travellers and tables. */
  readonly revisits: number
  /** The largest difference in travellers between two tables of one round. */
  readonly sizeSpread: number
  /** Cross-pollination: ordered pairs of tables of which somebody carried thoughts from the one to the other. */
  readonly carried: Share
  /** Tables of all rounds at which somebody from the client's side sat. */
  readonly clientTables: Share
  /** Pairs of different departments, sides and languages that met, where both are known. */
  readonly across: Readonly<Record<Mix, Share>>
}

/** How often each two met, by the smaller and the larger id; every pair that met, in the order of the first meeting. */
const countMeetings = (rounds: readonly Seating[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { travellers } of rounds.flat()) {
    for (const [nth, one] of travellers.entries()) {
      for (const other of travellers.slice(0, nth)) {
        const pair = nameOfPair(one, other)
        counts.set(pair, (counts.get(pair) ?? 0) + 1)
      }
    }
  }
  return counts
}

const nameOfPair = (one: SeatId, other: SeatId): string => (one < other ? `${one} ${other}` : `${other} ${one}`)

/** The tables that each traveller sat at, round by round. */
const tracePaths = (rounds: readonly Seating[]): ReadonlyMap<SeatId, readonly TableId[]> => {
  const paths = new Map<SeatId, TableId[]>()
  for (const { table, travellers } of rounds.flat()) {
    for (const seat of travellers) {
      const path = paths.get(seat)
      if (path) path.push(table)
      else paths.set(seat, [table])
    }
  }
  return paths
}

/** Pairs of different tables, earlier and later, that some path holds. */
const countCarried = (paths: Iterable<readonly TableId[]>): number => {
  const carried = new Set<string>()
  for (const path of paths) {
    for (const [later, to] of path.entries()) {
      for (const from of path.slice(0, later)) if (from !== to) carried.add(`${from} ${to}`)
    }
  }
  return carried.size
}

/** What some rounds came to. `people` says what is known of them; who is not listed counts, but in no mix. */
export const measureEncounters = (rounds: readonly Seating[], people: readonly Traveller[] = []): Encounters => {
  const counts = countMeetings(rounds)
  const paths = tracePaths(rounds)
  const times = [...counts.values()]
  const meetings = times.reduce((sum, count) => sum + count, 0)
  const visited = [...paths.values()].map((path) => new Set(path).size)
  let revisits = 0
  for (const path of paths.values()) {
    for (const times of Map.groupBy(path, (table) => table).values()) revisits += countPairs(times.length)
  }
  const known = new Map(people.map((person) => [person.id, person]))
  const isClient = (seat: SeatId): boolean => known.get(seat)?.side === 'client'
  const used = rounds.flat().filter(({ travellers }) => travellers.length > 0)
  const tables = new Set(rounds.flat().map(({ table }) => table)).size
  const spreads = rounds.map((round) => {
    const sizes = round.map(({ travellers }) => travellers.length)
    return sizes.length === 0 ? 0 : Math.max(...sizes) - Math.min(...sizes)
  })
  const across = (mix: Mix): Share => {
    const present = [...paths.keys()]
    let met = 0
    let of = 0
    for (const [nth, one] of present.entries()) {
      const mine = known.get(one)?.[mix]
      for (const other of present.slice(0, nth)) {
        const theirs = known.get(other)?.[mix]
        if (mine === undefined || theirs === undefined || mine === theirs) continue
        of++
        if (counts.has(nameOfPair(one, other))) met++
      }
    }
    return { met, of }
  }
  return {
    pairs: { met: counts.size, of: countPairs(paths.size) },
    meetings,
    repeats: meetings - counts.size,
    repeatCost: times.reduce((sum, count) => sum + countPairs(count), 0),
    mostTogether: times.reduce((most, count) => Math.max(most, count), 0),
    tablesVisited: {
      least: visited.reduce((least, count) => Math.min(least, count), visited[0] ?? 0),
      sum: visited.reduce((sum, count) => sum + count, 0),
      travellers: visited.length,
    },
    revisits,
    sizeSpread: spreads.reduce((most, spread) => Math.max(most, spread), 0),
    carried: { met: countCarried(paths.values()), of: 2 * countPairs(tables) },
    clientTables: { met: used.filter(({ travellers }) => travellers.some(isClient)).length, of: used.length },
    across: Object.fromEntries(MIXES.map((mix) => [mix, across(mix)])) as Record<Mix, Share>,
  }
}
