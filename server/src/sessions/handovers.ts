import { openHandover, openTable } from '@roundel/shared/board'
import type { SeatId } from '@roundel/shared/kernel'
import { findSeat, leads, listCafes } from '@roundel/shared/session'
import { handoverKey } from '../export/file-source.ts'
import type { SessionCore } from './session-core.ts'

/**
 * What hosts handed on, by table and round, as one person may read it without the cloth: all of it for those who lead, and
 * once it was harvested for everybody, with or without a seat. It has no name to it.
 */
export const handoversFor = (core: SessionCore, seat: SeatId | undefined): ReadonlyMap<string, readonly string[]> => {
  const session = core.durable()
  const viewer = seat === undefined ? undefined : findSeat(session, seat)
  const isLeading = viewer !== undefined && leads(viewer)
  return new Map(
    listCafes(session).flatMap(({ tables, rounds, isHarvested }) =>
      isHarvested || isLeading
        ? tables.flatMap(({ id: table }) => {
            const room = core.documents.opened({ kind: 'table', table })
            const handover = room && openHandover(openTable(room.read()), table)
            return rounds.flatMap((_, nth) => {
              const lines = handover?.get(nth + 1)
              return lines ? [[handoverKey(table, nth + 1), lines] as const] : []
            })
          })
        : [],
    ),
  )
}
