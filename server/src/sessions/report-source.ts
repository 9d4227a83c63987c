import type { SeatId } from '@roundel/shared/kernel'
import type { Trails } from '@roundel/shared/report'
import { type Names, type Session, findSeat, leads } from '@roundel/shared/session'
import type { FileSource } from '../export/file-source.ts'
import { handoversFor } from './handovers.ts'
import { type SeenItem, readBoard } from './items.ts'
import type { Log } from './log.ts'
import type { SessionCore } from './session-core.ts'

const BOARD = { kind: 'board' } as const

/** Whom trails are for, and what of: the session, and of its items those that everybody may see. */
export interface TrailReader {
  readonly session: Session
  readonly items: readonly Pick<SeenItem, 'id' | 'text'>[]
  /** Without a seat: a link alone. */
  readonly isGuest: boolean
}

/** Gathers what the other sessions of a workspace know of one of them; undefined where it belongs to none. */
export type TrailsFor = (reader: TrailReader) => Promise<Trails | undefined>

/** What reports need from around a session. */
export interface ReportAround {
  readonly trailsFor?: TrailsFor
  readonly log: Pick<Log, 'error'>
}

/** What cannot be read of other sessions is no hindrance to the report of this one. */
const findTrails = async (reader: TrailReader, { trailsFor, log }: ReportAround): Promise<Trails | undefined> => {
  try {
    return await trailsFor?.(reader)
  } catch (error) {
    log.error({ err: error, session: reader.session.id }, 'what other sessions know of this one could not be read')
    return undefined
  }
}

/** Everything that files of a reader are made from, as it is on disk. Without a seat it is for whoever has the link. */
const gather = async (
  core: SessionCore,
  seat: SeatId | undefined,
  { names, now }: Pick<FileSource, 'names' | 'now'>,
  around: ReportAround,
): Promise<FileSource> => {
  const common = await readBoard(core)
  const { items, clusters, links } = seat === undefined ? common : await readBoard(core, seat)
  const session = core.durable()
  const shown = new Set(session.agenda.flatMap((step) => (step.names === 'shown' ? [step.id] : [])))
  const viewer = seat === undefined ? undefined : findSeat(session, seat)
  const trails = await findTrails({ session, items: common.items, isGuest: viewer === undefined }, around)
  return {
    session,
    items,
    clusters,
    links,
    common: new Set(common.items.map(({ id }) => id)),
    owners: new Map(
      items.flatMap(({ id, step }) => {
        const owner = shown.has(step) ? core.owners.of(BOARD, 'items', id) : undefined
        return owner === undefined ? [] : [[id, owner] as const]
      }),
    ),
    handovers: handoversFor(core, seat),
    reader: viewer === undefined ? 'guest' : leads(viewer) ? 'leading' : 'seated',
    ...(trails && { trails }),
    names,
    now,
  }
}

/** For somebody who is seated: names as they were shown, or none. */
export const gatherFor = (
  core: SessionCore,
  seat: SeatId,
  names: Names,
  now: number,
  around: ReportAround,
): Promise<FileSource> => gather(core, seat, { names, now }, around)

/** For whoever has the link to the report. */
export const gatherForLink = (
  core: SessionCore,
  names: Names,
  now: number,
  around: ReportAround,
): Promise<FileSource> => gather(core, undefined, { names, now }, around)
