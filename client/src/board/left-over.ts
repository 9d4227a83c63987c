import type { DraftItem } from '@roundel/shared/board'
import type { ItemId, StepId } from '@roundel/shared/kernel'

/** One's own private ideas that their reveals did not take along. */
export interface LeftOver {
  /** Their owner has not said yet what shall become of them. */
  readonly asked: readonly DraftItem[]
  /** Their owner wanted to keep them. */
  readonly kept: readonly DraftItem[]
}

/**
 * What is left over of the steps that are open: what was still being written, and what arrived too late. What is
 * in the composer now, or on its way from there, is not among it.
 */
export const findLeftOver = (
  drafts: ReadonlyMap<ItemId, DraftItem>,
  isOpen: (step: StepId, item: DraftItem) => boolean,
  settled: ReadonlySet<ItemId>,
  inHand: ReadonlySet<ItemId>,
): LeftOver => {
  const left = [...drafts.values()].filter(
    (item) =>
      item.state !== 'published' &&
      item.boardItem === undefined &&
      !inHand.has(item.id) &&
      item.text.trim() !== '' &&
      isOpen(item.step, item),
  )
  return {
    asked: left.filter(({ id }) => !settled.has(id)),
    kept: left.filter(({ id }) => settled.has(id)),
  }
}
