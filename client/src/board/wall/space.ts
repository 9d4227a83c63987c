import { NOTE_CELL } from '@roundel/shared/board'
import { LIMITS } from '@roundel/shared/kernel'
import { type Box, isOverlapping } from './geometry.ts'

/** What of the wall is taken. */
export interface Space {
  readonly isFree: (box: Box) => boolean
  readonly take: (box: Box) => void
  /** Takes the place, or the first one straight below it that is free. */
  readonly takeBelow: (box: Box) => Box
  /** Takes the nearest free place; undefined where none is near. */
  readonly takeNear: (box: Box) => Box | undefined
}

const CELL = 240
/** More than there are across the wall and beyond its edges. */
const COLUMNS = 64
/** Things may stand as close as this. */
const GAP = 6
const BELOW = 16
/** How far a place is sought, and how finely: close by by small steps, further away by larger ones. */
const CLOSE_BY = { step: 20, rings: 8 } as const
const FURTHER = { step: 60, rings: 12 } as const

const farFrom = (one: Box, other: Box): number => Math.hypot(one.x - other.x, one.y - other.y)

export const openSpace = (): Space => {
  // By numbers, and without a list of them: a full wall asks for them a million times.
  const cells = new Map<number, Box[]>()

  const someCell = ({ x, y, width, height }: Box, look: (key: number) => boolean): boolean => {
    const [left, right] = [Math.floor((x - GAP) / CELL), Math.floor((x + width + GAP) / CELL)]
    const [top, bottom] = [Math.floor((y - GAP) / CELL), Math.floor((y + height + GAP) / CELL)]
    for (let column = left; column <= right; column++) {
      for (let row = top; row <= bottom; row++) if (look(row * COLUMNS + column)) return true
    }
    return false
  }
  const findHit = (box: Box, gap: number): Box | undefined => {
    let hit: Box | undefined
    someCell(box, (key) => (hit = cells.get(key)?.find((taken) => isOverlapping(box, taken, gap))) !== undefined)
    return hit
  }
  const take = (box: Box): void => {
    someCell(box, (key) => {
      const taken = cells.get(key)
      if (taken) taken.push(box)
      else cells.set(key, [box])
      return false
    })
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

  /** The nearest free place on one ring around a box, so many steps away in one direction at least. */
  const findOnRing = (box: Box, step: number, ring: number): Box | undefined => {
    let best: Box | undefined
    let least = Infinity
    for (let dx = -ring; dx <= ring; dx++) {
      for (let dy = -ring; dy <= ring; dy += Math.abs(dx) === ring ? 1 : Math.max(1, 2 * ring)) {
        const distance = dx * dx + dy * dy
        if (distance >= least) continue
        const place = { ...box, x: box.x + dx * step, y: box.y + dy * step }
        if (isOnWall(place) && !findHit(place, GAP)) {
          best = place
          least = distance
        }
      }
    }
    return best
  }
  const findOnRings = (
    box: Box,
    { step, rings }: { readonly step: number; readonly rings: number },
  ): Box | undefined => {
    for (let ring = 0; ring <= rings; ring++) {
      const found = findOnRing(box, step, ring)
      if (found) return found
    }
    return undefined
  }
  /** The nearest free cell of those that a fresh wall is dealt in: what was taken out of the rows leaves one, which steps miss. */
  const findCell = (box: Box): Box | undefined => {
    let best: Box | undefined
    for (let x = 0; x <= LIMITS.cells.width; x += NOTE_CELL.width) {
      for (let y = 0; y <= LIMITS.cells.height; y += NOTE_CELL.height) {
        const place = { ...box, x, y }
        if (best && farFrom(box, best) <= farFrom(box, place)) continue
        if (isOnWall(place) && !findHit(place, GAP)) best = place
      }
    }
    return best
  }
  const findNear = (box: Box): Box | undefined => {
    const close = findOnRings(box, CLOSE_BY)
    if (close) return close
    const [step, cell] = [findOnRings(box, FURTHER), findCell(box)]
    return step && cell ? (farFrom(box, cell) < farFrom(box, step) ? cell : step) : (step ?? cell)
  }

  return {
    isFree,
    take,
    takeBelow,
    takeNear: (box) => {
      const place = findNear(box)
      if (place) take(place)
      return place
    },
  }
}
