import { LIMITS } from '../kernel/index.ts'
import type { Place } from './vocabulary.ts'

/** How much of the wall one loose note takes, with the gap to the next. In the wall's units. */
export const NOTE_CELL = { width: 200, height: 160 } as const

/** The nearest place that lies on the wall, in whole units. */
export const placeOnWall = (x: number, y: number): Place => [
  clamp(Math.round(x), LIMITS.cells.width),
  clamp(Math.round(y), LIMITS.cells.height),
]

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value)) || 0

const COLUMNS = Math.floor(LIMITS.cells.width / NOTE_CELL.width)
const ROWS = Math.floor(LIMITS.cells.height / NOTE_CELL.height)
/** As many notes beside each other as can be read on a laptop without scrolling sideways. */
const BLOCK = 5
const SHIFT = 8

/**
 * Where the `index`-th item of a board stands until somebody moves it, from 0: in rows of five, and from the top again
 * beside them when these reach the foot of the wall.
 *
 * A full wall is begun again a little lower and further right, so that no note hides another wholly.
 */
export const placeAt = (index: number): Place => {
  const cell = index % (COLUMNS * ROWS)
  const shift = SHIFT * (Math.floor(index / (COLUMNS * ROWS)) % 4)
  const left = Math.floor(cell / (BLOCK * ROWS)) * BLOCK
  const wide = Math.min(BLOCK, COLUMNS - left)
  const within = cell - left * ROWS
  const row = Math.floor(within / wide)
  return [(left + (within % wide)) * NOTE_CELL.width + shift, row * NOTE_CELL.height + shift]
}
