import { openHandover, openTable } from '@roundel/shared/board'
import type { SeatId, TableId } from '@roundel/shared/kernel'
import { findSeat, leads, listCafes } from '@roundel/shared/session'
import type { SessionCore } from './session-core.ts'

/**
 * What hosts handed on, as one person may read it without the cloth: all of it for those who lead, and once it was
 * harvested for everybody. It has no name to it.
 */
export const handoverFor = (core: SessionCore, seat: SeatId) => {
  const session = core.durable()
  const viewer = findSeat(session, seat)
  const isLeading = viewer !== undefined && leads(viewer)
  const open = new Set(
    listCafes(session).flatMap(({ tables, isHarvested }) =>
      isHarvested || isLeading ? tables.map(({ id }) => id) : [],
    ),
  )
  return (table: TableId, round: number): readonly string[] | undefined => {
    const room = open.has(table) ? core.documents.opened({ kind: 'table', table }) : undefined
    return room && openHandover(openTable(room.read()), table).get(round)
  }
}
