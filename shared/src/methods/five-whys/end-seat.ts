import type { SeatId } from '../../kernel/index.ts'
import { changeCause } from './branch.ts'
import type { WhyTree } from './tree.ts'

/**
 * The tree after a seat became part of another, or the same under another id: its checks and its support are the other's.
 * Nobody supports a root twice by it.
 */
export const replaceSeat = (tree: WhyTree, seat: SeatId, into: SeatId): WhyTree => {
  const checks = tree.checks.map((check) => (check.owner === seat ? { ...check, owner: into } : check))
  let next: WhyTree = { ...tree, checks }
  for (const { item, root } of tree.causes) {
    if (!root?.supporters.includes(seat)) continue
    const supporters = [...new Set(root.supporters.map((supporter) => (supporter === seat ? into : supporter)))]
    next = changeCause(next, item, (cause) => ({ ...cause, root: { ...root, supporters } }))
  }
  return next
}
