import type { Cluster, Link } from '@roundel/shared/board'
import { type SeatId, omit } from '@roundel/shared/kernel'
import { type Report, type Trails, buildReport } from '@roundel/shared/report'
import type { Names, Session } from '@roundel/shared/session'
import type { SeenItem } from '../sessions/items.ts'
import type { SessionExport } from './session-file.ts'
import { exportSession } from './session-export.ts'
import { withoutNames } from './without-names.ts'

/** All that files and reports are made from, as one reader may see it. Plain values: it goes to another thread as it is. */
export interface FileSource {
  readonly session: Session
  readonly items: readonly SeenItem[]
  readonly clusters: readonly Cluster[]
  readonly links: readonly Link[]
  /** The items that everybody may see: a report is the same for all. */
  readonly common: ReadonlySet<string>
  /** Who wrote what, in steps where names were shown. */
  readonly owners: ReadonlyMap<string, SeatId>
  /** What hosts of a café handed on, by table and round. */
  readonly handovers: ReadonlyMap<string, readonly string[]>
  /** `guest` has no seat: a link alone. */
  readonly reader: 'leading' | 'seated' | 'guest'
  /** What the other sessions of its workspace know of it, as this reader may know it; absent where it belongs to none. */
  readonly trails?: Trails
  /** Whether names are told, where they were shown. */
  readonly names: Names
  /** Server time, milliseconds. */
  readonly now: number
}

/** Under which key `handovers` has what was handed on at a table in a round. */
export const handoverKey = (table: string, round: number): string => `${table} ${round}`

/** The report of a session. */
export const reportOf = ({ session, items, clusters, links, common, owners, trails, names, now }: FileSource): Report =>
  buildReport({
    session,
    items: items.filter(({ id }) => common.has(id)),
    clusters,
    links,
    ownerOf: ({ id }) => owners.get(id),
    ...(trails && { trails }),
    names,
    now,
  })

/**
 * The whole of it, as its reader may see it. Where names are not told nobody is named in it, nor how many there are;
 * whoever has no seat learns of people only what they are called.
 */
export const exportOf = ({
  session,
  items,
  clusters,
  links,
  owners,
  handovers,
  reader,
  names,
  now,
}: FileSource): SessionExport => {
  const exported = exportSession({
    session,
    items: items.filter(({ state }) => state !== 'withdrawn'),
    clusters,
    links,
    ownerOf: ({ id }) => (names === 'shown' ? owners.get(id) : undefined),
    handoverOf: (table, round) => handovers.get(handoverKey(table, round)),
    now,
    leads: reader === 'leading',
  })
  if (names === 'hidden') return withoutNames(exported, session)
  if (reader !== 'guest') return exported
  const told = new Set(exported.items.flatMap(({ author }) => author ?? []))
  return {
    ...exported,
    ...(exported.cafes && { cafes: exported.cafes.map(withoutSeats) }),
    people: exported.people
      .filter(({ id }) => told.has(id))
      .map(({ id, name, role, side }) => ({ id, name, role, side })),
  }
}

/** A café as whoever has no seat learns of it: nothing of who sat where. */
const withoutSeats = (cafe: NonNullable<SessionExport['cafes']>[number]): typeof cafe => ({
  ...cafe,
  tables: cafe.tables.map((table) => omit(table, 'host')),
  rounds: [],
})

/** Of what a reader may see that which everybody may: documents are handed round, so nothing in them was hidden. */
export const commonOf = (exported: SessionExport, { common }: FileSource): SessionExport => ({
  ...exported,
  items: exported.items.filter(({ id }) => common.has(id)),
})
