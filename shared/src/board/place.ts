import { LIMITS } from '../kernel/index.ts'
import type { Place } from './vocabulary.ts'

/** How much of the wall one loose note takes, with the gap to the next. In the wall's units. */
export const NOTE_CELL = { width: 200, height: 160 } as const

const COLUMNS = Math.floor(LIMITS.cells.width / NOTE_CELL.width)
const ROWS = Math.floor(LIMITS.cells.height / NOTE_CELL.height)
const SHIFT = 8

/**
 * Where the `index`-th item of a board stands until somebody moves it, from 0: in rows, left to right.
 *
 * A full wall is begun again a little lower and further right, so that no note hides another wholly.
 */
export const placeAt = (index: number): Place => {
  const cell = index % (COLUMNS * ROWS)
  const shift = SHIFT * (Math.floor(index / (COLUMNS * ROWS)) % 4)
  return [(cell % COLUMNS) * NOTE_CELL.width + shift, Math.floor(cell / COLUMNS) * NOTE_CELL.height + shift]
}
