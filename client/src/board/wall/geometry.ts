import type { Place } from '@roundel/shared/board'

/** A point in the wall's units, or in pixels of the screen; the name says which. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** A rectangle in the wall's units, from its upper left corner. */
export interface Box extends Point {
  readonly width: number
  readonly height: number
}

export type Direction = 'left' | 'right' | 'up' | 'down'

export const boxAt = ([x, y]: Place, width: number, height: number): Box => ({ x, y, width, height })

export const centreOf = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 })

/** Whether two rectangles cover each other by more than a touch; `gap` asks for that much room between them. */
export const isOverlapping = (one: Box, other: Box, gap = 0): boolean =>
  one.x < other.x + other.width + gap &&
  other.x < one.x + one.width + gap &&
  one.y < other.y + other.height + gap &&
  other.y < one.y + one.height + gap

export const isInside = ({ x, y }: Point, box: Box): boolean =>
  x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height

/** A point of the screen on the wall: `origin` is where the wall's corner is on the screen, `scale` pixels to a unit. */
export const toWall = (screen: Point, origin: Point, scale: number): Point => ({
  x: (screen.x - origin.x) / scale,
  y: (screen.y - origin.y) / scale,
})

/** How near to an edge the pointer makes the wall scroll, and how fast at most. In pixels, and pixels a frame. */
const EDGE = 56
const FASTEST = 18

/** How far to scroll in this frame, per axis, for a pointer at `at` in a view from `start` to `end`. */
export const scrollSpeed = (at: number, start: number, end: number): number => {
  const edge = Math.min(EDGE, (end - start) / 4)
  if (at < start + edge) return -Math.ceil(Math.min(1, (start + edge - at) / edge) * FASTEST)
  if (at > end - edge) return Math.ceil(Math.min(1, (at - end + edge) / edge) * FASTEST)
  return 0
}

/**
 * The nearest box in a direction, by its middle. What lies straight ahead is preferred to what is nearer but aside.
 * Answers its key, or nothing at the rim.
 */
export const findNeighbour = <Key>(boxes: ReadonlyMap<Key, Box>, from: Key, direction: Direction): Key | undefined => {
  const start = boxes.get(from)
  if (!start) return undefined
  const here = centreOf(start)
  let best: Key | undefined
  let least = Infinity
  for (const [key, box] of boxes) {
    if (key === from) continue
    const there = centreOf(box)
    const [ahead, aside] =
      direction === 'left'
        ? [here.x - there.x, Math.abs(here.y - there.y)]
        : direction === 'right'
          ? [there.x - here.x, Math.abs(here.y - there.y)]
          : direction === 'up'
            ? [here.y - there.y, Math.abs(here.x - there.x)]
            : [there.y - here.y, Math.abs(here.x - there.x)]
    const cost = ahead + 2 * aside
    // Beside counts as ahead only when it is more ahead than aside, else arrows would run diagonally.
    if (ahead > 1 && ahead * 3 > aside && cost < least) {
      least = cost
      best = key
    }
  }
  return best
}
