import type { Item, Link } from '../../board/index.ts'
import { type ItemId, type LinkId, type Refusal, type Result, fail, ok, refusal } from '../../kernel/index.ts'
import type { Moment } from '../workings.ts'
import { type Coverage, coverageOf } from './coverage.ts'

type Board = Pick<Moment, 'step' | 'item' | 'itemsOf' | 'linksOf'>

/** How far a step has turned its negative ideas round, by what stands on the board now. */
export const coverBoard = (board: Board, aside: readonly ItemId[]): Coverage => {
  const items = new Map<ItemId, Item>()
  const links = new Map<LinkId, Link>()
  for (const item of board.itemsOf(board.step)) {
    if (item.kind !== 'negative-idea') continue
    items.set(item.id, item)
    for (const link of board.linksOf(item.id)) links.set(link.id, link)
  }
  for (const { from, to } of links.values()) {
    for (const id of [from, to]) {
      const other = items.has(id) ? undefined : board.item(id)
      if (other) items.set(id, other)
    }
  }
  // What was turned round in another step belongs to that one.
  const own = new Map([...items].filter(([, { kind, step }]) => kind !== 'negative-idea' || step === board.step))
  return coverageOf(own, [...links.values()], new Set(aside))
}

/**
 * A negative idea of a step that lies open. Refuses with `unknown` for what is none or belongs to another step, and with
 * `closed` for what was taken off the board.
 */
export const findOpen = ({ item: find, step }: Pick<Board, 'item' | 'step'>, id: ItemId): Result<Item, Refusal> => {
  const item = find(id)
  if (item?.kind !== 'negative-idea' || item.step !== step) return fail(refusal('unknown'))
  return item.state === 'published' ? ok(item) : fail(refusal('closed', { state: item.state }))
}
