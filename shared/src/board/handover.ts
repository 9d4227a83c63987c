import { type HandoverId, LIMITS, type TableId, asId, clipText } from '../kernel/index.ts'
import type { Table } from './open.ts'

/** The three lines that a host leaves for those who come next. What is not written is empty. */
export type HandoverLines = readonly [one: string, two: string, three: string]

/** The id under which the cloth of a table holds what its host hands over in a round. The same on every device. */
export const handoverId = (table: TableId, round: number): HandoverId =>
  asId(`${table.slice(0, -1)}${String(round).slice(-1)}`)

/** What the host of a table wrote in each round for those who come in the next one. */
export interface HandoverAccess {
  readonly get: (round: number) => HandoverLines | undefined
  readonly write: (round: number, lines: readonly string[]) => void
  readonly subscribe: Table['handover']['subscribe']
}

/** Reads and writes the lines of one table on its cloth. Each line is cut at its limit. */
export const openHandover = ({ handover, transact }: Table, table: TableId): HandoverAccess => ({
  get: (round) => {
    const found = handover.get(handoverId(table, round))
    return found && [found.one, found.two, found.three]
  },
  write: (round, lines) => {
    const id = handoverId(table, round)
    const [one, two, three] = [0, 1, 2].map((nth) => clipText(lines[nth] ?? '', LIMITS.handoverLineCharacters))
    const written = { one: one ?? '', two: two ?? '', three: three ?? '' }
    transact(() => {
      if (handover.get(id)) handover.patch(id, written)
      else handover.add({ id, round, ...written })
    })
  },
  subscribe: handover.subscribe,
})
