import type { DraftItem } from '@roundel/shared/board'
import type { ItemId, StepId } from '@roundel/shared/kernel'

/** One's own private ideas of a step that its reveal did not take along. */
export interface LeftOver {
  /** Their owner has not said yet what shall become of them. */
  readonly asked: readonly DraftItem[]
  /** Their owner wanted to keep them. */
  readonly kept: readonly DraftItem[]
}

/**
 * What is left over of a step after its reveal: what was still being written, and what arrived too late. The sentence
 * that is in the composer now is not among it.
 */
export const findLeftOver = (
  drafts: ReadonlyMap<ItemId, DraftItem>,
  step: StepId,
  settled: ReadonlySet<ItemId>,
  inComposer: ItemId | undefined,
): LeftOver => {
  const left = [...drafts.values()].filter(
    (item) =>
      item.step === step &&
      item.state !== 'published' &&
      item.boardItem === undefined &&
      item.id !== inComposer &&
      item.text.trim() !== '',
  )
  return {
    asked: left.filter(({ id }) => !settled.has(id)),
    kept: left.filter(({ id }) => settled.has(id)),
  }
}
