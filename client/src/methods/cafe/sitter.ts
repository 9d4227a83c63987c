import type { Colour } from '@roundel/shared/board'
import type { SeatId } from '@roundel/shared/kernel'

/** Somebody at a table, as much of them as is drawn and said. */
export interface Sitter {
  readonly id: SeatId
  readonly name: string
  readonly colour: Colour
  readonly isHost: boolean
  /** They and the reader have not sat at one table before. */
  readonly isNew?: boolean
}
