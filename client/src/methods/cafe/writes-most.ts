import type { Item } from '@roundel/shared/board'
import type { SeatId } from '@roundel/shared/kernel'

/** Before so many notes are theirs nobody is told anything: a host begins the cloth. */
const LEAST = 4

/** Whether more than half of what was written onto a cloth in a round is somebody's, and enough to be worth a word. */
export const writesMost = (items: readonly Item[], seat: SeatId, round: number): boolean => {
  const written = items.filter((item) => item.state === 'published' && item.round === round)
  const own = written.filter(({ author }) => author === seat).length
  return own >= LEAST && own * 2 > written.length
}
