import { LIMITS } from '@roundel/shared/kernel'
import { type Box, isOverlapping } from './geometry.ts'

/** What of the wall is taken. */
export interface Space {
  readonly isFree: (box: Box) => boolean
  readonly take: (box: Box) => void
  /** Takes the place, or the first one straight below it that is free. */
  readonly takeBelow: (box: Box) => Box
  /** Takes the nearest free place; where none is near, the place itself. */
  readonly takeNear: (box: Box) => Box
}

const CELL = 240
/** Things may stand as close as this. */
const GAP = 6
const BELOW = 16
/** How far a place is sought, and how finely. */
const STEP = 20
const RINGS = 34

export const openSpace = (): Space => {
  const cells = new Map<string, Box[]>()

  const cellsOf = ({ x, y, width, height }: Box): string[] => {
    const keys: string[] = []
    for (let column = Math.floor((x - GAP) / CELL); column * CELL < x + width + GAP; column++) {
      for (let row = Math.floor((y - GAP) / CELL); row * CELL < y + height + GAP; row++) keys.push(`${column} ${row}`)
    }
    return keys
  }
  const findHit = (box: Box, gap: number): Box | undefined => {
    for (const key of cellsOf(box)) {
      const hit = cells.get(key)?.find((taken) => isOverlapping(box, taken, gap))
      if (hit) return hit
    }
    return undefined
  }
  const take = (box: Box): void => {
    for (const key of cellsOf(box)) {
      const taken = cells.get(key)
      if (taken) taken.push(box)
      else cells.set(key, [box])
    }
  }
  const isFree = (box: Box): boolean => !findHit(box, 0)

  const takeBelow = (box: Box): Box => {
    let place = box
    for (let hit = findHit(place, 0); hit; hit = findHit(place, 0)) place = { ...box, y: hit.y + hit.height + BELOW }
    take(place)
    return place
  }

  const isOnWall = ({ x, y, width }: Box): boolean =>
    x >= 0 && y >= 0 && x + width <= LIMITS.cells.width && y <= LIMITS.cells.height

  const findNear = (box: Box): Box => {
    for (let ring = 0; ring <= RINGS; ring++) {
      let best: Box | undefined
      let least = Infinity
      for (let dx = -ring; dx <= ring; dx++) {
        for (let dy = -ring; dy <= ring; dy += Math.abs(dx) === ring ? 1 : Math.max(1, 2 * ring)) {
          const place = { ...box, x: box.x + dx * STEP, y: box.y + dy * STEP }
          const distance = dx * dx + dy * dy
          if (distance < least && isOnWall(place) && !findHit(place, GAP)) {
            best = place
            least = distance
          }
        }
      }
      if (best) return best
    }
    return box
  }

  return {
    isFree,
    take,
    takeBelow,
    takeNear: (box) => {
      const place = findNear(box)
      take(place)
      return place
    },
  }
}
