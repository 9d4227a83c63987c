import type { SeatId } from '@roundel/shared/kernel'
import { type Names, findSeat, leads } from '@roundel/shared/session'
import type { FileSource } from '../export/file-source.ts'
import { handoversFor } from './handovers.ts'
import { readBoard } from './items.ts'
import type { SessionCore } from './session-core.ts'

const BOARD = { kind: 'board' } as const

/** Everything that files of a reader are made from, as it is on disk. Without a seat it is for whoever has the link. */
const gather = async (
  core: SessionCore,
  seat: SeatId | undefined,
  { names, now }: Pick<FileSource, 'names' | 'now'>,
): Promise<FileSource> => {
  const common = await readBoard(core)
  const { items, clusters, links } = seat === undefined ? common : await readBoard(core, seat)
  const session = core.durable()
  const shown = new Set(session.agenda.flatMap((step) => (step.names === 'shown' ? [step.id] : [])))
  const viewer = seat === undefined ? undefined : findSeat(session, seat)
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
    names,
    now,
  }
}

/** For somebody who is seated: names as they were shown, or none. */
export const gatherFor = (core: SessionCore, seat: SeatId, names: Names, now: number): Promise<FileSource> =>
  gather(core, seat, { names, now })

/** For whoever has the link to the report. */
export const gatherForLink = (core: SessionCore, names: Names, now: number): Promise<FileSource> =>
  gather(core, undefined, { names, now })
